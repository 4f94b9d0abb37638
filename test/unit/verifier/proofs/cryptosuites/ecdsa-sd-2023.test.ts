import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../../src/verifier/verification'
import { badge, ed25519 } from '../../signing'
import { resistsAlteration, withProof } from '../attacks'
import { judgeDocument } from '../judge-document'
import { disclose, encodeCbor, valueOf, type Cbor, type Parts } from '../selective-signing'
import { ecdsaKey } from '../suite-signing'

const key = await ecdsaKey('P-256')
const STATUS = {
  id: 'https://college.example/status#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://college.example/status',
}
/** Two nodes have no id: the criteria and the evidence. */
const document = badge(key.did, {
  credentialStatus: STATUS,
  evidence: { type: ['Evidence'], name: 'Work piece' },
})
const signed = await disclose(document, key, {
  isMandatory: (statement) => /issuer|credentialStatus|\/status#7> /.test(statement),
})
const judge = (changed: JsonObject) => judgeDocument(changed, key.did)
const changed = (change: (parts: Parts) => Partial<Parts>) => disclose(document, key, { change })

describe('ecdsa-sd-2023', () => {
  resistsAlteration(signed, key.did)

  it('says that the holder chose what to show', async () => {
    expect(await judge(signed)).toMatchObject({
      questionable: false,
      proof: 'passed signature-holds disclosed-partly',
    })
  })

  it('a base proof is refused, and nobody is asked', async () => {
    const proofValue = valueOf([], [0xd9, 0x5d, 0x00])
    expect(await judge(withProof(signed, { proofValue }))).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown proof-base-refused',
      key: 'not-applicable not-reached',
      asked: [],
    })
  })

  it('an Ed25519 key, or one on P-384, under this suite', async () => {
    for (const wrong of [await ed25519(1), await ecdsaKey('P-384')]) {
      const own = await disclose(badge(wrong.did), wrong, {
        change: ({ baseSignature }) => ({ baseSignature: baseSignature.slice(0, 64) }),
      })
      expect(await judgeDocument(own, wrong.did)).toMatchObject({
        authenticity: 'fails',
        proof: 'failed altered',
      })
    }
  })

  it('a proof by somebody else', async () => {
    expect(await judge(await disclose(document, await ecdsaKey('P-256')))).toMatchObject({
      authenticity: 'fails',
      key: 'failed key-not-issuers',
    })
  })
})

describe('every statement is covered', () => {
  const mandatoryAll = { isMandatory: () => true }

  it('all mandatory, or none', async () => {
    for (const isMandatory of [() => true, () => false])
      expect(await judge(await disclose(document, key, { isMandatory }))).toMatchObject({
        authenticity: 'holds',
      })
  })

  const { validUntil: _, ...shorter } = document
  const longer = { ...document, description: 'With honours.' }
  it.each<[string, JsonObject, JsonObject]>([
    ['a mandatory statement dropped', shorter, document],
    ['a mandatory statement added', longer, document],
  ])('%s', async (_, shown, about) => {
    const cheat = await disclose(shown, key, mandatoryAll, about)
    expect(await judge(cheat)).toMatchObject({ authenticity: 'fails', proof: 'failed altered' })
  })

  it('a mandatory statement dropped, its position too', async () => {
    const change = ({ mandatory }: Parts) => ({ mandatory: mandatory.slice(0, -1) })
    const cheat = await disclose(shorter, key, { ...mandatoryAll, change }, document)
    expect(await judge(cheat)).toMatchObject({ authenticity: 'fails', proof: 'failed altered' })
  })

  it.each<[string, (parts: Parts) => Partial<Parts>]>([
    ['a signature missing', ({ signatures }) => ({ signatures: signatures.slice(1) })],
    ['a signature too many', ({ signatures }) => ({ signatures: [...signatures, signatures[0]!] })],
    [
      'two signatures swapped',
      ({ signatures: [a, b, ...rest] }) => ({ signatures: [b!, a!, ...rest] }),
    ],
    ['no signatures', () => ({ signatures: [] })],
    [
      'one statement called mandatory',
      ({ mandatory, signatures }) => ({
        mandatory: [...mandatory, 0],
        signatures: signatures.slice(1),
      }),
    ],
    ['a position beyond the end', ({ mandatory }) => ({ mandatory: [...mandatory, 999] })],
    ['no mandatory statement', () => ({ mandatory: [] })],
    ['two labels swapped', ({ labels }) => ({ labels: swapped(labels) })],
    ['a label missing', ({ labels }) => ({ labels: new Map([...labels].slice(1)) })],
    [
      'a label too many',
      ({ labels }) => ({ labels: new Map([...labels, [99, new Uint8Array(32)]]) }),
    ],
    ['no labels', () => ({ labels: new Map() })],
    [
      'the key of the statements replaced',
      ({ publicKey }) => ({
        publicKey: publicKey.map((byte, at) => (at === 2 ? 5 - byte : byte)),
      }),
    ],
    [
      'the signature of the issuer replaced',
      ({ signatures }) => ({ baseSignature: signatures[0]! }),
    ],
  ])('%s', async (_, change) => {
    expect(await judge(await changed(change))).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('one label for two nodes: one thing cannot be shown as two', async () => {
    const two = {
      ...document,
      evidence: [
        { type: ['Evidence'], name: 'Work piece' },
        { type: ['Evidence'], description: 'Joined by somebody else.' },
      ],
    }
    const one = new Uint8Array(32)
    const labels = new Map(Array.from({ length: 9 }, (_, at) => [at, at < 2 ? one : randomLabel()]))
    const cheat = await disclose(two, key, { labels })
    expect(await judge(cheat)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
    })
  })

  it('text that looks like a label is text', async () => {
    const odd = { ...document, description: 'See _:c14n0 and "_:c14n7" \\ .' }
    expect(await judge(await disclose(odd, key))).toMatchObject({ authenticity: 'holds' })
  })

  it('undefined terms and hidden syntax are as in every suite that signs RDF', async () => {
    expect(await judge({ ...signed, honours: 'summa' })).toMatchObject({
      authenticity: 'unknown',
      params: { terms: ['honours'] },
    })
    expect(await judge({ ...signed, validUntil: [document.validUntil!] })).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown json-ld-invalid',
    })
  })

  it('more statements than are worth the work are not judged', async () => {
    const evidence = Array.from({ length: 2_000 }, (_, at) => ({
      id: `https://college.example/evidence/${at}`,
      type: ['Evidence'],
    }))
    const large = await disclose({ ...document, evidence }, key, { isMandatory: () => true })
    expect(await judge(large)).toMatchObject({
      authenticity: 'unknown',
      params: { detail: 'too many statements' },
    })
  })
})

describe('a proof value of another form', () => {
  const bytes = (size: number) => new Uint8Array(size)
  const parts: Cbor[] = [bytes(64), bytes(35), [bytes(64)], new Map([[0, bytes(32)]]), [0]]
  const replaced = (at: number, part: Cbor) => valueOf(parts.with(at, part))

  it.each<[string, unknown]>([
    ['no text', 7],
    ['base58btc', 'z111'],
    ['padding', `${valueOf(parts)}==`],
    ['nothing', 'u'],
    ['the tag alone', rawValue([])],
    ['another tag', valueOf(parts, [0xd9, 0x5d, 0x02])],
    ['no tag', valueOf(parts, [])],
    ['four parts', valueOf(parts.slice(0, 4))],
    ['six parts', valueOf([...parts, 0])],
    ['no list', valueOf(bytes(9))],
    ['bytes after the end', rawValue([...encodeCbor(parts), 0])],
    ['a short signature of the issuer', replaced(0, bytes(63))],
    ['a long signature of the issuer', replaced(0, bytes(65))],
    ['a short key', replaced(1, bytes(34))],
    ['a signature of a statement that is short', replaced(2, [bytes(64), bytes(63)])],
    ['a signature of a statement that is a number', replaced(2, [7])],
    ['signatures that are no list', replaced(2, bytes(64))],
    ['a label of another size', replaced(3, new Map([[0, bytes(31)]]))],
    ['labels as a list', replaced(3, [bytes(32)])],
    ['a position twice', replaced(4, [1, 1])],
    ['a position that is bytes', replaced(4, [bytes(1)])],
    ['positions that are no list', replaced(4, 3)],
    ['a list of indefinite length', rawValue([0x9f, 0xff])],
    ['a list of four billion', rawValue([0x9a, 0xff, 0xff, 0xff, 0xff])],
  ])('%s', async (_, proofValue) => {
    expect(await judge(withProof(signed, { proofValue: proofValue as string }))).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
      asked: [],
    })
  })
})

function swapped(labels: Map<number, Uint8Array>): Map<number, Uint8Array> {
  const [[first, a], [second, b], ...rest] = [...labels] as [
    [number, Uint8Array],
    [number, Uint8Array],
  ]
  return new Map([[first, b], [second, a], ...rest])
}

function randomLabel(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32))
}

/** The tag of a derived proof, then these bytes. */
function rawValue(bytes: number[]): string {
  return `u${Buffer.from([0xd9, 0x5d, 0x01, ...bytes]).toString('base64url')}`
}
