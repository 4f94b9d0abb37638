import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from '../../../../src/verifier/keys/base58'
import type { JsonObject } from '../../../../src/verifier/verification'
import { judgeDocument } from './judge-document'

type Change = (document: JsonObject) => JsonObject

const proofOf = ({ proof }: JsonObject): JsonObject => proof as JsonObject

export function withProof(document: JsonObject, changes: JsonObject): JsonObject {
  return { ...document, proof: { ...proofOf(document), ...changes } }
}

/** A signature in base58btc, changed byte by byte. */
export function withSignature(
  document: JsonObject,
  change: (bytes: Uint8Array) => Uint8Array | number[],
): JsonObject {
  const bytes = decodeBase58((proofOf(document).proofValue as string).slice(1))!
  return withProof(document, { proofValue: `z${encodeBase58(Uint8Array.from(change(bytes)))}` })
}

/** What a cheat does to a document, whichever suite secures it. */
const ALTERED: [string, Change][] = [
  ['a claim altered', (document) => ({ ...document, name: 'Welding, level 3' })],
  ['the end removed', ({ validUntil: _, ...document }) => document],
  ['the end altered', (document) => ({ ...document, validUntil: '2040-06-01T00:00:00Z' })],
  ['a claim added', (document) => ({ ...document, description: 'With honours.' })],
  [
    'the learner altered',
    (document) => ({
      ...document,
      credentialSubject: {
        ...(document.credentialSubject as JsonObject),
        id: 'did:example:other',
      },
    }),
  ],
  [
    'the time of the proof altered',
    (document) => withProof(document, { created: '2026-01-02T00:00:00Z' }),
  ],
  [
    'the time of the proof removed',
    (document) => {
      const { created: _, ...proof } = proofOf(document)
      return { ...document, proof }
    },
  ],
  [
    'an end given to the proof',
    (document) => withProof(document, { expires: '2099-01-01T00:00:00Z' }),
  ],
  ['a challenge given to the proof', (document) => withProof(document, { challenge: 'x' })],
]

/** Every one of these must fail, without a question to anybody. */
export function resistsAlteration(signed: JsonObject, issuerId: string): void {
  it('holds as it was signed', async () => {
    expect(await judgeDocument(signed, issuerId)).toMatchObject({
      authenticity: 'holds',
      key: 'passed key-is-issuer',
      asked: [],
    })
  })

  describe('altered', () => {
    it.each(ALTERED)('%s', async (_, change) => {
      expect(await judgeDocument(change(signed), issuerId)).toMatchObject({
        authenticity: 'fails',
        proof: 'failed altered',
        asked: [],
      })
    })

    it('a proof made to log in', async () => {
      const document = withProof(signed, { proofPurpose: 'authentication' })
      expect(await judgeDocument(document, issuerId)).toMatchObject({
        authenticity: 'fails',
        proof: 'failed proof-purpose-wrong',
      })
    })
  })
}

/** Of a signature in base58btc. */
export function resistsOtherSignatures(signed: JsonObject, issuerId: string): void {
  it.each<[string, (bytes: Uint8Array) => Uint8Array | number[], string]>([
    [
      'one bit flipped',
      (bytes) => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
      'altered',
    ],
    ['truncated', (bytes) => bytes.subarray(0, -1), 'proof-malformed'],
    ['extended', (bytes) => [...bytes, 0], 'proof-malformed'],
    ['of zeros', (bytes) => bytes.map(() => 0), 'altered'],
    ['of all ones', (bytes) => bytes.map(() => 0xff), 'altered'],
    ['empty', () => [], 'proof-malformed'],
    ['twice', (bytes) => [...bytes, ...bytes], 'proof-malformed'],
  ])('a signature %s', async (_, change, code) => {
    expect(await judgeDocument(withSignature(signed, change), issuerId)).toMatchObject({
      authenticity: 'fails',
      proof: `failed ${code}`,
    })
  })

  it.each([
    ['in base64url', 'uAAAA'],
    ['in hexadecimal', 'f0000'],
    ['that is no text', 7],
    ['that is missing', null],
  ])('a value %s', async (_, proofValue) => {
    expect(await judgeDocument(withProof(signed, { proofValue }), issuerId)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
    })
  })
}
