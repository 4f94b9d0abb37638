import { useId, useState } from 'preact/hooks'
import type { ConsentMode } from '../../platform/consent-shapes'
import type { PageState } from '../../platform/messages'
import { ModeChoice } from '../../ui/mode-choice'
import { useWording } from '../../ui/wording-context'
import { modeMeaning, settledSentence } from '../../ui/wording'
import { ask } from '../ask'
import './site-mode.css'

/** What is done on this site, by whose word, and the choice of something else. */
export function SiteMode({ page, onChange }: { page: PageState; onChange: () => void }) {
  const s = useWording()
  const [failed, setFailed] = useState(false)
  const why = useId()
  const { host, tabId, consent } = page
  const choose = (mode: ConsentMode): void => {
    ask('set-consent', { scope: 'site', host, mode, tabId })
      .then(
        () => {
          setFailed(false)
        },
        () => {
          setFailed(true)
        },
      )
      .finally(onChange)
  }
  return (
    <div class="site-mode">
      <ModeChoice
        legend={s.text('modeLegend', host)}
        mode={consent.mode}
        disabled={consent.isFixed}
        describedBy={why}
        onChoose={choose}
      />
      <p id={why} class="site-mode-why">
        {`${modeMeaning(consent.mode, s)} ${settledSentence(consent.settledBy, consent.isFixed, s)}`}
      </p>
      {failed && (
        <p class="site-mode-failed" role="alert">
          {s.text('stateNoAnswer')}
        </p>
      )}
    </div>
  )
}
