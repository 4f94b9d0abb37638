import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { VerificationReport } from '../../../../src/verifier'
import { parseJson } from '../../../../src/verifier/http/json'
import { LIMITS } from '../../../../src/verifier/http/limits'
import { asArray, isObject } from '../../../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { GUILD } from '../../../fixtures/issuers'
import { credential } from '../../../fixtures/open-badges-3'
import { signDataIntegrity } from '../../../fixtures/signing'
import { changed, documentChange } from './damaged-json'
import { textDamage } from './damaged-text'
import { judgeAnything } from './judge-anything'
import { tries, TIMEOUT } from './runs'

/** Nobody need be asked: the issuer is its own key. */
const closed = () => Promise.reject(new Error('the network is closed'))

let signed: JsonObject
let genuine: VerificationReport
beforeAll(async () => {
  const unsigned = credential(
    {
      slug: 'tamper',
      name: 'Data Analysis',
      description: 'Explains data',
      skills: [
        ['analyse data', '11111111-0000-4000-8000-000000000001'],
        ['report', '11111111-0000-4000-8000-000000000002'],
      ],
      eqf: 6,
      ects: 5,
      validUntil: '2030-01-01T00:00:00Z',
    },
    GUILD,
  )
  signed = (await signDataIntegrity(
    {
      ...unsigned,
      evidence: [{ id: 'https://portfolio.example/1', type: ['Evidence'], name: 'A' }],
    },
    GUILD,
  )) as unknown as JsonObject
  genuine = await judgeAnything({ text: JSON.stringify(signed) }, closed)
}, TIMEOUT)

/**
 * What two documents have in common that are the same RDF, as JSON-LD 1.1 defines it. Nobody can tell
 * these apart by the signature, and so none of them may change what is read:
 * - the order of members of an object, and of the items of an array (section 4.3, sets); that of contexts
 *   counts only where they disagree about a word, and those that are bundled do not;
 * - an item that stands in an array more than once;
 * - one value, and an array of that one value, also where arrays stand in arrays;
 * - a member that is absent, `null` or `[]`;
 * - an object with nothing but its `id`, and that id as text;
 * - a number or a truth, and its text, where the vocabulary gives the word a datatype.
 *
 * And a `@context` of the proof itself: the suite reads the proof with that of the document (Data
 * Integrity EdDSA Cryptosuites 1.0, section 3.2.5), and so do we.
 */
function meaningOf(document: JsonValue): string {
  if (!isObject(document)) return JSON.stringify(document)
  const proof = asArray(document.proof).map((one) =>
    isObject(one) ? { ...one, '@context': null } : one,
  )
  return meaning({ ...document, proof })
}

function meaning(value: JsonValue): string {
  const items = [value].flat(Infinity as 1).filter((item) => item !== null)
  return [...new Set(items.map(meaningOfOne))].sort().join()
}

function meaningOfOne(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value))
  const members = Object.entries(value as JsonObject)
    .map(([name, member]) => [name, meaning(member)] as const)
    .filter(([, text]) => text !== '')
    .sort()
  const [only] = members
  if (only?.[0] === 'id' && members.length === 1) return only[1]
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:[${text}]`).join()}}`
}

async function expectUnchangedOrNotAuthentic(text: string): Promise<void> {
  // White space around the text, byte order marks among it, is no part of it.
  const parsed = parseJson(text.trim(), LIMITS)
  const report = await judgeAnything({ text }, closed)
  if (report.authenticity !== 'holds') return
  const isSame = 'value' in parsed && meaningOf(parsed.value) === meaningOf(signed)
  if (!isSame) expect.fail(`still holds: ${differing(text)}`)
  // Even so, what a reader of the report sees must be what was signed.
  if (meaningOf(said(report)) !== meaningOf(said(genuine)))
    expect.fail(`reads otherwise: ${differing(text)}`)
}

/** What a report tells of the credential. */
function said({ credential, currency, issuer, kind }: VerificationReport): JsonValue {
  return JSON.parse(JSON.stringify({ credential, currency, issuer, kind })) as JsonValue
}

/** Where a text first differs from the signed one. */
function differing(text: string): string {
  const original = JSON.stringify(signed)
  let at = 0
  while (at < text.length && text[at] === original[at]) at++
  return text.slice(Math.max(0, at - 60), at + 200)
}

describe('a signed credential', () => {
  it(
    'holds as it is, however its members are ordered and spaced',
    { timeout: TIMEOUT },
    async () => {
      const property = fc.asyncProperty(
        fc.infiniteStream(fc.nat()),
        fc.nat(4),
        async (order, space) => {
          const text = JSON.stringify(shuffled(signed, order), null, space)
          const report = await judgeAnything({ text }, closed)
          expect(report.authenticity).toBe('holds')
        },
      )
      await tries(property, 30, 0.01)
    },
  )

  it('no longer holds after any change', { timeout: TIMEOUT }, async () => {
    const property = fc.asyncProperty(documentChange, (change) =>
      expectUnchangedOrNotAuthentic(JSON.stringify(changed(signed, change))),
    )
    await tries(property, 300)
  })

  it('no longer holds after several changes', { timeout: TIMEOUT }, async () => {
    const many = fc.array(documentChange, { minLength: 2, maxLength: 4 })
    const property = fc.asyncProperty(many, (changes) =>
      expectUnchangedOrNotAuthentic(JSON.stringify(changes.reduce(changed, signed))),
    )
    await tries(property, 100, 0.3)
  })

  it('no longer holds where its text says something else', { timeout: TIMEOUT }, async () => {
    const property = fc.asyncProperty(textDamage, (damage) =>
      expectUnchangedOrNotAuthentic(damage(JSON.stringify(signed))),
    )
    await tries(property, 100, 0.3)
  })
})

/** The same document with the members of each object in another order. */
function shuffled(value: JsonValue, order: fc.Stream<number>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order))
  if (typeof value !== 'object' || value === null) return value
  const keyed = Object.entries(value).map(
    ([name, member]) => [order.next().value ?? 0, name, shuffled(member, order)] as const,
  )
  return Object.fromEntries(
    keyed.toSorted(([a], [b]) => a - b).map(([, name, member]) => [name, member]),
  )
}
