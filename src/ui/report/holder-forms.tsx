import type { RefObject } from 'preact'
import { useId, useState } from 'preact/hooks'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import type { Compare } from './whose-is-it'
import '../buttons.css'

interface FormProps {
  /** The first field. */
  field: RefObject<HTMLInputElement | null>
  /** Id of what is said of all fields. */
  hint: string
  busy: boolean
  ask: (identity: Parameters<Compare>[0]) => void
  onProblem: (problem: MessageKey) => void
}

/** An address or a number that the person gave. */
export function AddressForm({ field, hint, busy, ask, onProblem }: FormProps) {
  const { text } = useWording()
  const [identity, setIdentity] = useState('')
  const id = useId()
  return (
    <form
      class="holder"
      onSubmit={(event) => {
        event.preventDefault()
        if (identity.trim() === '') onProblem('holderEmpty')
        else ask(identity.trim())
      }}
    >
      <label for={id}>{text('holderField')}</label>
      <div class="holder-line">
        <input
          id={id}
          ref={field}
          type="text"
          name="identity"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="auto"
          maxLength={320}
          aria-describedby={hint}
          value={identity}
          onInput={(event) => {
            setIdentity(event.currentTarget.value)
          }}
        />
        <CompareButton busy={busy} />
      </div>
    </form>
  )
}

/** Name and day of birth: either alone is shared by many. */
export function PersonForm({ field, hint, busy, ask, onProblem }: FormProps) {
  const { text } = useWording()
  const [name, setName] = useState('')
  const [dateOfBirth, setDateOfBirth] = useState('')
  const nameId = useId()
  const bornId = useId()
  return (
    <form
      class="holder"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '' || dateOfBirth === '') onProblem('holderBoth')
        else ask({ name: name.trim(), dateOfBirth })
      }}
    >
      <div class="holder-line">
        <div class="holder-field">
          <label for={nameId}>{text('holderName')}</label>
          <input
            id={nameId}
            ref={field}
            type="text"
            name="name"
            autoComplete="off"
            spellcheck={false}
            dir="auto"
            maxLength={320}
            aria-describedby={hint}
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value)
            }}
          />
        </div>
        <div class="holder-field">
          <label for={bornId}>{text('holderBorn')}</label>
          <input
            id={bornId}
            type="date"
            name="born"
            autoComplete="off"
            aria-describedby={hint}
            value={dateOfBirth}
            onInput={(event) => {
              setDateOfBirth(event.currentTarget.value)
            }}
          />
        </div>
        <CompareButton busy={busy} />
      </div>
    </form>
  )
}

function CompareButton({ busy }: { busy: boolean }) {
  const { text } = useWording()
  return (
    <button type="submit" class="button" disabled={busy}>
      {text('holderCompare')}
    </button>
  )
}
