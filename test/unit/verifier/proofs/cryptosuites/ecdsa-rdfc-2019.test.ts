import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../../src/verifier/verification'
import { resistsAlteration, resistsOtherSignatures, withProof, withSignature } from '../attacks'
import { judgeDocument } from '../judge-document'
import { badge, ed25519 } from '../../signing'
import { digestOf, ecdsaKey, hashData, proofOptions, suiteProof } from '../suite-signing'
import { encodeBase58 } from '../../../../../src/verifier/keys/base58'

const SUITE = 'ecdsa-rdfc-2019'
const keys = { 'P-256': await ecdsaKey('P-256'), 'P-384': await ecdsaKey('P-384') }

describe.each(['P-256', 'P-384'] as const)('ecdsa-rdfc-2019 on %s', async (curve) => {
  const key = keys[curve]
  const other = keys[curve === 'P-256' ? 'P-384' : 'P-256']
  const document = badge(key.did)
  const signed = { ...document, proof: await suiteProof(document, key, SUITE) }

  resistsAlteration(signed, key.did)
  resistsOtherSignatures(signed, key.did)

  it('undefined terms are not signed', async () => {
    expect(await judgeDocument({ ...signed, honours: 'summa' }, key.did)).toMatchObject({
      authenticity: 'unknown',
      params: { terms: ['honours'] },
    })
  })

  it('a signature with the other half of the numbers holds as well', async () => {
    expect(await judgeDocument(withHighS(signed, curve), key.did)).toMatchObject({
      authenticity: 'holds',
    })
  })

  it('a key of the other curve, under the name of this one', async () => {
    const options = { verificationMethod: key.method }
    const proof = await suiteProof(document, other, SUITE, options)
    expect(await judgeDocument({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('the right key with the hash of the other curve', async () => {
    const options = proofOptions(SUITE, key)
    const data = await hashData(document, options, digestOf(other))
    const parameters = { name: 'ECDSA', hash: digestOf(other) }
    const signature = await crypto.subtle.sign(parameters, key.privateKey, data)
    const proof = { ...options, proofValue: `z${encodeBase58(new Uint8Array(signature))}` }
    expect(await judgeDocument({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
  })

  it('an Ed25519 key under this suite', async () => {
    const wrong = await ed25519(4)
    const own = badge(wrong.did)
    const proof = await suiteProof(own, wrong, SUITE)
    expect(await judgeDocument({ ...own, proof }, wrong.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it.each(['ecdsa-jcs-2019', 'eddsa-rdfc-2022'])('the suite renamed to %s', async (cryptosuite) => {
    const { authenticity } = await judgeDocument(withProof(signed, { cryptosuite }), key.did)
    expect(authenticity).toBe('fails')
  })

  it('a proof by somebody else', async () => {
    const attacker = await ecdsaKey(curve)
    const proof = await suiteProof(document, attacker, SUITE)
    expect(await judgeDocument({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'passed signature-holds',
      key: 'failed key-not-issuers',
    })
  })
})

const ORDERS = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384':
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
}

/** The other signature that fits: `s` replaced by its complement to the order of the curve. */
function withHighS(signed: JsonObject, curve: keyof typeof ORDERS): JsonObject {
  return withSignature(signed, (bytes) => {
    const half = bytes.length / 2
    const s = BigInt(`0x${Buffer.from(bytes.subarray(half)).toString('hex')}`)
    const complement = (ORDERS[curve] - s).toString(16).padStart(half * 2, '0')
    return [...bytes.subarray(0, half), ...Buffer.from(complement, 'hex')]
  })
}
