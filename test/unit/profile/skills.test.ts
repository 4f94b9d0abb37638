import { expect, test } from 'vitest'
import type { ProfileSource } from '../../../src/profile/awards'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import type { EscoFinding } from '../../../src/verifier/report'
import { badge } from './some-badge'

const skillsOf = async (...sources: ProfileSource[]) =>
  (await summariseProfile(sources)).trusted.skills
const WELD = { uri: 'http://data.europa.eu/esco/skill/weld', label: 'weld metal' }

test('a skill stands once, by ESCO’s own label, with all badges that claim it', async () => {
  const { found } = await skillsOf(
    badge('a', { skills: [{ result: 'found', ...WELD, concept: 'skill' }] }),
    badge('b', { skills: [{ result: 'label-differs', ...WELD, concept: 'skill' }] }),
  )
  expect(found).toEqual([{ ...WELD, concept: 'skill', labelDiffers: true, badges: ['a', 'b'] }])
})

test('a skill that no badge has a URI of is said to be found by its label alone', async () => {
  const byLabel = { result: 'label-only', ...WELD } as const
  expect((await skillsOf(badge('a', { skills: [byLabel] }))).found).toMatchObject([
    { labelOnly: true },
  ])
  const both = await skillsOf(
    badge('a', { skills: [byLabel] }),
    badge('b', { skills: [{ result: 'found', ...WELD }] }),
  )
  expect(both.found[0]).not.toHaveProperty('labelOnly')
})

test('what a badge merely calls a skill is none', async () => {
  const source = badge('a', {
    achievement: {
      tags: ['perform brain surgery'],
      alignments: [{ targetName: { en: 'perform brain surgery' }, targetFramework: 'ESCO' }],
      criteria: { narrative: { en: 'Skills: perform brain surgery' } },
    },
  })
  const skills = await skillsOf(source)
  expect(skills).toEqual({ found: [], obsolete: 0, notFound: 0, unchecked: 0 })
  expect(JSON.stringify(skills)).not.toContain('surgery')
})

test.each([
  ['not-found', 'notFound'],
  ['unchecked', 'unchecked'],
  ['obsolete', 'obsolete'],
] as const)(
  'what is %s is counted once and not named, whatever label it has',
  async (result, count) => {
    const finding: Partial<EscoFinding> = { result, ...WELD }
    const skills = await skillsOf(
      badge('a', { skills: [finding] }),
      badge('b', { skills: [finding] }),
    )
    expect(skills.found).toEqual([])
    expect(skills[count]).toBe(1)
  },
)

test('an occupation is no skill', async () => {
  const { found } = await skillsOf(
    badge('a', { skills: [{ result: 'found', ...WELD, concept: 'occupation' }] }),
  )
  expect(found).toEqual([])
})

test('an alignment that is not ESCO’s is no skill, whatever it brings along', async () => {
  const source = badge('a', { skills: ['weld metal'] })
  const [alignment] = source.report.alignments ?? []
  if (alignment) source.report.alignments = [{ ...alignment, kind: 'other' }]
  expect((await skillsOf(source)).found).toEqual([])
})
