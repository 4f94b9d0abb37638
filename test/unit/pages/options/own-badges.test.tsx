/** The section "Your own badges", and the words that come of it. */
import { describe, expect, test, vi } from 'vitest'
import { AddOwnIdentity } from '../../../../src/pages/options/add-own-identity'
import { OwnIdentityList } from '../../../../src/pages/options/own-identity-list'
import type { OwnFinding, OwnIdentity } from '../../../../src/platform/own-identity-shapes'
import { OwnWord } from '../../../../src/ui/own-word'
import { ownProblemSentence, ownSentence, sentencesIn } from '../../../../src/ui/wording'
import { english } from '../../ui/english'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const nothing = () => undefined
const list = (...identities: OwnIdentity[]) =>
  shown(
    <OwnIdentityList
      identities={identities}
      onRemove={nothing}
      onRemoveAll={nothing}
      onForget={nothing}
    />,
  )
const s = sentencesIn(english, 'en-GB')

describe('the list', () => {
  test('says so where nothing was entered, and offers no removal', () => {
    expect(readText(list())).toContain('You have entered nothing yet')
    expect(list()).not.toContain('<button')
  })

  test('calls an identity what the user calls it, or by its kind', () => {
    const html = list(
      { id: '1', kind: 'email', label: 'At work', inMemory: false },
      { id: '2', kind: 'person', label: '', inMemory: false },
    )
    expect(readText(html)).toMatch(/At work\s+E-mail address\s+Hash only/)
    expect(html).toMatch(/aria-label="Remove “\u2068?Name and date of birth/)
    expect(readText(html)).toContain('Remove all')
    expect(readText(html)).not.toContain('Forget what is in memory')
  })

  test('says which can be told by, and offers to forget them', () => {
    const html = list({ id: '1', kind: 'did', label: '', inMemory: true })
    expect(readText(html)).toContain('Readable in memory until the browser is closed')
    expect(readText(html)).toContain('Forget what is in memory')
  })
})

test('the form keeps nothing readable unless it is ticked, and nothing for the next time', () => {
  const html = shown(<AddOwnIdentity busy={false} onAdd={() => Promise.resolve(true)} />)
  expect(html).not.toMatch(/type="checkbox"[^>]*checked/)
  expect(html).toMatch(/name="own-address"[^>]*/)
  expect(html.match(/autocomplete="off"/gi)?.length).toBe(2)
})

test('what is kept is said to be open to guessing, and at what pace', () => {
  const said = s.text('ownKept')
  expect(said).toContain('thousands of guesses a second')
  expect(said).toMatch(/what kind it is and what you call it/)
  expect(said).not.toMatch(/slowly|nobody can/)
})

describe('the word beside a badge', () => {
  const by = { kind: 'email', label: 'At work' } as const
  test('is there for what is yours alone, and says by what', () => {
    expect(readText(shown(<OwnWord own={{ is: 'yours', by }} />))).toMatch(
      /Yours\s+: issued to “.?At work/,
    )
    for (const is of ['names-you', 'others', 'unknown'] as const)
      expect(shown(<OwnWord own={{ is, by }} />)).toBe('')
    expect(shown(<OwnWord own={undefined} />)).toBe('')
  })

  test.each<[OwnFinding, string | undefined]>([
    [{ is: 'yours', by }, 'No verdict changes by that'],
    [{ is: 'others' }, 'Not issued to any of the identities'],
    [{ is: 'unknown' }, 'cannot be told'],
    [{ is: 'names-you', by }, undefined],
  ])('%j has a sentence in the report', (own, sentence) => {
    if (sentence === undefined) expect(ownSentence(own, s)).toBeUndefined()
    else expect(ownSentence(own, s)).toContain(sentence)
  })
})

test('every refusal is a sentence that says what to do', () => {
  for (const why of ['blank', 'kind', 'person', 'label', 'too-many'] as const)
    expect(ownProblemSentence(why, s)).toMatch(/(first|enter it|call it|enter both).*\.$/i)
})
