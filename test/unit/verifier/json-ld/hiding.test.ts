import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

/**
 * Each of these attacks says the same RDF as a signed credential does, so that a signature would hold,
 * while a reader of the JSON no longer sees the property, or sees another one.
 */

const STATUS = 'https://www.w3.org/2018/credentials#credentialStatus'
const status = { id: 'https://status.example/1#5', type: '1EdTechRevocationList' }
const plain = badge('did:example:issuer')
const contexts = [
  ...(plain['@context'] as string[]),
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
]
const document: JsonObject = { ...plain, '@context': contexts, credentialStatus: status }

async function refusal(value: JsonObject) {
  const result = await canonicalize(value, fakeVerification())
  return typeof result === 'string' ? 'canonical' : result.reason
}

it('the credential as it was signed is canonical', async () => {
  expect(await canonicalize(document, fakeVerification())).toContain(STATUS)
})

it('what the processor takes for a prototype is refused', async () => {
  // Its members would hold in the object around it, contexts among them.
  const inherited = JSON.parse(`{"__proto__": {"@context": "${contexts[0]!}"}}`) as JsonObject
  expect(await refusal({ ...document, ...inherited })).toEqual({
    code: 'json-ld-invalid',
    params: { detail: '__proto__' },
  })
})

describe('definitions that the document brings itself are refused', () => {
  const inline = { code: 'inline-context', params: {} }

  it.each<[string, JsonValue]>([
    ['an alias', { note: STATUS }],
    ['a context inside a context', { '@context': { note: STATUS } }],
    ['a list inside the list', [{ note: STATUS }]],
    ['a prefix for ids', { x: { '@id': 'https://college.example/', '@prefix': true } }],
    ['a base for ids', { '@base': 'https://college.example/' }],
    ['a vocabulary', { '@vocab': 'https://college.example/' }],
    ['a name of ours for a term of the issuer', { achievement: 'https://college.example/hobby' }],
    ['an import', { '@import': contexts[0]! }],
    ['what is defined already', { name: 'https://schema.org/name' }],
    ['nothing', {}],
    ['protected terms swept away', null],
    ['a number', 7],
  ])('%s', async (_, context) => {
    expect(await refusal({ ...document, '@context': [...contexts, context] })).toEqual(inline)
    expect(await refusal({ ...document, '@context': context })).toEqual(inline)
    const issuer = { ...(document.issuer as JsonObject), '@context': context }
    expect(await refusal({ ...document, issuer })).toEqual(inline)
  })

  it('but what is bundled may be named again inside, as endorsements do', async () => {
    const endorsement = {
      '@context': contexts,
      id: 'urn:uuid:endorsement',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: 'did:example:endorser', type: ['Profile'] },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: document.id!,
        type: ['EndorsementSubject'],
        endorsementComment: 'Well deserved.',
      },
    }
    expect(await refusal({ ...document, endorsement: [endorsement] })).toBe('canonical')
  })
})

describe('names in another spelling are refused', () => {
  const { credentialStatus: _, ...rest } = document
  const renamed = (name: string, value: JsonValue = status): JsonObject => ({
    ...rest,
    [name]: value,
  })
  const inAchievement = (changes: JsonObject): JsonObject => {
    const subject = document.credentialSubject as JsonObject
    const { criteria: __, ...achievement } = subject.achievement as JsonObject
    return {
      ...document,
      credentialSubject: { ...subject, achievement: { ...achievement, ...changes } },
    }
  }

  it.each<[string, JsonObject, string]>([
    ['the full IRI of a property', renamed(STATUS), STATUS],
    ['a bundled prefix', renamed('cred:credentialStatus'), 'cred:credentialStatus'],
    ['an IRI that nobody knows', renamed('https://x.example/y', 'z'), 'https://x.example/y'],
    ['the type of a property', inAchievement({ Criteria: { narrative: 'Passed.' } }), 'Criteria'],
    [
      'the full IRI of a type',
      { ...document, type: [STATUS.replace('credentialStatus', 'VerifiableCredential')] },
      'https://www.w3.org/2018/credentials#VerifiableCredential',
    ],
    [
      'a type by prefix',
      { ...document, type: ['cred:VerifiableCredential'] },
      'cred:VerifiableCredential',
    ],
  ])('%s', async (_name, hidden, name) => {
    expect(await refusal(hidden)).toEqual({
      code: 'json-ld-invalid',
      params: { detail: `another name for a term: ${name}` },
    })
  })

  it.each<[string, JsonObject, string]>([
    ['an id by prefix', { ...document, id: 'sec:badge' }, 'a shortened id: sec:badge'],
    ['an @id', renamed('evidence', { '@id': 'https://x.example/' }), '@id'],
    ['an @type', renamed('evidence', { '@type': 'Evidence' }), '@type'],
    ['an id that is only a local name', { ...document, id: '_:b0' }, 'a blank node as id'],
    ['two ids', { ...document, '@id': document.id! }, '@id'],
    ['two lists of types', { ...document, '@type': 'VerifiableCredential' }, '@type'],
    ['@nest', renamed('@nest', { credentialStatus: status }), '@nest'],
    ['@included', renamed('@included', [{ credentialStatus: status }]), '@included'],
    ['@graph', { '@context': contexts, '@graph': [document] }, '@graph'],
    ['@set', renamed('credentialStatus', { '@set': [status] }), '@set'],
  ])('%s', async (_name, hidden, detail) => {
    expect(await refusal(hidden)).toEqual({ code: 'json-ld-invalid', params: { detail } })
  })
})

describe('values in another shape are refused', () => {
  const date = {
    '@value': '2020-01-01T00:00:00Z',
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  }

  it.each<[string, JsonValue]>([
    ['a typed value', date],
    ['a value alone', { '@value': '2020-01-01T00:00:00Z' }],
    ['a typed value with a language that is dropped', { ...date, '@language': null }],
    ['a typed value with a direction that is dropped', { ...date, '@direction': null }],
    ['a list of one', ['2020-01-01T00:00:00Z']],
  ])('an end date as %s', async (_, validUntil) => {
    expect(await refusal({ ...document, validUntil: '2020-01-01T00:00:00Z' })).toBe('canonical')
    expect(await refusal({ ...document, validUntil })).toMatchObject({ code: 'json-ld-invalid' })
  })

  it('a list inside a list, where a reader finds nothing', async () => {
    const evidence = { id: 'https://x.example/', type: ['Evidence'] }
    expect(await refusal({ ...document, evidence: [evidence] })).toBe('canonical')
    const inLists = { code: 'json-ld-invalid', params: { detail: 'a list in a list' } }
    expect(await refusal({ ...document, evidence: [[evidence]] })).toEqual(inLists)
    expect(await refusal({ ...document, evidence: ['https://y.example/', []] })).toEqual(inLists)
    const subject = { ...(document.credentialSubject as JsonObject), result: [[], null] }
    expect(await refusal({ ...document, credentialSubject: subject })).toEqual(inLists)
  })

  it('text in several languages is no hiding place', async () => {
    const name = [
      { '@value': 'Schweißen', '@language': 'de' },
      { '@value': 'Welding', '@language': 'en' },
    ]
    expect(await refusal({ ...document, name })).toBe('canonical')
  })

  it('"hashed" as text: the same RDF as true, and no hash for who compares', async () => {
    const subject = document.credentialSubject as JsonObject
    const hashedAs = (hashed: JsonValue): JsonObject => {
      const identifier = { type: 'IdentityObject', identityType: 'emailAddress', hashed }
      const identified = { ...subject, identifier: { ...identifier, identityHash: 'sha256$00' } }
      return { ...document, credentialSubject: identified }
    }
    const signed = await canonicalize(hashedAs(true), fakeVerification())
    expect(signed).toContain('#hashed> "true"^^')
    for (const hidden of ['true', [true], ['true'], 1])
      expect(await refusal(hashedAs(hidden))).toMatchObject({
        params: { detail: 'text for hashed' },
      })
  })
})
