import { expect, it } from 'vitest'
import { BUNDLED_CONTEXTS } from '../../../../src/verifier/json-ld/contexts'
import { CONTEXTS_KEPT, contextsKept } from '../../../../src/verifier/json-ld/document-contexts'
import { canonicalizeWithLibrary } from '../../../../src/verifier/json-ld/with-library'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

const document = badge('did:example:issuer')
const [V2, OB] = document['@context'] as [string, string]
const URLS = [...BUNDLED_CONTEXTS.keys()]

const read = (value: JsonObject) => canonicalizeWithLibrary(value, fakeVerification(), 'SHA-256')

/** Contexts in an order of their own for each number. */
function numbered(at: number): JsonObject {
  const digits = Array.from(at.toString(URLS.length), (digit) => parseInt(digit, URLS.length))
  return { ...document, '@context': [V2, OB, ...digits.map((digit) => URLS[digit]!), OB] }
}

const quads = await read(document)

it('contexts that the library processed have a bound, in whatever order documents name them', async () => {
  const seen: number[] = []
  for (let at = 0; seen.filter((size, i) => size < (seen[i - 1] ?? 0)).length < 2; at++) {
    await read(numbered(at))
    seen.push(contextsKept())
    expect(at).toBeLessThan(2_000)
  }
  expect(Math.max(...seen)).toBe(CONTEXTS_KEPT)
  expect(await read(document)).toBe(quads)
}, 60_000)

it('a single document cannot keep more', async () => {
  const many = Array.from({ length: 150 }, (_, at) => URLS[(at * at) % 3]!)
  await read({ ...document, '@context': [V2, ...many] })
  expect(contextsKept()).toBeLessThanOrEqual(CONTEXTS_KEPT)
})
