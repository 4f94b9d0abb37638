/** Every language has every text, whole: whoever adds a folder to public/_locales is told here what it lacks. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/platform/preferences'
import { FOLDERS, messagesOf, type Message, type Messages } from './locales'

const english = messagesOf('en')
const STEMS = Object.keys(english)
  .filter((key) => key.endsWith('_other'))
  .map((key) => key.replace(/_other$/, ''))
/** CLDR has `many` here for a million and more alone, which none of our counts comes to. */
const MANY_IS_A_MILLION = ['es', 'fr', 'it', 'pt']
/** Of a text with plural forms it is the first value; the form for one may say "the badge" instead. */
const THE_COUNT = '$1'
/** Characters: beyond, a chip takes the line of the name beside it. */
const LONGEST_CHIP = 26
/** Of the stores. */
const LONGEST_DESCRIPTION = 132
/** How each language quotes; a name must not be able to close what stands around it. */
const QUOTES: Record<string, string> = {
  de: '„“',
  en: '“”',
  es: '«»',
  fr: '«»',
  it: '“”',
  ja: '「」',
  nl: '“”',
  pl: '„”',
  pt: '«»',
}
/** What a button shows, and its name where several show the same: who speaks to the browser says what is shown. */
const NAMED: [shown: string, named: string][] = [
  ['listsAdd', 'listsAddNamed'],
  ['listsRefresh', 'listsRefreshNamed'],
  ['listsRemove', 'listsRemoveNamed'],
  ['listsRemove', 'sitesRemoveNamed'],
  ['listsRemove', 'ownRemoveNamed'],
  ['listsRemove', 'escoOfflineRemoveNamed'],
  ['watchEnd', 'watchEndNamed'],
  ['watchSeen', 'watchSeenNamed'],
]
const ANY_QUOTE = /[„“”‟‘‚«»‹›「」『』]/g

/**
 * Words that hide which of three things is meant: that it fails, that it could not be checked, or that it is no
 * longer in force. By language, and never in a text that says how a badge fares.
 */
const HIDING: Record<string, RegExp> = {
  de: word('(?:un)?gültig(?:e[mnrs]?)?', 'warnung(?:en)?', 'nicht verifiziert'),
  en: word('(?:in)?valid', 'warnings?', 'not verified'),
  es: word('(?:in)?válid[oa]s?', 'advertencias?', 'no verificad[oa]s?'),
  fr: word('(?:in)?valides?', 'avertissements?', 'non vérifiée?s?'),
  it: word('(?:in)?valid[aeio]', 'avvertenz[ae]', 'avviso', 'non verificat[aeio]'),
  ja: /有効(?!期)|無効|警告|未検証/u,
  nl: word('(?:on)?geldige?', 'waarschuwing(?:en)?', 'niet geverifieerd'),
  pl: word(
    '(?:nie)?ważn[a-ząę]+',
    '(?:nie)?prawidłow[a-ząę]+',
    'ostrzeże[a-zń]+',
    'niezweryfik[a-z]+',
  ),
  pt: word('(?:in)?válid[oa]s?', 'avisos?', 'não verificad[oa]s?'),
}
const SAYS_HOW_IT_FARES = /^(?:chip|headline|mark|outcome|reason|summary|toolbar|verdict)[A-Z]/
/** "Not yet in force" says which of the three it is. */
const MAY_SAY = ['chipNotYetValid']

function word(...words: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu')
}

function formsOf(language: string): { needed: string[]; allowed: string[] } {
  const allowed: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const isRare = (form: string) => form === 'many' && MANY_IS_A_MILLION.includes(language)
  return { allowed, needed: allowed.filter((form) => !isRare(form)) }
}

/** The English text that a text of another language must match. */
function source(key: string): Message | undefined {
  return english[key] ?? english[key.replace(/_(?:zero|two|few|many)$/, '_other')]
}

function withForms(forms: string[]): string[] {
  const plain = Object.keys(english).filter((key) => !isPlural(key))
  return [...plain, ...STEMS.flatMap((stem) => forms.map((form) => `${stem}_${form}`))]
}

function isPlural(key: string): boolean {
  return STEMS.includes(key.replace(/_[a-z]+$/, ''))
}

function placesIn({ message }: Message): string[] {
  return [
    ...new Set(Array.from(message.matchAll(/\$(\w+)\$/g), ([, name = '']) => name.toLowerCase())),
  ]
}

function declaredIn(message: Message | undefined): [string, string][] {
  return Object.entries(message?.placeholders ?? {})
    .map(([name, { content }]): [string, string] => [name.toLowerCase(), content])
    .sort()
}

function textsThat(
  messages: Messages,
  applies: (key: string, message: Message) => boolean,
): string[] {
  return Object.entries(messages)
    .filter(([key, message]) => applies(key, message))
    .map(([key, { message }]) => `${key}: ${message}`)
}

test('each language that has a folder is offered in the options', () => {
  expect(FOLDERS.filter((folder) => !LANGUAGES.some((language) => language === folder))).toEqual([])
})

describe.each(FOLDERS)('%s', (language) => {
  const messages = messagesOf(language)
  const { needed, allowed } = formsOf(language)

  test('lacks no text, and no form that its numbers need', () => {
    expect(withForms(needed).filter((key) => !(key in messages))).toEqual([])
  })

  test('has no text that nobody asks for', () => {
    const known = new Set(withForms(allowed))
    expect(Object.keys(messages).filter((key) => !known.has(key))).toEqual([])
  })

  test('leaves no text blank', () => {
    expect(textsThat(messages, (_, { message }) => message.trim() === '')).toEqual([])
  })

  test('has the places for values that the English text has, and uses each', () => {
    const wrong = textsThat(messages, (key, message) => {
      const wanted = declaredIn(source(key))
      const used = new Set(placesIn(message))
      const isLeftOut = ([name, content]: [string, string]) =>
        !used.has(name) && !(content === THE_COUNT && key.endsWith('_one'))
      return (
        JSON.stringify(declaredIn(message)) !== JSON.stringify(wanted) ||
        wanted.some(isLeftOut) ||
        [...used].some((name) => !wanted.some(([known]) => known === name))
      )
    })
    expect(wrong).toEqual([])
  })

  test('has no dollar that is no place: browsers would take it for one', () => {
    const stray = textsThat(messages, (_, { message }) =>
      message.replace(/\$\w+\$/g, '').includes('$'),
    )
    expect(stray).toEqual([])
  })

  test('names itself', () => {
    expect(messages.languageTag?.message.split('-')[0]).toBe(language)
    expect(messages.languageDirection?.message).toMatch(/^(?:ltr|rtl)$/)
  })

  test('keeps to the room that stores and chips have', () => {
    expect(messages.extDescription?.message.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION)
    const long = textsThat(
      messages,
      (key, { message }) => /^chip[A-Z]/.test(key) && Array.from(message).length > LONGEST_CHIP,
    )
    expect(long).toEqual([])
  })

  test('says of no badge a word that hides which of three things is meant', () => {
    const hiding = HIDING[language]
    expect(hiding, 'add the words of this language to HIDING').toBeDefined()
    const said = textsThat(
      messages,
      (key, { message }) =>
        SAYS_HOW_IT_FARES.test(key) && !MAY_SAY.includes(key) && hiding?.test(message) === true,
    )
    expect(said).toEqual([])
  })

  test('quotes in one way', () => {
    const marks = QUOTES[language] ?? ''
    expect(marks, 'add the marks of this language to QUOTES').not.toBe('')
    const others = textsThat(messages, (_, { message }) =>
      (message.match(ANY_QUOTE) ?? []).some((mark) => !marks.includes(mark)),
    )
    expect(others).toEqual([])
  })

  test('calls no button otherwise than it shows (WCAG 2.5.3)', () => {
    const wordsOf = (key: string) => messages[key]?.message.toLowerCase() ?? ''
    const others = NAMED.filter(([shown, named]) => !wordsOf(named).includes(wordsOf(shown)))
    expect(others).toEqual([])
  })

  test('leaves no mark at the beginning of a line', () => {
    const broken = textsThat(messages, (_, { message }) => / [:;?!»]|« /.test(message))
    expect(broken).toEqual([])
  })

  test('is another language than English', () => {
    if (language === 'en') return
    const same = Object.keys(english).filter(
      (key) => messages[key]?.message === english[key]?.message,
    )
    expect(same.length).toBeLessThan(Object.keys(english).length / 5)
  })
})

describe('the words that hide', () => {
  test.each([
    ['de', 'Das Abzeichen ist ungültig.', true],
    ['de', 'Endgültige Fassung', false],
    ['fr', 'Badge invalide', true],
    ['fr', 'Valider ce badge', false],
    ['es', 'Insignia no verificada', true],
    ['pl', 'Nieważna odznaka', true],
    ['ja', '有効期限が切れました', false],
    ['ja', '無効なバッジ', true],
  ])('%s: %s', (language, text, hides) => {
    expect(HIDING[language]?.test(text)).toBe(hides)
  })
})
