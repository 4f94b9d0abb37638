import { useEffect, useState } from 'preact/hooks'
import type { ConsentMode, ConsentState } from '../../platform/consent-shapes'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import { AskedWhen } from './asked-when'

/** When issuers may be asked; the picture says what follows from it. */
export type Choice = 'off' | 'click' | 'sites' | 'everywhere'

const CHOICES: [Choice, MessageKey][] = [
  ['off', 'welcomeOff'],
  ['click', 'consentClick'],
  ['sites', 'welcomeSites'],
  ['everywhere', 'consentEverywhere'],
]

const MODE_OF: Record<Choice, ConsentMode> = {
  off: 'off',
  click: 'click',
  sites: 'click',
  everywhere: 'always',
}

/** Of sites that nothing names: whether some are to be named nobody can see from it. */
const OF_MODE: Record<ConsentMode, Choice> = { off: 'off', click: 'click', always: 'everywhere' }

/** The modes. Nothing has to be chosen: issuers are asked after a click alone until something is. */
export function ConsentChoice({ consent }: { consent: ConsentState }) {
  const { text } = useWording()
  const { everywhere, isFixed } = consent
  const [chosen, setChosen] = useState<Choice>()
  const [said, setSaid] = useState<MessageKey>()
  // Off is no choice for the first day, and is there for whom it was chosen before, or by somebody else.
  const [startsOff] = useState(everywhere === 'off')
  const choice = chosen ?? OF_MODE[everywhere]
  useEffect(() => {
    // Changed elsewhere meanwhile: what was chosen here is no longer so.
    setChosen((one) => (one !== undefined && MODE_OF[one] === everywhere ? one : undefined))
  }, [everywhere])
  const offered = CHOICES.filter(([value]) => value !== 'off' || startsOff || choice === 'off')

  const choose = (value: Choice): void => {
    setChosen(value)
    ask('set-consent', { scope: 'everywhere', host: '', mode: MODE_OF[value] }).then(
      () => {
        setSaid('welcomeSaved')
      },
      () => {
        // What was chosen before may have failed as well, so that only what is stored is gone back to.
        setChosen((one) => (one === value ? undefined : one))
        setSaid('stateNoAnswer')
      },
    )
  }

  return (
    <>
      <fieldset class="welcome-consent" disabled={isFixed}>
        <legend>{text('welcomeConsent')}</legend>
        {isFixed && <p class="secondary">{text('sitesFixed')}</p>}
        {offered.map(([value, title]) => (
          <label class="welcome-choice" key={value}>
            <input
              type="radio"
              name="consent"
              value={value}
              checked={choice === value}
              onChange={() => {
                choose(value)
              }}
            />
            {text(title)}
          </label>
        ))}
        <p role="status" class="small secondary">
          {said !== undefined && text(said)}
        </p>
      </fieldset>
      <AskedWhen choice={choice} />
    </>
  )
}
