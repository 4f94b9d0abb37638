import { useId, useState } from 'preact/hooks'
import {
  APPEARANCES,
  LANGUAGES,
  type Appearance,
  type Language,
  type PreferenceChange,
} from '../../platform/preferences'
import { OneOf } from '../../ui/one-of'
import { useWording } from '../../ui/wording-context'
import { nameOfCode, type MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import { usePreferences } from './use-preferences'

const APPEARANCE_NAMES: Record<Appearance, MessageKey> = {
  system: 'appearanceSystem',
  light: 'appearanceLight',
  dark: 'appearanceDark',
}

/** In which language, and in which colours. First of all: it may be in a language that nobody here reads. */
export function LanguageAndAppearance() {
  const { text } = useWording()
  const preferred = usePreferences()
  const [failed, setFailed] = useState(false)
  const hint = useId()

  const change = (change: PreferenceChange): void => {
    setFailed(false)
    ask('change-preferences', { change }).catch(() => {
      setFailed(true)
    })
  }

  return (
    <section aria-labelledby="language">
      <h2 id="language" tabIndex={-1}>
        {text('languageTitle')}
      </h2>
      <p>{text('languageWhat')}</p>
      {preferred && (
        <div class="options-rows">
          <label class="options-row">
            <span class="options-row-name">{text('languageLabel')}</span>
            <LanguageList
              language={preferred.language}
              onChoose={(language) => {
                change({ language })
              }}
            />
          </label>
          <div class="options-row">
            <span class="options-row-name">{text('appearanceLabel')}</span>
            <OneOf
              legend={text('appearanceLabel')}
              values={APPEARANCES}
              value={preferred.appearance}
              nameOf={(value) => text(APPEARANCE_NAMES[value])}
              describedBy={hint}
              onChoose={(appearance) => {
                change({ appearance })
              }}
            />
            <p class="options-hint" id={hint}>
              {text('appearanceHint')}
            </p>
          </div>
        </div>
      )}
      <div role="status" class="options-said">
        {failed && <p class="options-failed">{text('stateNoAnswer')}</p>}
      </div>
    </section>
  )
}

interface LanguageListProps {
  language: Language | undefined
  onChoose: (language: Language | null) => void
}

/** Each language is named in itself, for those who read no other. */
export function LanguageList({ language, onChoose }: LanguageListProps) {
  const { text } = useWording()
  return (
    <select
      class="options-select"
      name="language"
      value={language ?? ''}
      onChange={({ currentTarget: { value } }) => {
        onChoose(LANGUAGES.find((known) => known === value) ?? null)
      }}
    >
      <option value="">{text('languageBrowser')}</option>
      {LANGUAGES.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {nameOfCode('language', tag, tag)}
        </option>
      ))}
    </select>
  )
}
