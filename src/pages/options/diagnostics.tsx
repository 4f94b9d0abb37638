import { useEffect, useState } from 'preact/hooks'
import { browserFacts, type BrowserFacts } from '../../platform/browser-facts'
import { CopyButton } from '../../ui/copy-button'
import type { Diagnostics as Facts } from '../../platform/machine-messages'
import { useWording } from '../../ui/wording-context'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { diagnosticText } from './diagnostic-text'
import type { KeptState } from './use-kept'

/** One text for a report of a fault, to be read before it is passed on. */
export function Diagnostics({ kept }: { kept: KeptState }) {
  const { text } = useWording()
  const asked = useAsked('diagnostics', {})
  const [browser, setBrowser] = useState<BrowserFacts>()
  useEffect(() => {
    void browserFacts().then(setBrowser)
  }, [])
  const facts = asked.is === 'here' ? textOf(asked.answer, browser, kept) : undefined
  const is = asked.is === 'here' && facts === undefined ? 'loading' : asked.is
  return (
    <section aria-labelledby="diagnostics">
      <h2 id="diagnostics" tabIndex={-1}>
        {text('diagnosticsTitle')}
      </h2>
      <p>{text('diagnosticsWhat')}</p>
      <NotHere asked={{ is, again: asked.again }} />
      {facts !== undefined && (
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

/** Undefined until all of it is there; without sizes where they cannot be had. */
function textOf(
  facts: Facts,
  browser: BrowserFacts | undefined,
  kept: KeptState,
): string | undefined {
  if (browser === undefined || kept.is === 'loading') return undefined
  const { kept: amounts, bytes } = kept.is === 'here' ? kept : { kept: [], bytes: undefined }
  return diagnosticText(facts, amounts, browser, bytes)
}
