/** Characters for which RDFC-1.0 and the signers who sort by code unit have another order of lines. */
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { badge } from '../signing'
import { independentForm } from '../json-ld/independent-form'
import { judgeDocument } from './judge-document'
import { ecdsaKey, proofOptions, suiteProof } from './suite-signing'
import { encodeBase58 } from '../../../../src/verifier/keys/base58'

const key = await ecdsaKey('P-256')
const document = badge(key.did, {
  evidence: [
    { type: ['Evidence'], name: ['\u{1F3C6} Cup', '\uFF21 class'] },
    { type: ['Evidence'] },
  ],
})
const judge = async (signed: JsonObject, issuer = key.did) =>
  (await judgeDocument(signed, issuer)).authenticity

/** As `rdf-canonize` sorts. */
async function signedByCodeUnits(value: JsonObject): Promise<JsonObject> {
  const options = proofOptions('ecdsa-rdfc-2019', key)
  const texts = await Promise.all(
    [{ ...options, '@context': value['@context']! }, value].map((part) => independentForm(part)),
  )
  const hashes = await Promise.all(
    texts.map((text) => crypto.subtle.digest('SHA-256', Buffer.from(text))),
  )
  const data = Uint8Array.from(Buffer.concat(hashes.map((hash) => Buffer.from(hash))))
  const proofValue = `z${encodeBase58(await key.sign(data))}`
  return { ...value, proof: { ...options, proofValue } }
}

describe('a proof whose lines could be sorted in two ways', () => {
  it('holds as the standard sorts, and as rdf-canonize does', async () => {
    const standard = { ...document, proof: await suiteProof(document, key, 'ecdsa-rdfc-2019') }
    const ofSigners = await signedByCodeUnits(document)
    expect(await judge(standard)).toBe('holds')
    expect(await judge(ofSigners)).toBe('holds')
  })

  it('fails in both where the document was changed', async () => {
    const altered = { name: 'Welding, level 3' }
    const standard = { ...document, proof: await suiteProof(document, key, 'ecdsa-rdfc-2019') }
    const ofSigners = await signedByCodeUnits(document)
    expect(await judge({ ...standard, ...altered })).toBe('fails')
    expect(await judge({ ...ofSigners, ...altered })).toBe('fails')
  })

  it('fails under the key of somebody else', async () => {
    const other = await ecdsaKey('P-256')
    const taken = await signedByCodeUnits({ ...document, issuer: other.did })
    expect(await judge(taken, other.did)).toBe('fails')
  })
})
