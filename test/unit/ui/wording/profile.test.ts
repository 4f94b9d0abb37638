import { describe, expect, test } from 'vitest'
import {
  badgeNamesOf,
  contradictionSentence,
  contradictionsInShort,
  leftOutSentence,
  levelSpan,
  overlapSentence,
  profileIssuerName,
  recipientName,
  recipientsSentence,
  sentencesIn,
} from '../../../../src/ui/wording'
import { PROFILES } from '../../../screens/profiles'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')
const { summary } = PROFILES.contradictory
const names = badgeNamesOf(summary, s)

describe('contradictions', () => {
  test('each has a sentence of its own, in full and in short', () => {
    const said = summary.contradictions.map((each) => contradictionSentence(each, names, s))
    const short = summary.contradictions.map((each) => contradictionsInShort([each], s))
    expect(new Set(said).size).toBe(7)
    expect(new Set(short).size).toBe(7)
    for (const sentence of [...said, ...short]) expect(sentence).toMatch(/^[A-Z].+[.)]$/)
    expect(said.join()).not.toMatch(/⟨missing|undefined/)
  })

  test('name their badges, and two of a kind once', () => {
    expect(
      contradictionSentence(
        { code: 'levels-differ', levels: [6, 8], badges: ['trusted'] },
        names,
        s,
      ),
    ).toBe(
      'One achievement, different levels: EQF 6 and EQF 8. Only the lowest counts. (Data Analysis Foundations)',
    )
    const twice = [...summary.contradictions, ...summary.contradictions].slice(0, 8)
    expect(contradictionsInShort(twice, s).match(/different recipients/g)).toHaveLength(1)
  })

  test('name issuers by their domain, whatever they are called', () => {
    const said = contradictionSentence(
      {
        ...{ code: 'issuer-names-differ', issuer: 'did:web:evil.example' },
        ...{ names: ['Oxbridge', 'Harford'], badges: [] },
      },
      names,
      s,
    )
    expect(said).toBe('One issuer, evil.example, goes by different names: Oxbridge and Harford.')
  })
})

test('what is left out is said by verdict, and what is not checked too', () => {
  expect(leftOutSentence(summary, s)).toBe(
    'Left out: 1 needs a look, 2 do not verify, 1 could not be checked, 3 not checked yet.',
  )
  expect(leftOutSentence(PROFILES.one.summary, s)).toBeUndefined()
  const endorsement = { ...PROFILES.one.summary, notAwards: 1 }
  expect(leftOutSentence(endorsement, s)).toBe('Left out: 1 is not an awarded badge.')
})

test('levels are one or a span', () => {
  expect(levelSpan({ lowest: 5, highest: 7 }, s)).toBe('EQF 5–7')
  expect(levelSpan({ lowest: 6, highest: 6 }, s)).toBe('EQF 6')
  expect(levelSpan({}, s)).toBeUndefined()
})

test('an overlap says how much was not added, and for what', () => {
  const overlap = {
    badges: ['trusted'],
    counted: { from: 3, to: 3 },
    notCounted: { from: 2.5, to: 3 },
  }
  expect(overlapSentence({ kind: 'same-achievement', ...overlap }, names, s)).toBe(
    '2.5–3 ECTS not added again, for the same achievement: Data Analysis Foundations.',
  )
  expect(overlapSentence({ kind: 'related', ...overlap }, names, s)).toContain('belong together')
})

describe('issuers', () => {
  test('that nobody vouches for are named by domain or key before what they call themselves', () => {
    expect(
      profileIssuerName({ id: 'did:web:evil.example', claimedNames: ['Harford'], badges: [] }, s),
    ).toBe('evil.example, calls itself “Harford”')
  })

  test('that somebody vouches for are named as that one does', () => {
    expect(
      profileIssuerName(
        { id: 'x', registeredName: 'Harford', claimedNames: ['HU'], badges: [] },
        s,
      ),
    ).toBe('Harford')
  })
})

test('recipients that cannot be compared are called neither the same nor different', () => {
  const said = recipientsSentence({ comparison: 'unknown', groups: [] }, s)
  expect(said).toContain('cannot be compared')
  expect(said).not.toMatch(/different|same/)
  expect(recipientName({ identities: [], hashedOnly: true, badges: [] }, s)).toMatch(/hash/)
  expect(recipientName({ identities: [], badges: [] }, s)).toBe('Nobody is named')
})
