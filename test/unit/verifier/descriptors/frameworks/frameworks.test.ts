import { describe, expect, it } from 'vitest'
import { DESCRIPTOR_IDS } from '../../../../../src/verifier/descriptors/descriptor-ids'
import { DESCRIPTOR_KEYS, nameKey } from '../../../../../src/verifier/descriptors/descriptor-names'
import { PLACES } from '../../../../../src/verifier/descriptors/descriptor-places'
import { FRAMEWORKS } from '../../../../../src/verifier/descriptors/frameworks'
import { euAnnex1 } from '../../../../../src/verifier/descriptors/frameworks/eu-annex-1'
import { jvCampus } from '../../../../../src/verifier/descriptors/frameworks/jv-campus'
import { PLACE_READERS } from '../../../../../src/verifier/descriptors/place-readers'

const files = import.meta.glob<Record<string, unknown>>(
  ['../../../../../src/verifier/descriptors/frameworks/*.ts', '!**/index.ts'],
  { eager: true },
)

describe('the list of frameworks', () => {
  it('holds what every file of the folder exports', () => {
    const exported = Object.values(files).flatMap((module) => Object.values(module))
    expect(exported).toHaveLength(Object.keys(files).length)
    expect(new Set(exported)).toEqual(new Set(FRAMEWORKS))
  })

  it('has a name of its own for each, after its file', () => {
    const names = Object.keys(files).map((file) => /([\w-]+)\.ts$/.exec(file)?.[1])
    expect(new Set(FRAMEWORKS.map(({ id }) => id))).toEqual(new Set(names))
  })

  it.each(FRAMEWORKS)('$id asks for each descriptor once', ({ elements }) => {
    const asked = elements.map(({ descriptor }) => descriptor)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeGreaterThan(0)
  })
})

/** Descriptors by obligation, as the table of the two documents has them. */
const asked = (framework: typeof euAnnex1, obligation: string) =>
  framework.elements.filter((one) => one.obligation === obligation).map((one) => one.descriptor)

describe('Annex I of the Council Recommendation', () => {
  it('"Mandatory elements"', () => {
    expect(asked(euAnnex1, 'mandatory')).toEqual([
      'learner-identification',
      'title',
      'issuer-country',
      'awarding-body',
      'date-of-issuing',
      'learning-outcomes',
      'workload',
      'assessment-type',
      'participation-form',
      'quality-assurance',
    ])
    expect(asked(euAnnex1, 'mandatory-if-applicable')).toEqual(['level'])
  })

  it('"Optional elements, where relevant"', () => {
    expect(asked(euAnnex1, 'optional')).toEqual([
      'prerequisites',
      'supervision',
      'grade',
      'stackability',
      'further-information',
    ])
  })
})

describe('the guideline 1.1 of JV-Campus and JMOOC', () => {
  it('has eleven mandatory descriptors', () => {
    expect(asked(jvCampus, 'mandatory')).toEqual([
      'learner-identification',
      'title',
      'awarding-body',
      'date-of-issuing',
      'description',
      'learning-outcomes',
      'workload',
      'assessment-type',
      'participation-form',
      'quality-assurance',
      'credit',
    ])
    expect(asked(jvCampus, 'optional')).toEqual([
      'issuer-country',
      'level',
      'language',
      'certification',
      'prerequisites',
      'stackability',
    ])
  })
})

it.each([...euAnnex1.elements, ...jvCampus.elements])(
  'criteria may lead $descriptor by "$name"',
  ({ descriptor, name }) => {
    expect(DESCRIPTOR_KEYS.get(nameKey(name))).toBe(descriptor)
  },
)

describe('places', () => {
  it('are told for every descriptor, and each has a reader that is used', () => {
    expect(new Set(Object.keys(PLACES))).toEqual(new Set(DESCRIPTOR_IDS))
    const used = Object.values(PLACES).flatMap(({ openBadges2, openBadges3, clr, elm }) => [
      ...openBadges2,
      ...openBadges3,
      ...clr,
      ...elm,
    ])
    expect(new Set(used)).toEqual(new Set(Object.keys(PLACE_READERS)))
  })

  it('are told in every generation', () => {
    for (const [descriptor, { openBadges2, openBadges3, clr, elm }] of Object.entries(PLACES))
      for (const places of [openBadges2, openBadges3, clr, elm]) {
        // The guideline asks for a note that the European Learning Model has no place for.
        const isNowhere = descriptor === 'certification' && places === elm
        expect(places.length > 0, descriptor).toBe(!isNowhere)
        expect(new Set(places).size).toBe(places.length)
      }
  })
})
