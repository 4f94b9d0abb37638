import { useEffect, useState } from 'preact/hooks'
import { browserFacts, storageUsed } from '../../platform/browser-facts'
import { CopyButton } from '../../ui/copy-button'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { diagnosticText } from './diagnostic-text'

const PATIENCE_MS = 60_000

/** One text for a report of a fault, to be read before it is passed on. */
export function Diagnostics() {
  const { text } = useWording()
  const [facts, setFacts] = useState<string | null>()
  useEffect(() => {
    const told = Promise.all([ask('diagnostics', {}, PATIENCE_MS), browserFacts(), storageUsed()])
    told.then(
      (all) => {
        setFacts(diagnosticText(...all))
      },
      () => {
        setFacts(null)
      },
    )
  }, [])
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
