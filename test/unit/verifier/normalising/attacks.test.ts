import { describe, expect, it } from 'vitest'
import { normalise } from '../../../../src/verifier/normalising/normalise'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

const V2 = 'https://w3id.org/openbadges/v2'
const OBI = 'https://w3id.org/openbadges#'
const ASSERTION: JsonObject = {
  '@context': V2,
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: 'https://issuer.example/b.json',
}

async function refusal(document: JsonObject) {
  const result = await normalise(document)
  return 'reason' in result ? result.reason : undefined
}

const withContext = (context: JsonValue): JsonObject => ({
  ...ASSERTION,
  '@context': [V2, context],
})

describe('two values where one decides', () => {
  it.each<[string, string, JsonObject]>([
    ['revoked', 'with and without a prefix', { revoked: false, 'obi:revoked': true }],
    ['revoked', 'by its IRI', { revoked: false, [`${OBI}revoked`]: true }],
    ['recipient', 'as a list', { recipient: [ASSERTION.recipient!, { identity: 'mallory' }] }],
    ['badge', 'under a name of its own', { '@context': [V2, { my: 'obi:badge' }], my: 'urn:x' }],
    ['expires', 'twice the same', { expires: '2030-01-01', 'sec:expiration': '2030-01-01' }],
    ['identity', 'inside', { recipient: { identity: 'ada', 'obi:identityHash': 'mallory' } }],
    ['name', 'in no language', { name: 'Course', 'schema:name': 'Degree' }],
  ])('%s, %s', async (property, _, changes) => {
    expect(await refusal({ ...ASSERTION, ...changes })).toEqual({
      code: 'property-invalid',
      params: { property, expected: 'one value' },
    })
  })

  it('of a keyword', async () => {
    expect(await refusal({ ...ASSERTION, '@type': 'obi:BadgeClass' })).toMatchObject({
      code: 'json-ld-invalid',
    })
    expect(await refusal({ ...ASSERTION, id: 'urn:a', '@id': 'urn:b' })).toMatchObject({
      code: 'json-ld-invalid',
    })
  })

  it('but names may be in several languages', async () => {
    const name = [
      { '@value': 'Course', '@language': 'en' },
      { '@value': 'Cursus', '@language': 'nl' },
    ]
    expect(await refusal({ ...ASSERTION, name })).toBeUndefined()
  })
})

describe('a context in the document', () => {
  it.each<[string, JsonObject]>([
    ['recipient', { recipient: 'obi:evidence' }],
    ['revoked', { revoked: null }],
    ['revoked', { revoked: { '@id': 'https://x.example/revoked' } }],
    ['expires', { expires: { '@id': 'sec:expiration', '@container': '@list' } }],
    ['obi', { obi: 'https://evil.example/#' }],
    ['id', { id: 'https://x.example/id' }],
    ['type', { type: '@id' }],
    ['extensions', { extensions: 'https://x.example/' }],
    ['badge', { x: 'https://x.example/', badge: 'x:badge' }],
  ])('may not give %s another meaning: %j', async (term, context) => {
    expect(await refusal(withContext(context))).toEqual({
      code: 'term-redefined',
      params: { term },
    })
  })

  it('not even around an object inside', async () => {
    const recipient = { '@context': { identity: 'obi:salt' }, identity: 'x' }
    expect(await refusal({ ...ASSERTION, recipient })).toEqual({
      code: 'term-redefined',
      params: { term: 'identity' },
    })
  })

  it.each<[string, JsonObject]>([
    ['@base', { '@base': ['https://evil.example/'] }],
    ['@vocab', { '@vocab': '#' }],
    ['@import', { '@import': 'https://evil.example/' }],
    ['@context', { mine: { '@id': 'obi:badge', '@context': { id: '@type' } } }],
    ['@reverse', { mine: { '@reverse': 'obi:badge' } }],
    ['@nest', { mine: '@nest' }],
    ['@graph', { mine: '@graph' }],
    ['@json', { mine: { '@id': 'obi:recipient', '@type': '@json' } }],
    ['@container', { mine: { '@id': 'obi:recipient', '@container': '@index' } }],
  ])('may not use %s', async (detail, context) => {
    expect(await refusal(withContext(context))).toEqual({
      code: 'json-ld-invalid',
      params: { detail },
    })
  })

  it('may repeat what the standard says', async () => {
    const recipient = { '@id': 'obi:recipient', '@type': '@id' }
    expect(await refusal(withContext({ recipient, obi: OBI, id: '@id' }))).toBeUndefined()
    expect(await refusal(withContext({ ob: OBI, recipient: 'ob:recipient' }))).toBeUndefined()
  })

  it('may not sweep away the others', async () => {
    expect(await refusal({ ...ASSERTION, '@context': null })).toMatchObject({
      code: 'json-ld-invalid',
    })
    expect(await refusal(withContext(null))).toMatchObject({ code: 'json-ld-invalid' })
  })
})

describe('a context with a base', () => {
  const BASE: JsonObject = { '@base': 'https://evil.example/' }
  const REFUSED = { code: 'json-ld-invalid', params: { detail: '@base' } }

  it('does not matter where nothing is relative', async () => {
    const { '@context': _, ...properties } = ASSERTION
    const id = 'https://issuer.example/a.json'
    for (const base of [BASE, { '@base': null }, { ...BASE, my: 'obi:evidence' }])
      expect(await normalise({ ...withContext(base), id })).toEqual({
        json: { '@context': V2, id, ...properties },
      })
  })

  it.each<[string, JsonObject]>([
    ['id', { id: 'a.json' }],
    ['badge', { badge: '/b.json' }],
    ['evidence', { evidence: [{ id: 'urn:x' }, { id: '#work' }] }],
    ['type', { type: ['Assertion', '#Endorsement'] }],
    ['a reference inside', { 'obi:x': { 'obi:y': { '@id': 'x' } } }],
  ])('is refused where there is a relative reference: %s', async (_, changes) => {
    expect(await refusal({ ...withContext(BASE), ...changes })).toEqual(REFUSED)
  })

  it('counts where it stands inside', async () => {
    const image = { '@context': BASE, id: 'logo.png' }
    expect(await refusal({ ...ASSERTION, image })).toEqual(REFUSED)
  })
})

describe('an unknown context', () => {
  const url = 'https://evil.example/context.json'

  it('does not matter where the plain names say all that is needed', async () => {
    const found = await normalise({ ...withContext(url), genre: 'essay' })
    expect(found).toMatchObject({ json: { badge: ASSERTION.badge } })
  })

  it('is named where it may have the names of what is missing', async () => {
    const { recipient, ...rest } = withContext(url)
    expect(await refusal({ ...rest, holder: recipient! })).toEqual({
      code: 'unknown-context',
      params: { url },
    })
  })

  it('is not believed: a name with an unknown prefix is no name of the standard', async () => {
    const found = await normalise({ ...withContext(url), 'evil:revoked': true })
    expect('json' in found && found.json).not.toHaveProperty('revoked')
  })
})

describe('what hides', () => {
  it.each<[string, JsonObject]>([
    ['two things in one document', { '@context': V2, '@graph': [ASSERTION, ASSERTION] }],
    ['what stands the other way round', { ...ASSERTION, '@reverse': { badge: { id: 'urn:x' } } }],
    ['what is included', { ...ASSERTION, '@included': [{ id: 'urn:x', revoked: true }] }],
    ['a list of lists of contexts', { ...ASSERTION, '@context': [[V2]], '@id': 'urn:x' }],
  ])('%s is refused', async (_, document) => {
    expect(await refusal(document)).toMatchObject({ code: 'json-ld-invalid' })
  })

  it('does not lend an extension to whoever names its place', async () => {
    const extension = { type: ['Extension', 'extensions:EQFExtension'], EQF: 8 }
    const found = await normalise({
      ...ASSERTION,
      type: 'obi:Assertion',
      'extensions:EQFExtension': extension,
      evidence: { 'urn:touchstone:extension': [0], narrative: 'x' },
    })
    expect('json' in found && found.json.evidence).toEqual({ narrative: 'x' })
  })

  it('reads a deep document', async () => {
    let related: JsonObject = { 'obi:narrative': 'x' }
    for (let depth = 0; depth < 60; depth++) related = { 'dc:relation': related }
    expect(await refusal({ ...ASSERTION, related })).toBeUndefined()
  })
})
