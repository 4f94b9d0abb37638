import { useEffect, useState } from 'preact/hooks'
import type { ConsentMode } from '../../platform/consent-shapes'
import { Logo } from '../../ui/logo'
import { VerdictShape } from '../../ui/verdict-shape'
import { useWording } from '../../ui/wording-context'
import type { ChipLook, MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import { OPTIONS_PAGE } from '../tab'
import './welcome.css'

type Choice = 'click' | 'sites' | 'everywhere'

/** Shown once, after installation: what it does, whom it may ask, and where to find it. */
export function Welcome() {
  const { text } = useWording()
  return (
    <main class="welcome">
      <Logo />
      <h1>{text('welcomeTitle')}</h1>
      <ul class="welcome-does">
        {(['welcomeFinds', 'welcomeChecks', 'welcomeKeeps'] as const).map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
      <Marks />
      <ConsentChoice />
      <h2>{text('listsTitle')}</h2>
      <p class="secondary">
        {text('welcomeLists')} <a href={OPTIONS_PAGE}>{text('listsAddTitle')}</a>
      </p>
      <h2>{text('welcomePin')}</h2>
      <p class="secondary">{text('welcomePinText')}</p>
    </main>
  )
}

const MARKS: [ChipLook, MessageKey][] = [
  ['found', 'welcomeMarkFound'],
  ['trusted', 'welcomeMarkTrusted'],
  ['authentic', 'welcomeMarkAuthentic'],
  ['attention', 'welcomeMarkAttention'],
  ['invalid', 'welcomeMarkInvalid'],
  ['unverifiable', 'welcomeMarkUnverifiable'],
]

function Marks() {
  const { text } = useWording()
  return (
    <>
      <h2>{text('welcomeMarks')}</h2>
      <ul class="welcome-marks">
        {MARKS.map(([look, key]) => (
          <li key={look}>
            <VerdictShape look={look} />
            {text(key)}
          </li>
        ))}
      </ul>
    </>
  )
}

const CHOICES: [Choice, ConsentMode, MessageKey, MessageKey][] = [
  ['click', 'click', 'consentClick', 'welcomeClickText'],
  ['sites', 'click', 'welcomeSites', 'welcomeSitesText'],
  ['everywhere', 'always', 'consentEverywhere', 'welcomeEverywhereText'],
]

function ConsentChoice() {
  const { text } = useWording()
  const [choice, setChoice] = useState<Choice>('click')
  const [said, setSaid] = useState<MessageKey>()
  const [isFixed, setFixed] = useState(false)

  useEffect(() => {
    ask('consent', { host: '' }).then(
      (state) => {
        if (state.everywhere === 'always') setChoice('everywhere')
        setFixed(state.isFixed)
      },
      () => undefined,
    )
  }, [])

  const choose = (chosen: Choice, mode: ConsentMode): void => {
    const before = choice
    setChoice(chosen)
    ask('set-consent', { scope: 'everywhere', host: '', mode }).then(
      () => {
        setSaid('welcomeSaved')
      },
      () => {
        setChoice(before)
        setSaid('stateNoAnswer')
      },
    )
  }

  return (
    <fieldset class="welcome-consent" disabled={isFixed}>
      <legend>{text('welcomeConsent')}</legend>
      <p class="secondary">{text('welcomeConsentText')}</p>
      {isFixed && <p class="secondary">{text('sitesFixed')}</p>}
      {CHOICES.map(([value, mode, title, explanation]) => (
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
          <span>
            <b>{text(title)}</b>
            <span class="welcome-choice-text">{text(explanation)}</span>
          </span>
        </label>
      ))}
      <p role="status" class="small secondary">
        {said !== undefined && text(said)}
      </p>
    </fieldset>
  )
}
