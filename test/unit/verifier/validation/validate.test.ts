import { describe, expect, it } from 'vitest'
import {
  must,
  mustType,
  one,
  some,
  type DataModel,
} from '../../../../src/verifier/validation/class-table'
import { kindNamed } from '../../../../src/verifier/validation/kinds'
import { OPEN_BADGES_2 } from '../../../../src/verifier/validation/open-badges-2-classes'
import { OPEN_BADGES_3 } from '../../../../src/verifier/validation/open-badges-3-classes'
import { EXTENSIONS } from '../../../../src/verifier/validation/extension-classes'
import { MOST_VIOLATIONS, validate } from '../../../../src/verifier/validation/validate'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { expectLittleWork } from '../../cpu-time'

const MODEL: DataModel = {
  Badge: {
    properties: {
      type: mustType('Badge'),
      name: must('text'),
      issuer: must('iri', 'Issuer'),
      until: one('dateTime'),
      parts: some('Issuer'),
      next: one('Badge'),
    },
    oneOf: [['id', 'uid']],
  },
  Issuer: { properties: { email: must('email') } },
}
const BADGE = { type: 'Badge', name: 'Course', issuer: 'https://x.example/', id: 'urn:x' }

const found = (changes: JsonObject) =>
  validate({ ...BADGE, ...changes }, 'Badge', MODEL)?.map(
    ({ property, missing, essential }) =>
      `${property} ${missing ? 'missing' : 'invalid'}${essential ? '!' : ''}`,
  )

describe('validate', () => {
  it.each<[string, JsonObject, string[]]>([
    ['nothing wrong', {}, []],
    ['what it does not know', { more: { type: 'x' }, constructor: 1 }, []],
    ['null for absent', { name: null }, ['name missing!']],
    ['an empty text', { name: '' }, ['name invalid!']],
    ['an empty list', { name: [] }, ['name missing!']],
    ['a list of one', { issuer: ['https://x.example/'] }, []],
    ['a list where one value is meant', { issuer: ['urn:a', 'urn:b'] }, ['issuer invalid!']],
    ['a required part of a required part', { issuer: {} }, ['issuer.email missing!']],
    [
      'a required part of an optional one',
      { parts: [{}, {}] },
      ['parts[0].email missing', 'parts[1].email missing'],
    ],
    ['an optional one', { until: 'soon' }, ['until invalid']],
    ['another type', { type: ['Badges'] }, ['type invalid!']],
    ['a type among others', { type: ['Other', 'Badge'] }, []],
    ['a type that is no text', { type: ['Badge', 1] }, ['type invalid!']],
    ['one of two names', { id: null, uid: '1' }, []],
    ['neither name', { id: null }, ['id or uid missing!']],
    ['names in two languages', { name: [{ en: 'Course' }, { nl: 'Cursus' }] }, []],
    ['two names', { name: ['Course', 'Degree'] }, ['name invalid!']],
    ['a name twice', { name: ['Course', null, 'Course'] }, []],
    [
      'two names in one language',
      { name: [{ '@value': 'Course', '@language': 'en' }, { en: 'Degree' }] },
      ['name invalid!'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected)
  })

  it('reads own properties only', () => {
    const inherited = Object.create({ ...BADGE }) as JsonObject
    expect(validate(inherited, 'Badge', MODEL)?.length).toBe(4)
  })

  it('names no more than a person can read, and looks at each part once', () => {
    let looked = 0
    const count = (): void => {
      looked++
    }
    const part = (): JsonObject =>
      Object.defineProperty({}, 'email', { enumerable: true, get: count })
    const parts = Array.from({ length: 5_000 }, part)
    expect(found({ parts })).toHaveLength(MOST_VIOLATIONS)
    expect(looked).toBeLessThanOrEqual(5_000)
  })

  it('says several values where one is meant, however deep, and among many trifles', () => {
    const trifles = Array.from({ length: 20 }, () => ({}))
    const next = { ...BADGE, until: ['2020-01-01', '2030-01-01'] }
    const violations = validate({ ...BADGE, parts: trifles, next }, 'Badge', MODEL)
    expect(violations).toHaveLength(MOST_VIOLATIONS)
    expect(violations?.[0]).toEqual({
      property: 'next.until',
      expected: 'one date and time',
      missing: false,
      essential: false,
      several: true,
    })
  })

  it('gives up on what is larger than any badge', () => {
    const parts = Array.from({ length: 20_000 }, () => ({ email: 'a@b' }))
    expect(found({ parts })).toBeUndefined()
  })

  it('follows a class into itself', () => {
    let next: JsonObject = { ...BADGE, name: 1 }
    for (let depth = 0; depth < 60; depth++) next = { ...BADGE, next }
    expect(found({ next })).toEqual([`${'next.'.repeat(61)}name invalid`])
  })
})

describe('kinds', () => {
  const LONG = 500_000
  it.each<[string, JsonValue]>([
    ['iri', `a${'a'.repeat(LONG)}`],
    ['iri', `a:${'b'.repeat(LONG)} `],
    ['email', `${'a'.repeat(LONG)}@`],
    ['email', '@'.repeat(LONG)],
    ['jws', `${'a'.repeat(LONG)}.`],
    ['jws', 'a.'.repeat(LONG)],
    ['language', `en${'-a'.repeat(LONG)}`],
    ['dateTime', '2020-01-01T'.repeat(50_000)],
    ['url', `https://${'a.'.repeat(LONG)}`],
    ['text', 'x'.repeat(LONG)],
    ['uuid', '0'.repeat(LONG)],
  ])('%s takes no time over a long value', async (kind, value) => {
    await expectLittleWork(1, () => {
      kindNamed(kind)?.fits(value)
    })
  })

  it.each<[string, JsonValue, boolean]>([
    ['iri', 'urn:uuid:1', true],
    ['iri', 'did:web:x.example', true],
    ['iri', 'badge-1', false],
    ['iri', { id: 'urn:x' }, false],
    ['url', 'javascript:alert(1)', false],
    ['url', 'https://x.example/', true],
    ['email', 'ada@example.org', true],
    ['email', 'ada', false],
    ['dateTime', '2020-02-30', false],
    ['dateTime', 1_395_112_143, false],
    ['boolean', 'true', false],
    ['number', '2.5', false],
    ['language', 'nl_NL', true],
    ['constructor', 'x', false],
  ])('%s of %j: %s', (kind, value, fits) => {
    expect(kindNamed(kind)?.fits(value) ?? false).toBe(fits)
  })
})

describe('the tables', () => {
  it.each(Object.entries({ OPEN_BADGES_2, OPEN_BADGES_3, EXTENSIONS }))(
    '%s names only kinds and classes that there are',
    (_, model: DataModel) => {
      const names = Object.values(model).flatMap(({ properties }) =>
        Object.values(properties).flatMap(({ of }) => of),
      )
      const unknown = names.filter((name) => !kindNamed(name) && !Object.hasOwn(model, name))
      expect(unknown).toEqual([])
    },
  )
})
