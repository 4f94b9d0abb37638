import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { SHAPE_LIMITS } from '../../../../src/verifier/json-ld/document-shape'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

const document = badge('did:example:issuer')
const contexts = document['@context'] as string[]
const OPEN_BADGES_TERMS = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const OPEN_BADGES_300 = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'

const canonical = (value: JsonObject) => canonicalize(value, fakeVerification())

async function refusal(value: JsonObject) {
  const result = await canonical(value)
  return typeof result === 'string' ? 'canonical' : result.reason
}

/** The badge with a further context behind its own. */
function withContext(context: JsonValue, changes: JsonObject = {}): JsonObject {
  return { ...document, '@context': [...contexts, context], ...changes }
}

describe('canonicalize', () => {
  it('gives sorted N-Quads that do not depend on the order of the JSON', async () => {
    const quads = (await canonical(document)) as string
    const lines = quads.trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort())
    expect(quads).toContain('<https://www.w3.org/2018/credentials#issuer> <did:example:issuer> .')
    const reversed = Object.fromEntries(Object.entries(document).reverse())
    expect(await canonical(reversed)).toBe(quads)
  })

  it('leaves the document as it was', async () => {
    const before = structuredClone(document)
    await canonical(document)
    expect(document).toEqual(before)
  })

  it('reaches for nothing: an unknown context is named', async () => {
    const url = 'https://attacker.example/context.json'
    const verification = fakeVerification({ [url]: { json: { '@context': {} } } })
    const result = await canonicalize(withContext(url), verification)
    expect(result).toEqual({ reason: { code: 'unknown-context', params: { url } } })
    expect(verification.asked).toEqual([])
  })

  it('knows contexts that tests add', async () => {
    const url = 'https://www.example/context'
    const added = { contexts: { [url]: { '@context': { grade: 'https://www.example/grade' } } } }
    const graded = withContext(url, { grade: 'A' })
    expect(await canonicalize(graded, fakeVerification({}, added))).toContain('/grade> "A"')
  })
})

describe('safe mode', () => {
  it('names every term that no context defines', async () => {
    const added = { ...document, rank: 'first', credentialSubject: { id: 'did:x:y', honours: 1 } }
    expect(await refusal(added)).toEqual({
      code: 'terms-not-signed',
      params: { terms: ['honours', 'rank'] },
    })
  })

  it.each<[string, JsonObject, string]>([
    ['a type', { type: ['VerifiableCredential', 'Diploma'] }, 'Diploma'],
    ['a relative id', { id: 'badge-1' }, 'badge-1'],
    ['an id that looks like a keyword', { id: '@badge' }, '@badge'],
  ])('%s that means nothing', async (_, changes, term) => {
    expect(await refusal({ ...document, ...changes })).toEqual({
      code: 'terms-not-signed',
      params: { terms: [term] },
    })
  })

  it('a document without any context says nothing', async () => {
    const { '@context': _, ...bare } = document
    expect(await refusal(bare)).toMatchObject({ code: 'terms-not-signed' })
  })

  it('a document without a statement has no form that could be signed', async () => {
    expect(await refusal({ '@context': contexts, name: [] })).toEqual({
      code: 'json-ld-invalid',
      params: { detail: 'no statement' },
    })
  })
})

describe('what the processor refuses', () => {
  it.each<[string, JsonValue, string]>([
    [
      'a protected term with another meaning',
      { name: 'https://attacker.example/name' },
      'protected term redefinition',
    ],
    ['protected terms swept away', null, 'invalid context nullification'],
    ['a context that is no context', 7, 'invalid local context'],
    ['a keyword with another meaning', { '@id': '@type' }, 'keyword redefinition'],
    ['a circle of terms', { a: 'b:x', b: 'a:x' }, 'cyclic IRI mapping'],
  ])('%s', async (_, context, detail) => {
    expect(await refusal(withContext(context))).toEqual({
      code: 'json-ld-invalid',
      params: { detail },
    })
  })
})

/**
 * Each of these says the same RDF as a signed credential does, so that a signature would hold, while a
 * reader of the JSON no longer sees the property.
 */
describe('what is signed cannot be hidden behind another name', () => {
  const STATUS = 'https://www.w3.org/2018/credentials#credentialStatus'
  const status = { id: 'https://status.example/1#5', type: '1EdTechRevocationList' }
  const revocable = {
    '@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    credentialStatus: status,
  }
  const withStatus = { ...document, ...revocable }
  const context = revocable['@context']
  const renamedBy = (inline: JsonValue, name: string, value: JsonValue = status): JsonObject => {
    const { credentialStatus: _, ...rest } = withStatus
    return { ...rest, '@context': [...context, inline], [name]: value }
  }

  it('the credential as it was signed is canonical', async () => {
    expect(await canonical(withStatus)).toContain(STATUS)
  })

  it.each<[string, JsonObject]>([
    ['an alias', renamedBy({ note: STATUS }, 'note')],
    ['an alias in long form', renamedBy({ note: { '@id': STATUS, '@type': '@id' } }, 'note')],
    ['a reverse alias', renamedBy({ note: { '@reverse': STATUS } }, 'note')],
    ['an alias of an alias', renamedBy({ a: { '@id': 'credentialStatus' } }, 'a')],
    ['the full IRI', renamedBy({ x: 'https://x.example/' }, STATUS)],
    ['a prefix', renamedBy({ vc: 'https://www.w3.org/2018/credentials#' }, 'vc:credentialStatus')],
    [
      'an alias by prefix',
      renamedBy({ n: 'v:credentialStatus', v: STATUS.split('credentialS')[0]! }, 'n'),
    ],
    [
      'a nested scope',
      renamedBy({ x: { '@id': 'x:y', '@context': { note: STATUS } } }, 'x', {
        note: status,
      }),
    ],
    ['@nest', renamedBy({ x: 'https://x.example/' }, '@nest', { credentialStatus: status })],
    ['an alias of @nest', renamedBy({ x: '@nest' }, 'x', { credentialStatus: status })],
    ['@included', renamedBy({}, '@included', [{ id: document.id!, credentialStatus: status }])],
    ['@graph', { '@context': context, '@graph': [withStatus] }],
    ['an alias of @type', renamedBy({ kind: '@type' }, 'kind', 'VerifiableCredential')],
    ['@set', { ...withStatus, credentialStatus: { '@set': [status] } }],
  ])('%s', async (_, hidden) => {
    expect(await refusal(hidden)).toMatchObject({ code: 'json-ld-invalid' })
  })

  it.each<[string, string, JsonObject]>([
    ['the type of a property', 'criteria', { Criteria: { narrative: 'Passed.' } }],
    [
      'a vocabulary',
      'humanCode',
      { '@context': { '@vocab': `${OPEN_BADGES_TERMS}human` }, Code: 'W-2' },
    ],
  ])('%s', async (_, name, hidden) => {
    const { credentialSubject, ...rest } = document
    const { achievement, ...subject } = credentialSubject as JsonObject
    const whole: JsonObject = { humanCode: 'W-2', ...(achievement as JsonObject) }
    const { [name]: __, ...others } = whole
    const changed = { ...subject, achievement: { ...others, ...hidden } }
    expect(await refusal({ ...rest, credentialSubject: changed })).toMatchObject({
      code: 'json-ld-invalid',
      params: { detail: `another name for a known term: ${Object.keys(hidden).at(-1)}` },
    })
  })

  it.each<[string, JsonValue]>([
    ['a typed value', { '@value': '2020-01-01T00:00:00Z', '@type': 'xsd:dateTime' }],
    ['a value alone', { '@value': '2020-01-01T00:00:00Z' }],
    ['a list of one', ['2020-01-01T00:00:00Z']],
  ])('an end date as %s', async (_, validUntil) => {
    const plain = { ...document, validUntil: '2020-01-01T00:00:00Z' }
    expect(await canonical(plain)).toContain('2020-01-01T00:00:00Z')
    expect(await refusal({ ...document, validUntil })).toMatchObject({ code: 'json-ld-invalid' })
  })

  it('a term that its own context leaves unprotected, in another shape', async () => {
    const { validFrom: _, validUntil: __, ...rest } = document
    const unprotected = ['https://www.w3.org/2018/credentials/v1', OPEN_BADGES_300]
    const humanCode = `${OPEN_BADGES_TERMS}humanCode`
    const shapes = { humanCode: { '@id': humanCode, '@container': '@language' } }
    expect(await refusal({ ...rest, '@context': unprotected })).toBe('canonical')
    expect(await refusal({ ...rest, '@context': [...unprotected, shapes] })).toMatchObject({
      params: { detail: 'another name for a known term: humanCode' },
    })
  })

  it('text in several languages is no hiding place', async () => {
    const name = [
      { '@value': 'Schweißen', '@language': 'de' },
      { '@value': 'Welding', '@language': 'en' },
    ]
    expect(await refusal({ ...document, name })).toBe('canonical')
  })

  it('new terms of an issuer’s own are fine, by name, prefix or IRI', async () => {
    const own = { extra: 'https://college.example/ns#', semester: 'extra:semester' }
    const added = { semester: 'WS 25', 'extra:room': '12', 'https://college.example/ns#floor': '3' }
    const quads = await canonical(withContext(own, added))
    expect(quads).toContain('<https://college.example/ns#semester> "WS 25"')
    expect(quads).toContain('<https://college.example/ns#room> "12"')
    expect(quads).toContain('<https://college.example/ns#floor> "3"')
  })

  it('a term that an issuer defines again as it is defined is fine', async () => {
    expect(await refusal(withContext({ name: 'https://schema.org/name' }))).toBe('canonical')
  })
})

describe('hostile contexts', () => {
  it('@import is refused', async () => {
    const imported = { '@import': contexts[0]!, context: { mappings: [] }, events: [] }
    expect(await refusal({ ...document, '@context': imported })).toMatchObject({
      params: { detail: '@import' },
    })
    expect(await refusal(document)).toBe('canonical')
  })

  it('nothing of one document reaches the next', async () => {
    const before = await canonical(document)
    await canonical(withContext({ rank: 'https://x.example/rank' }, { rank: 'first' }))
    await canonical({ ...document, '@context': { '@vocab': 'https://x.example/' } })
    expect(await canonical(document)).toBe(before)
    expect(await refusal({ ...document, rank: 'first' })).toMatchObject({
      code: 'terms-not-signed',
    })
  })

  it('nor does what tests add', async () => {
    const url = 'https://www.example/context'
    const graded = withContext(url, { grade: 'A' })
    const meaning = (grade: string) => ({ contexts: { [url]: { '@context': { grade } } } })
    const [first, second] = ['https://a.example/', 'https://b.example/']
    expect(await canonicalize(graded, fakeVerification({}, meaning(first)))).toContain(first)
    expect(await canonicalize(graded, fakeVerification({}, meaning(second)))).toContain(second)
  })

  it('what was refused once is refused again', async () => {
    const prefix = { v: 'https://schema.org/' }
    const { name, ...nameless } = document
    const hidden = { ...nameless, '@context': [...contexts, prefix], 'v:name': name! }
    for (let time = 0; time < 3; time++)
      expect(await refusal(hidden)).toMatchObject({
        params: { detail: 'another name for a known term: v:name' },
      })
  })

  it('inline contexts have a size', async () => {
    const terms = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`t${at}`, `https://x.example/${at}`]),
    )
    expect(JSON.stringify(terms).length).toBeGreaterThan(SHAPE_LIMITS.inlineCharacters)
    expect(await refusal(withContext(terms))).toMatchObject({
      params: { detail: 'too many inlineCharacters' },
    })
  })

  it('contexts have a number', async () => {
    const many = Array.from({ length: SHAPE_LIMITS.contexts + 1 }, () => contexts[1]!)
    expect(await refusal({ ...document, '@context': [...contexts, ...many] })).toMatchObject({
      params: { detail: 'too many contexts' },
    })
  })

  it('objects have a number', async () => {
    const evidence = Array.from({ length: SHAPE_LIMITS.objects }, () => ({ type: ['Evidence'] }))
    expect(await refusal({ ...document, evidence })).toMatchObject({
      params: { detail: 'too many objects' },
    })
  })

  it('a graph that is made to be slow is given up', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `_:b${at}`)
    const knows = names.map((id) => ({ id, related: names.filter((other) => other !== id) }))
    const context = { id: '@id', related: { '@id': 'https://x.example/r', '@type': '@id' } }
    const poison = { '@context': context, id: 'urn:x', related: knows as unknown as JsonValue[] }
    expect(await refusal(poison)).toMatchObject({ code: 'json-ld-invalid' })
  }, 5_000)

  it('an abort is not an answer about the document', async () => {
    const controller = new AbortController()
    controller.abort(new Error('tab closed'))
    const { environment, ...rest } = fakeVerification()
    const aborted = { ...rest, environment: { ...environment, signal: controller.signal } }
    await expect(canonicalize(withContext(7), aborted)).rejects.toThrow('tab closed')
  })
})
