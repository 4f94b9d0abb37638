import { useId } from 'preact/hooks'
import './one-of.css'

interface OneOfProps<Value extends string | number> {
  /** What is chosen here, for those who do not see where it stands. */
  legend: string
  values: readonly Value[]
  value: Value
  nameOf: (value: Value) => string
  disabled?: boolean
  /** Id of the text that says what the choice comes to. */
  describedBy?: string
  onChoose: (value: Value) => void
}

/** One of a few: radio buttons in one piece. */
export function OneOf<Value extends string | number>(props: OneOfProps<Value>) {
  const { legend, values, value: chosen, nameOf, disabled, describedBy, onChoose } = props
  const name = useId()
  return (
    <fieldset class="mode" disabled={disabled} aria-describedby={describedBy}>
      <legend class="visually-hidden">{legend}</legend>
      {values.map((value) => (
        <label key={value} class="mode-option">
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => {
              onChoose(value)
            }}
          />
          <span>{nameOf(value)}</span>
        </label>
      ))}
    </fieldset>
  )
}
