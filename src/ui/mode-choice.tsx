import { useId } from 'preact/hooks'
import { CONSENT_MODES, type ConsentMode } from '../platform/consent-shapes'
import { useWording } from './wording-context'
import { modeName } from './wording'
import './mode-choice.css'

interface ModeChoiceProps {
  /** What is chosen here, for those who do not see where it stands. */
  legend: string
  mode: ConsentMode
  disabled?: boolean
  /** Id of the text that says what the mode comes to. */
  describedBy?: string
  onChoose: (mode: ConsentMode) => void
}

/** Off, on click or always: three radio buttons in one piece. */
export function ModeChoice({ legend, mode, disabled, describedBy, onChoose }: ModeChoiceProps) {
  const s = useWording()
  const name = useId()
  return (
    <fieldset class="mode" disabled={disabled} aria-describedby={describedBy}>
      <legend class="visually-hidden">{legend}</legend>
      {CONSENT_MODES.map((value) => (
        <label key={value} class="mode-option">
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={value}
            checked={mode === value}
            onChange={() => {
              onChoose(value)
            }}
          />
          <span>{modeName(value, s)}</span>
        </label>
      ))}
    </fieldset>
  )
}
