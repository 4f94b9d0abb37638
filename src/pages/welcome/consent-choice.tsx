import { useEffect, useState } from 'preact/hooks'
import type { ConsentMode } from '../../platform/consent-shapes'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import type { Choice } from './who-is-asked'

const CHOICES: [Choice, ConsentMode, MessageKey][] = [
  ['click', 'click', 'consentClick'],
  ['sites', 'click', 'welcomeSites'],
  ['everywhere', 'always', 'consentEverywhere'],
]

interface ConsentChoiceProps {
  choice: Choice
  onChoose: (choice: Choice) => void
}

/** The three modes. Nothing has to be chosen: issuers are asked after a click alone until something is. */
export function ConsentChoice({ choice, onChoose }: ConsentChoiceProps) {
  const { text } = useWording()
  const [said, setSaid] = useState<MessageKey>()
  const [isFixed, setFixed] = useState(false)

  useEffect(() => {
    ask('consent', { host: '' }).then(
      (state) => {
        if (state.everywhere === 'always') onChoose('everywhere')
        setFixed(state.isFixed)
      },
      () => undefined,
    )
  }, [])

  const choose = (chosen: Choice, mode: ConsentMode): void => {
    const before = choice
    onChoose(chosen)
    ask('set-consent', { scope: 'everywhere', host: '', mode }).then(
      () => {
        setSaid('welcomeSaved')
      },
      () => {
        onChoose(before)
        setSaid('stateNoAnswer')
      },
    )
  }

  return (
    <fieldset class="welcome-consent" disabled={isFixed}>
      <legend>{text('welcomeConsent')}</legend>
      {isFixed && <p class="secondary">{text('sitesFixed')}</p>}
      {CHOICES.map(([value, mode, title]) => (
        <label class="welcome-choice" key={value}>
          <input
            type="radio"
            name="consent"
            value={value}
            checked={choice === value}
            onChange={() => {
              choose(value, mode)
            }}
          />
          {text(title)}
        </label>
      ))}
      <p role="status" class="small secondary">
        {said !== undefined && text(said)}
      </p>
    </fieldset>
  )
}
