import { CONSENT_MODES, type ConsentMode } from '../platform/consent-shapes'
import { OneOf } from './one-of'
import { useWording } from './wording-context'
import { modeName } from './wording'

interface ModeChoiceProps {
  /** What is chosen here, for those who do not see where it stands. */
  legend: string
  mode: ConsentMode
  disabled?: boolean
  /** Id of the text that says what the mode comes to. */
  describedBy?: string
  onChoose: (mode: ConsentMode) => void
}

/** Off, on click or always. */
export function ModeChoice({ mode, ...rest }: ModeChoiceProps) {
  const s = useWording()
  return (
    <OneOf {...rest} values={CONSENT_MODES} value={mode} nameOf={(value) => modeName(value, s)} />
  )
}
