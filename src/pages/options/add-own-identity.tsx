import { useId, useState } from 'preact/hooks'
import type { GivenIdentity } from '../../platform/messages'
import { useWording } from '../../ui/wording-context'
import { Field } from './own-field'
import './own-badges.css'

export interface Entered {
  identity: GivenIdentity
  label: string
  remember: boolean
}

interface AddOwnIdentityProps {
  busy: boolean
  /** Whether it is kept; the form is emptied then. */
  onAdd: (entered: Entered) => Promise<boolean>
}

const NOTHING = { address: '', name: '', dateOfBirth: '', label: '' }

export function AddOwnIdentity({ busy, onAdd }: AddOwnIdentityProps) {
  const { text } = useWording()
  const [isPerson, setPerson] = useState(false)
  const [remember, setRemember] = useState(false)
  const [given, setGiven] = useState(NOTHING)
  const { address, name, dateOfBirth, label } = given
  const set = (changed: Partial<typeof NOTHING>): void => {
    setGiven({ ...given, ...changed })
  }
  const add = (): void => {
    const identity = isPerson ? { name, dateOfBirth } : address
    void onAdd({ identity, label, remember }).then((isKept) => {
      if (isKept) setGiven(NOTHING)
    })
  }
  return (
    <form
      class="options-add own-add"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <h3>{text('ownAddTitle')}</h3>
      <Which isPerson={isPerson} onChange={setPerson} />
      {isPerson ? (
        <div class="own-person">
          <Field
            name="own-name"
            label={text('holderName')}
            value={name}
            onInput={(value) => {
              set({ name: value })
            }}
          />
          <Field
            name="own-born"
            isDate
            label={text('holderBorn')}
            value={dateOfBirth}
            onInput={(value) => {
              set({ dateOfBirth: value })
            }}
          />
        </div>
      ) : (
        <Field
          name="own-address"
          label={text('ownField')}
          value={address}
          onInput={(value) => {
            set({ address: value })
          }}
        />
      )}
      <Field
        name="own-label"
        label={text('ownLabel')}
        hint={text('ownLabelHint')}
        maxLength={60}
        value={label}
        onInput={(value) => {
          set({ label: value })
        }}
      />
      <Remember remember={remember} onChange={setRemember} />
      <div>
        <button type="submit" class="button button-primary" disabled={busy}>
          {text('ownAdd')}
        </button>
      </div>
    </form>
  )
}

interface WhichProps {
  isPerson: boolean
  onChange: (isPerson: boolean) => void
}

function Which({ isPerson, onChange }: WhichProps) {
  const { text } = useWording()
  const options = [
    { key: 'address', label: text('ownWhichAddress'), person: false },
    { key: 'person', label: text('ownKindPerson'), person: true },
  ]
  return (
    <fieldset class="own-which">
      <legend>{text('ownWhich')}</legend>
      {options.map(({ key, label, person }) => (
        <label class="options-switch" key={key}>
          <input
            type="radio"
            name="own-which"
            value={key}
            checked={isPerson === person}
            onChange={() => {
              onChange(person)
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

interface RememberProps {
  remember: boolean
  onChange: (remember: boolean) => void
}

function Remember({ remember, onChange }: RememberProps) {
  const { text } = useWording()
  const hint = useId()
  return (
    <div>
      <label class="options-switch">
        <input
          type="checkbox"
          name="own-remember"
          checked={remember}
          aria-describedby={hint}
          onChange={(event) => {
            onChange(event.currentTarget.checked)
          }}
        />
        {text('ownRemember')}
      </label>
      <p class="options-hint" id={hint}>
        {text('ownRememberHint')}
      </p>
    </div>
  )
}
