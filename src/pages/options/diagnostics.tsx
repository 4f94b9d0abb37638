import { useEffect, useState } from 'preact/hooks'
import { browserFacts, type BrowserFacts } from '../../platform/browser-facts'
import { CopyButton } from '../../ui/copy-button'
import type { Diagnostics as Facts } from '../../platform/machine-messages'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { diagnosticText } from './diagnostic-text'
import type { KeptState } from './use-kept'

/** One text for a report of a fault, to be read before it is passed on. */
export function Diagnostics({ kept }: { kept: KeptState }) {
  const { text } = useWording()
  const [told, setTold] = useState<[Facts, BrowserFacts] | null>()
  useEffect(() => {
    Promise.all([ask('diagnostics', {}), browserFacts()]).then(setTold, () => {
      setTold(null)
    })
  }, [])
  const facts = textOf(told, kept)
  return (
    <section aria-labelledby="diagnostics">
      <h2 id="diagnostics" tabIndex={-1}>
        {text('diagnosticsTitle')}
      </h2>
      <p>{text('diagnosticsWhat')}</p>
      {facts === undefined && <p class="secondary">{text('stateLoading')}</p>}
      {facts === null && <p role="alert">{text('stateNoAnswer')}</p>}
      {typeof facts === 'string' && (
        <>
          <pre
            class="options-diagnostics"
            dir="ltr"
            lang="en"
            tabIndex={0}
            role="region"
            aria-label={text('diagnosticsText')}
          >
            {facts}
          </pre>
          <div class="options-actions">
            <CopyButton value={facts} label={text('diagnosticsCopy')} />
          </div>
        </>
      )}
    </section>
  )
}

/** Undefined until all of it is there, null where the worker does not answer; without sizes where they cannot be had. */
function textOf(
  told: [Facts, BrowserFacts] | null | undefined,
  kept: KeptState,
): string | null | undefined {
  if (told === null) return null
  if (told === undefined || kept.is === 'loading') return undefined
  const [facts, browser] = told
  const { kept: amounts, bytes } = kept.is === 'here' ? kept : { kept: [], bytes: undefined }
  return diagnosticText(facts, amounts, browser, bytes)
}
