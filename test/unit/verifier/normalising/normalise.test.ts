import { describe, expect, it } from 'vitest'
import { normalise } from '../../../../src/verifier/normalising/normalise'
import type { JsonObject } from '../../../../src/verifier/verification'

const V1 = 'https://w3id.org/openbadges/v1'
const V2 = 'https://w3id.org/openbadges/v2'
const OBI = 'https://w3id.org/openbadges#'

const PLAIN: JsonObject = {
  '@context': V2,
  id: 'https://issuer.example/a.json',
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: 'https://issuer.example/b.json',
  issuedOn: '2025-03-14T00:00:00Z',
  verification: { type: 'HostedBadge' },
  evidence: [{ narrative: 'one' }, { narrative: 'two' }],
}

async function normal(document: JsonObject): Promise<JsonObject> {
  const result = await normalise(document)
  if ('reason' in result) throw new Error(`expected a normal form, got ${result.reason.code}`)
  return result.json
}

describe('a plain document', () => {
  it.each([
    ['as it is', {}],
    ['with members that no context knows', { slug: 'a', constructor: 'x', toString: 1 }],
    ['in a language', { '@context': [V2, { '@language': 'nl' }] }],
    ['with an extension', { 'extensions:X': { '@context': 'https://x.example/', url: 'y' } }],
    ['with a key that a careless reader takes for a refusal', { reason: { code: 'x' } }],
  ])('is read %s', async (_, added) => {
    const document = { ...PLAIN, ...added }
    expect(await normal(document)).toBe(document)
  })
})

describe('one meaning has one form', () => {
  it.each<[string, JsonObject]>([
    ['keywords', { '@id': PLAIN.id!, '@type': 'Assertion', id: undefined!, type: undefined! }],
    ['a type with a prefix', { type: 'obi:Assertion' }],
    ['a type as an IRI', { type: `${OBI}Assertion` }],
    ['a prefix', { 'obi:badge': PLAIN.badge!, badge: undefined! }],
    ['an IRI', { [`${OBI}badge`]: PLAIN.badge!, badge: undefined! }],
    ['a reference as an object', { badge: { '@id': PLAIN.badge! } }],
    ['a date with its type', { issuedOn: { '@value': PLAIN.issuedOn!, '@type': 'xsd:dateTime' } }],
    ['the second name of 2.0', { verify: { type: 'hosted' }, verification: undefined! }],
    [
      'a prefix of its own',
      { '@context': [V2, { ob: OBI }], 'ob:badge': PLAIN.badge!, badge: undefined! },
    ],
    [
      'a name of its own',
      { '@context': [V2, { about: 'obi:badge' }], about: PLAIN.badge!, badge: undefined! },
    ],
    [
      'a name of its own for a keyword',
      { '@context': [V2, { kind: '@type' }], kind: 'Assertion', type: undefined! },
    ],
    ['an address of the context', { '@context': 'https://openbadgespec.org/v2/context.json' }],
    [
      'a recipient in other words',
      {
        recipient: undefined!,
        'obi:recipient': {
          '@type': 'http://schema.org/email',
          'obi:identityHash': 'ada@example.org',
          'obi:hashed': { '@value': false, '@type': 'xsd:boolean' },
        },
      },
    ],
    ['a graph of one', { '@context': V2, '@graph': [{ ...PLAIN, '@context': undefined! }] }],
  ])('for %s', async (_, changes) => {
    const { '@context': context, ...properties } = PLAIN
    const whole = '@graph' in changes ? changes : { ...PLAIN, ...changes }
    const defined = JSON.parse(JSON.stringify(whole)) as JsonObject
    const { '@context': read, ...found } = await normal(defined)
    expect(found).toEqual(properties)
    if (!('@context' in changes)) expect(read).toBe(context)
  })

  it.each(['id', 'type', 'email', 'url'])('for a recipient of type %s', async (type) => {
    const recipient = { type, identity: 'x', hashed: false }
    expect(await normal({ ...PLAIN, '@context': [V2, { ob: OBI }], recipient })).toMatchObject({
      recipient,
    })
  })

  it('in 1.1, where `verify` is the name', async () => {
    const document = { '@context': V1, 'obi:verify': { type: 'hosted', url: 'https://x.example/' } }
    expect(await normal(document)).toEqual({
      '@context': V1,
      verify: { type: 'HostedBadge', url: 'https://x.example/' },
    })
  })

  it('without a context, where 1.0 keeps its word', async () => {
    const document = { verify: { type: 'hosted' }, 'obi:uid': '1' }
    expect(await normal(document)).toEqual({ verify: { type: 'HostedBadge' }, uid: '1' })
  })

  it('for what is revoked, in a list and in an assertion', async () => {
    const list = { '@context': V2, type: 'obi:RevocationList', 'obi:revoked': ['urn:a', 'urn:b'] }
    expect(await normal(list)).toMatchObject({ revokedAssertions: ['urn:a', 'urn:b'] })
    expect(await normal({ ...PLAIN, 'obi:revoked': true })).toMatchObject({ revoked: true })
    expect(await normal({ ...PLAIN, [`${OBI}revoked`]: 'true' })).toMatchObject({ revoked: 'true' })
    expect(await normal({ 'obi:revoked': true })).toEqual({ revoked: true })
  })

  it('keeps the language of words, and of nothing else', async () => {
    const context = [V2, { '@language': 'nl', ob: OBI }]
    const badge = { '@context': context, type: 'ob:BadgeClass', name: 'Naam', tags: ['een'] }
    expect(await normal({ ...badge, 'ob:salt': 'zout' })).toEqual({
      '@context': V2,
      type: 'BadgeClass',
      name: { '@value': 'Naam', '@language': 'nl' },
      tags: 'een',
      salt: 'zout',
    })
  })

  it('leaves extensions as they are, under one name', async () => {
    const extension = { '@context': 'https://x.example/c', type: ['Extension'], url: 'y', 'a:b': 1 }
    const iri = 'https://w3id.org/openbadges/extensions#ApplyLink'
    const found = await normal({ ...PLAIN, type: 'obi:Assertion', [iri]: extension })
    expect(found['extensions:ApplyLink']).toBe(extension)
    expect(found).not.toHaveProperty(iri)
  })
})
