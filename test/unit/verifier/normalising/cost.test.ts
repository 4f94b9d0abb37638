import { describe, expect, it } from 'vitest'
import { MOST_CHARACTERS } from '../../../../src/verifier/normalising/inline-contexts'
import { MOST_VALUES, normalise } from '../../../../src/verifier/normalising/normalise'
import { MOST_CONTEXTS } from '../../../../src/verifier/normalising/prepare'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { expectLittleWork } from '../../cpu-time'

const V1 = 'https://w3id.org/openbadges/v1'
const V2 = 'https://w3id.org/openbadges/v2'
const ASSERTION: JsonObject = {
  '@context': V2,
  type: 'obi:Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: 'https://issuer.example/b.json',
}
/** The seven members above and in its recipient, and the one that is added. */
const OWN_VALUES = 8

async function refusal(changes: JsonObject) {
  const result = await normalise({ ...ASSERTION, ...changes })
  return 'reason' in result ? result.reason : undefined
}

const tooComplex = (what: string, limit: number) => ({
  code: 'document-too-complex',
  params: { what, limit },
})
const alternating = (count: number) => many(count, (n) => (n % 2 === 0 ? V1 : V2))

describe('contexts', () => {
  const TOO_MANY = tooComplex('contexts', MOST_CONTEXTS)
  /** Each inside the one before: what they define adds up. */
  const nested = (count: number) =>
    alternating(count).reduce<JsonObject>(
      (inner, context) => ({ '@context': context, 'obi:x': inner }),
      {},
    )

  it('may be as many as the limit, beside and inside each other', async () => {
    expect(await refusal({ '@context': alternating(MOST_CONTEXTS) })).toBeUndefined()
    expect(await refusal({ '@context': alternating(MOST_CONTEXTS + 1) })).toEqual(TOO_MANY)
    expect(await refusal({ '@context': V2, 'obi:x': nested(MOST_CONTEXTS - 1) })).toBeUndefined()
    expect(await refusal({ '@context': V1, 'obi:x': nested(MOST_CONTEXTS) })).toEqual(TOO_MANY)
  })

  it('count where each object has its own', async () => {
    const each = (count: number) =>
      many(count, (n) => ({ '@context': { [`x${n}`]: 'obi:genre' }, [`x${n}`]: 'y' }))
    expect(await refusal({ evidence: each(MOST_CONTEXTS - 1) })).toBeUndefined()
    expect(await refusal({ evidence: each(MOST_CONTEXTS) })).toEqual(TOO_MANY)
    const own = many(MOST_CONTEXTS, (n) => ({ '@context': n % 2 === 0 ? [V1, V2] : V1 }))
    expect(await refusal({ evidence: own })).toEqual(TOO_MANY)
  })

  it('do not count where they repeat what holds', async () => {
    const evidence = many(200, () => ({ '@context': [V2, V2], 'obi:narrative': 'x' }))
    expect(await refusal({ '@context': many(200, () => V2), evidence })).toBeUndefined()
  })

  it('that repeat still bring back what a context between them took', async () => {
    const between = [V2, { my: 'obi:evidence' }, V2]
    const result = await normalise({ ...ASSERTION, '@context': between, my: { genre: 'essay' } })
    expect(result).toMatchObject({ json: { evidence: { genre: 'essay' } } })
  })

  it('hold only where they stand', async () => {
    const older = { '@context': V1, type: 'IssuerOrg', name: 'x' }
    const result = await normalise({ ...ASSERTION, 'obi:x': [older, older, { type: 'IssuerOrg' }] })
    const types = [{ type: 'Issuer' }, { type: 'Issuer' }, { type: 'IssuerOrg' }]
    expect(result).toMatchObject({ json: { 'https://w3id.org/openbadges#x': types } })
  })

  it('of extensions and unknown ones are never processed', async () => {
    const context = [V2, ...many(200, (n) => `https://x.example/${n}`)]
    const extension = { '@context': alternating(200) }
    expect(await refusal({ '@context': context, 'extensions:X': extension })).toBeUndefined()
  })

  it('that a document writes out are short', async () => {
    const length = (letters: number): JsonObject => ({ x: `a:${'x'.repeat(letters)}` })
    const room = MOST_CHARACTERS - JSON.stringify(length(0)).length
    expect(await refusal({ '@context': [V2, length(room)] })).toBeUndefined()
    const TOO_LONG = tooComplex('characters', MOST_CHARACTERS)
    expect(await refusal({ '@context': [V2, length(room + 1)] })).toEqual(TOO_LONG)
    const halves = [V2, length(room / 2), length(room / 2)]
    expect(await refusal({ '@context': halves })).toEqual(TOO_LONG)
  })
})

describe('values', () => {
  const TOO_MANY = tooComplex('values', MOST_VALUES)
  const ROOM = MOST_VALUES - OWN_VALUES

  it.each<[string, (count: number) => JsonObject]>([
    ['items', (count) => ({ tags: many(count, () => 1) })],
    ['objects', (count) => ({ evidence: many(count, () => ({})) })],
    ['lists', (count) => ({ evidence: many(count, () => []) })],
    ['members', (count) => ({ evidence: named(count, '') })],
    ['names with a prefix', (count) => ({ evidence: named(count, 'obi:') })],
    ['extensions', (count) => ({ evidence: named(count, 'extensions:') })],
  ])('may be as many as the limit: %s', async (_, create) => {
    expect(await refusal(create(ROOM))).toBeUndefined()
    expect(await refusal(create(ROOM + 1))).toEqual(TOO_MANY)
  })

  it('count as those of one document, at every depth', async () => {
    const evidence = many(3, () => ({ tags: many(ROOM / 3, () => 1) }))
    expect(await refusal({ evidence })).toEqual(TOO_MANY)
  })

  it('do not count inside of an extension', async () => {
    expect(await refusal({ 'extensions:X': named(MOST_VALUES, '') })).toBeUndefined()
  })

  it('do not count where there is nothing to translate', async () => {
    const revokedAssertions = many(20_000, (n) => ({ id: `urn:uuid:${n}` }))
    const list = { '@context': V2, type: 'RevocationList', revokedAssertions }
    expect(await normalise(list)).toEqual({ json: list })
  })
})

/** A million characters, and what is just within the limits; measured in processor time. */
describe('takes no time, whatever is written', () => {
  const long = 'x'.repeat(MOST_CHARACTERS - 100)
  it.each<[string, JsonObject]>([
    ['contexts beside each other', { '@context': alternating(30_000) }],
    ['one context, repeated', { '@context': many(30_000, () => V2) }],
    ['a long vocabulary', { '@context': [V2, { '@vocab': `a:${long}` }], x: named(2_900, '') }],
    [
      'a long prefix',
      { '@context': [V2, { p: `https://x.example/${long}` }], ...named(2_900, 'p:') },
    ],
    [
      'prefixes that grow',
      { '@context': Object.fromEntries(many(5_000, (n) => [`p${n + 1}`, `p${n}:a`])) },
    ],
    ['members', named(60_000, 'obi:')],
    ['members of a plain document', { type: 'Assertion', ...named(60_000, '') }],
    ['numbers', { tags: many(400_000, () => 7) }],
    ['lists', { tags: many(200_000, () => []) }],
    ['one long name', { ['obi:'.repeat(200_000)]: 1 }],
  ])('%s', async (_, changes) => {
    await refusal({})
    await expectLittleWork(4, () => refusal(changes))
  })
})

function named(count: number, prefix: string): Record<string, JsonValue> {
  return Object.fromEntries(many(count, (n) => [`${prefix}k${n}`, 1]))
}

function many<T>(count: number, create: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => create(index))
}
