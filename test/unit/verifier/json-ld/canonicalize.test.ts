import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { SHAPE_LIMITS } from '../../../../src/verifier/json-ld/document-shape'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

const document = badge('did:example:issuer')
const contexts = document['@context'] as string[]

const canonical = (value: JsonObject) => canonicalize(value, fakeVerification())

async function refusal(value: JsonObject) {
  const result = await canonical(value)
  return typeof result === 'string' ? 'canonical' : result.reason
}

/** The badge with a further context of this URL behind its own. */
function withContext(url: string, changes: JsonObject = {}): JsonObject {
  return { ...document, '@context': [...contexts, url], ...changes }
}

const ADDED = 'https://www.example/context'

/** A context that only tests know. */
const knowing = (context: JsonValue) =>
  fakeVerification({}, { contexts: { [ADDED]: { '@context': context } } })

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
    const grade = knowing({ grade: 'https://www.example/grade' })
    expect(await canonicalize(withContext(ADDED, { grade: 'A' }), grade)).toContain('/grade> "A"')
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
    ['a context that is no context', 7, 'invalid local context'],
    ['a keyword with another meaning', { '@id': '@type' }, 'keyword redefinition'],
    ['a circle of terms', { a: 'b:x', b: 'a:x' }, 'cyclic IRI mapping'],
  ])('%s', async (_, context, detail) => {
    expect(await canonicalize(withContext(ADDED), knowing(context))).toEqual({
      reason: { code: 'json-ld-invalid', params: { detail } },
    })
  })
})

describe('terms that are not where their context is', () => {
  it('of one of two types are none in the node below', async () => {
    const subject = { type: ['Achievement', 'Profile'], name: 'Both' }
    const parentOrg = { id: 'urn:example:parent', humanCode: 'X' }
    const credential = (below: JsonObject) => ({
      ...{ '@context': contexts.slice(0, 2), type: 'VerifiableCredential' },
      credentialSubject: { ...subject, ...below },
    })
    expect(await canonical(credential({ humanCode: 'X' }))).toContain('humanCode')
    expect(await refusal(credential({ parentOrg }))).toEqual({
      code: 'terms-not-signed',
      params: { terms: ['humanCode'] },
    })
  })

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['an id', { id: 'urn:example:1' }],
  ])('make of %s what the library makes of it: no statement', async (_, bare) => {
    const value = {
      '@context': [
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
        'https://www.w3.org/ns/credentials/undefined-terms/v2',
      ],
      type: 'urn:example:type',
      proof: { '@context': 'https://w3id.org/security/data-integrity/v2', ...bare },
    }
    expect(await refusal(value)).toMatchObject({ code: 'terms-not-signed' })
  })
})

describe('hostile contexts', () => {
  it('nothing of one document reaches the next, nor what tests add', async () => {
    const before = await canonical(document)
    const graded = withContext(ADDED, { grade: 'A' })
    for (const grade of ['https://a.example/', 'https://b.example/'])
      expect(await canonicalize(graded, knowing({ grade }))).toContain(grade)
    expect(await canonical(document)).toBe(before)
    expect(await refusal({ ...document, grade: 'A' })).toMatchObject({ code: 'terms-not-signed' })
  })

  it('contexts have a number', async () => {
    const evidence = Array.from({ length: SHAPE_LIMITS.contexts + 1 }, () => ({
      '@context': contexts[1]!,
      type: ['Evidence'],
    }))
    expect(await refusal({ ...document, evidence })).toMatchObject({
      params: { detail: 'too many contexts' },
    })
  })

  it('are not named twice in one list, which makes another order of them', async () => {
    const [first] = contexts
    expect(await refusal({ ...document, '@context': [...contexts, first!] })).toMatchObject({
      params: { detail: 'a context named twice' },
    })
  })

  it('objects have a number', async () => {
    const evidence = Array.from({ length: SHAPE_LIMITS.objects }, () => ({ type: ['Evidence'] }))
    expect(await refusal({ ...document, evidence })).toMatchObject({
      params: { detail: 'too many objects' },
    })
  })

  it('objects that only the library reads have a smaller one', async () => {
    const withEvidence = (length: number) => ({
      ...document,
      name: { '@value': 'A', '@language': 'en', '@direction': 'ltr' },
      evidence: Array.from({ length }, (_, at) => ({ type: ['Evidence'], name: `${at}` })),
    })
    const objectsAround = JSON.stringify(withEvidence(0)).split('{').length - 1
    const most = SHAPE_LIMITS.objectsForLibrary - objectsAround
    expect(await refusal(withEvidence(most))).toMatchObject({ code: 'terms-not-signed' })
    expect(await refusal(withEvidence(most + 1))).toMatchObject({
      params: { detail: 'too many objects' },
    })
  })

  it('a graph that is made to be slow is given up', async () => {
    const related = Array.from({ length: 10 }, (_, at) => `_:b${at}`)
    const knows = related.map((_, at) => ({ related: related.filter((__, other) => other !== at) }))
    const meaning = { related: { '@id': 'https://x.example/r', '@type': '@id' } }
    const poison = withContext(ADDED, { related: knows })
    expect(await canonicalize(poison, knowing(meaning))).toMatchObject({
      reason: { code: 'json-ld-invalid' },
    })
  }, 5_000)

  it('an abort is not an answer about the document', async () => {
    const controller = new AbortController()
    controller.abort(new Error('tab closed'))
    const { environment, ...rest } = fakeVerification()
    const aborted = { ...rest, environment: { ...environment, signal: controller.signal } }
    await expect(canonicalize(withContext('https://x.example/'), aborted)).rejects.toThrow(
      'tab closed',
    )
  })
})
