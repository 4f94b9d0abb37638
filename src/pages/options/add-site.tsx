import { useId, useState } from 'preact/hooks'
import type { ConsentMode } from '../../platform/consent-shapes'
import { ModeChoice } from '../../ui/mode-choice'
import { useWording } from '../../ui/wording-context'

/** Names a site by hand: one that is not open, or a whole domain. */
export function AddSite({ onAdd }: { onAdd: (given: string, mode: ConsentMode) => void }) {
  const { text } = useWording()
  const [given, setGiven] = useState('')
  const [mode, setMode] = useState<ConsentMode>('always')
  const id = useId()
  const hint = useId()
  return (
    <form
      class="options-add"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd(given, mode)
      }}
    >
      <h3>{text('sitesAddTitle')}</h3>
      <div>
        <label for={id}>{text('sitesAddField')}</label>
        <div class="options-line">
          <input
            id={id}
            type="text"
            inputMode="url"
            name="site"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            maxLength={300}
            placeholder="*.uni.example"
            aria-describedby={hint}
            value={given}
            onInput={(event) => {
              setGiven(event.currentTarget.value)
            }}
          />
          <ModeChoice legend={text('sitesAddMode')} mode={mode} onChoose={setMode} />
          <button type="submit" class="button button-primary">
            {text('sitesAdd')}
          </button>
        </div>
        <p class="options-hint" id={hint}>
          {text('sitesAddHint')}
        </p>
      </div>
    </form>
  )
}
