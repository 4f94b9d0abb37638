import type { TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  name: string
  label: string
  hint?: string
  isDate?: boolean
  maxLength?: number
  value: string
  onInput: (value: string) => void
}

/** One thing that the user enters, and that the browser is asked not to keep for the next time. */
export function Field(props: FieldProps) {
  const { name, label, hint, isDate = false, maxLength = 320, value, onInput } = props
  const id = useId()
  const hintId = useId()
  const field = {
    ...{ id, name, value },
    autoComplete: 'off',
    ...(hint !== undefined && { 'aria-describedby': hintId }),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => {
      onInput(event.currentTarget.value)
    },
  }
  return (
    <div class="own-field">
      <label for={id}>{label}</label>
      {isDate ? (
        <input type="date" {...field} />
      ) : (
        <input
          type="text"
          autoCapitalize="none"
          spellcheck={false}
          dir="auto"
          maxLength={maxLength}
          {...field}
        />
      )}
      {hint !== undefined && (
        <p class="options-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
