import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { BUNDLED_CONTEXTS } from '../../../../src/verifier/json-ld/contexts'
import { SCOPE_LIMITS, scopesKept } from '../../../../src/verifier/json-ld/document-scopes'
import { contextLoader } from '../../../../src/verifier/json-ld/loader'
import { readDirectly } from '../../../../src/verifier/json-ld/read-directly'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

const document = badge('did:example:issuer')
const [V2, OB] = document['@context'] as [string, string]
const URLS = [...BUNDLED_CONTEXTS.keys()]

const read = (value: JsonObject) =>
  readDirectly(value, { load: contextLoader(), onlyBundled: true, digest: 'SHA-256' })

/** A different document for each number, none with a scope of another. */
function numbered(at: number): JsonObject {
  const digits = Array.from(at.toString(URLS.length), (digit) => parseInt(digit, URLS.length))
  return { ...document, '@context': [V2, OB, ...digits.map((digit) => URLS[digit]!), OB] }
}

const quads = read(document)!

describe('scopes that are kept', () => {
  it('are not made anew for the same contexts', () => {
    read(document)
    const before = scopesKept()
    read({ ...document, name: 'Another' })
    expect(scopesKept()).toBe(before)
  })

  it('say the same however often they are asked', () => {
    for (let times = 0; times < 200; times++) {
      expect(read(document)).toBe(quads)
      expect(read({ ...document, grade: 'A' })).toBeUndefined()
    }
  })

  it('have a number, whatever contexts documents name', () => {
    const seen: number[] = []
    for (let at = 0; seen.filter((size, i) => size < (seen[i - 1] ?? 0)).length < 2; at++) {
      read(numbered(at))
      seen.push(scopesKept())
      expect(at).toBeLessThan(2_000)
    }
    // One document more may enter its own scopes before the next finds the tree full.
    expect(Math.max(...seen)).toBeLessThan(SCOPE_LIMITS.kept + SCOPE_LIMITS.ofDocument)
    expect(Math.max(...seen)).toBeGreaterThanOrEqual(SCOPE_LIMITS.kept)
    expect(read(document)).toBe(quads)
  }, 60_000)

  it('hold nothing of contexts that tests add, not under a bundled URL either', async () => {
    read(document)
    const before = scopesKept()
    const name = { name: 'https://attacker.example/name' }
    for (const url of [OB, V2, 'https://x.example/context']) {
      const contexts = { [url]: { '@context': name } }
      await canonicalize(document, fakeVerification({}, { contexts }))
      const more = { ...document, '@context': [V2, OB, url] }
      await canonicalize(more, fakeVerification({}, { contexts }))
    }
    expect(scopesKept()).toBe(before)
    expect(await canonicalize(document, fakeVerification())).toBe(quads)
  })

  it('hold nothing of a context that is refused', async () => {
    read(document)
    const before = scopesKept()
    expect(read({ ...document, '@context': [V2, 'https://x.example/'] })).toBeUndefined()
    const twice = ['https://www.w3.org/2018/credentials/v1', V2]
    expect(read({ ...document, '@context': twice })).toBeUndefined()
    expect(await canonicalize({ ...document, '@context': twice }, fakeVerification())).toEqual({
      reason: { code: 'json-ld-invalid', params: { detail: 'protected term redefinition' } },
    })
    expect(scopesKept()).toBe(before)
  })
})

describe('the number of scopes of one document', () => {
  /** Each context inside the last makes one scope more, and so does each type of it. */
  const nested = (depth: number): JsonObject => {
    const profile = { '@context': OB, type: 'Profile', name: `Level ${depth}` }
    return depth === 0 ? profile : { ...profile, parentOrg: nested(depth - 1) }
  }

  it.each([
    ['few', 5, true],
    ['too many', SCOPE_LIMITS.ofDocument, false],
  ])('%s', (_, depth, isRead) => {
    const nestedIn = {
      ...document,
      issuer: { ...(document.issuer as JsonObject), parentOrg: nested(depth) },
    }
    // The same on a second try: what was kept of the first does not change the answer.
    for (const _try of [1, 2]) expect(read(nestedIn) !== undefined).toBe(isRead)
  })
})

describe('contexts that do not mean what the bundled ones do', () => {
  const URL = 'https://x.example/context'
  const knowing = (context: JsonValue) =>
    fakeVerification({}, { contexts: { [URL]: { '@context': context } } })
  const withContext = { ...document, '@context': [V2, OB, URL] }

  beforeEach(() => {
    read(document)
  })

  it.each<[string, JsonValue]>([
    ['a protected term', { name: 'https://attacker.example/name' }],
    ['a protected term of a type', { Achievement: 'https://attacker.example/Hobby' }],
    ['a keyword', { id: 'https://attacker.example/id' }],
  ])('cannot redefine %s', async (_, context) => {
    expect(await canonicalize(withContext, knowing(context))).toEqual({
      reason: { code: 'json-ld-invalid', params: { detail: 'protected term redefinition' } },
    })
  })
})

it('refuses a bad scope of a context that is not bundled, though nobody enters it', async () => {
  const url = 'https://x.example/context'
  const bad = { '@id': 'https://x.example/term', '@context': { '@vocab': 5 } }
  const contexts = { [url]: { '@context': { term: bad } } }
  const naming = { ...document, '@context': [V2, OB, url] }
  const refused = await canonicalize(naming, fakeVerification({}, { contexts }))
  expect(refused).toHaveProperty('reason')
})
