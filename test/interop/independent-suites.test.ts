/**
 * ECDSA, selective disclosure and the suite of 2018 before Digital Bazaar's libraries, and theirs before
 * us. (They have none for the JCS suites: there the vectors of the W3C stand in, and an independent
 * canonicalisation in the unit tests.)
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { Ed25519Signature2018 } from '@digitalbazaar/ed25519-signature-2018'
import { Ed25519VerificationKey2018 } from '@digitalbazaar/ed25519-verification-key-2018'
import * as vc from '@digitalbazaar/vc'
import { describe, expect, it } from 'vitest'
import { contextLoader } from '../../src/verifier/json-ld/loader'
import { decodeBase58, encodeBase58 } from '../../src/verifier/keys/base58'
import type { JsonObject } from '../../src/verifier/verification'
import { NOW } from '../unit/verifier/fake-verification'
import { judgeDocument } from '../unit/verifier/proofs/judge-document'
import { disclose } from '../unit/verifier/proofs/selective-signing'
import {
  detachedJws,
  ecdsaKey,
  hashData,
  proofOptions,
  suiteProof,
} from '../unit/verifier/proofs/suite-signing'
import { badge, ed25519 } from '../unit/verifier/signing'

const DATE = '2026-01-01T00:00:00Z'
const loadContext = contextLoader()

const altered = (signed: JsonObject): JsonObject => ({ ...signed, name: 'Welding, level 3' })
const judge = async (document: JsonObject, issuer: string) =>
  (await judgeDocument(document, issuer)).authenticity

/** A key that their library made, under its own did:key. */
async function theirKey(curve: string) {
  const pair = await EcdsaMultikey.generate({ curve })
  const did = `did:key:${pair.publicKeyMultibase}`
  Object.assign(pair, { id: `${did}#${pair.publicKeyMultibase}`, controller: did })
  return { did, signer: pair.signer() }
}

async function judgeByPeer(
  credential: JsonObject,
  suite: object,
  keys = multikeyOf,
): Promise<boolean> {
  const options = { suite, documentLoader: loaderWith(keys), now: NOW }
  return (await vc.verifyCredential({ credential: structuredClone(credential), ...options }))
    .verified
}

type DescribeKey = (did: string, id: string) => object

/** The bundled contexts, and the documents behind any did:key. */
function loaderWith(describeKey: DescribeKey) {
  return (url: string) => {
    const document = url.startsWith('did:key:') ? didDocument(url, describeKey) : loadContext(url)
    return Promise.resolve({ contextUrl: null, documentUrl: url, document })
  }
}

function didDocument(url: string, describeKey: DescribeKey): object {
  const [did = ''] = url.split('#')
  const id = `${did}#${did.slice('did:key:'.length)}`
  if (url === id) return describeKey(did, id)
  const context = 'https://www.w3.org/ns/did/v1'
  return { '@context': context, id: did, verificationMethod: [id], assertionMethod: [id] }
}

function multikeyOf(did: string, id: string): object {
  const publicKeyMultibase = did.slice('did:key:'.length)
  const context = 'https://w3id.org/security/multikey/v1'
  return { '@context': context, id, type: 'Multikey', controller: did, publicKeyMultibase }
}

describe.each(['P-256', 'P-384'] as const)('ecdsa-rdfc-2019 on %s', (curve) => {
  const suite = () => new DataIntegrityProof({ cryptosuite: ecdsaRdfc })

  it('ours is accepted by Digital Bazaar, and rejected once altered', async () => {
    const key = await ecdsaKey(curve)
    const document = badge(key.did)
    const signed = { ...document, proof: await suiteProof(document, key, 'ecdsa-rdfc-2019') }
    expect(await judge(signed, key.did)).toBe('holds')
    expect(await judgeByPeer(signed, suite())).toBe(true)
    expect(await judgeByPeer(altered(signed), suite())).toBe(false)
  })

  it('Digital Bazaar’s is accepted by us, and rejected once altered', async () => {
    const { did, signer } = await theirKey(curve)
    const signed = (await vc.issue({
      credential: badge(did),
      suite: new DataIntegrityProof({ cryptosuite: ecdsaRdfc, signer, date: DATE }),
      documentLoader: loaderWith(multikeyOf),
      now: NOW,
    })) as JsonObject
    expect(await judge(signed, did)).toBe('holds')
    expect(await judge(altered(signed), did)).toBe('fails')
  })
})

describe('ecdsa-sd-2023', () => {
  const suite = () => new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() })

  it('ours is accepted by Digital Bazaar, and rejected once altered', async () => {
    const key = await ecdsaKey('P-256')
    const signed = await disclose(badge(key.did), key)
    expect(await judge(signed, key.did)).toBe('holds')
    expect(await judgeByPeer(signed, suite())).toBe(true)
    expect(await judgeByPeer(altered(signed), suite())).toBe(false)
  })

  it('Digital Bazaar’s base proof is refused, and what is derived from it holds', async () => {
    const { did, signer } = await theirKey('P-256')
    const documentLoader = loaderWith(multikeyOf)
    const mandatory = createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validUntil'] })
    const base = (await vc.issue({
      credential: badge(did, { evidence: [{ type: ['Evidence'], name: 'Work piece' }] }),
      suite: new DataIntegrityProof({ cryptosuite: mandatory, signer, date: DATE }),
      documentLoader,
      now: NOW,
    })) as JsonObject
    expect((await judgeDocument(base, did)).proof).toBe('unknown proof-base-refused')

    const selectivePointers = ['/validFrom', '/name', '/credentialSubject/achievement']
    const cryptosuite = createDiscloseCryptosuite({ selectivePointers })
    const derived = (await vc.derive({
      verifiableCredential: structuredClone(base),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
    })) as JsonObject
    expect(derived.evidence).toBeUndefined()
    expect(await judgeByPeer(derived, suite())).toBe(true)
    expect(await judgeDocument(derived, did)).toMatchObject({
      authenticity: 'holds',
      proof: 'warned perhaps-withheld signature-holds disclosed-partly',
      params: { properties: ['credentialStatus'] },
    })

    const { validUntil: _, ...endless } = derived
    const { name: __, ...nameless } = derived
    const restored = { ...derived, evidence: base.evidence! }
    for (const cheat of [altered(derived), endless, nameless, restored]) {
      expect(await judge(cheat, did)).toBe('fails')
      expect(await judgeByPeer(cheat, suite())).toBe(false)
    }
  })
})

/**
 * By code point, as RDFC-1.0 demands, the fullwidth letter comes first; Digital Bazaar's libraries sort by
 * code unit, where the half of a trophy does.
 */
describe('names whose order is another by code point', () => {
  const evidence = [
    { type: ['Evidence'], name: '\u{1F3C6}' },
    { type: ['Evidence'], name: '\uFF21' },
  ]
  const alternateNames = { evidence, name: ['\u{1F3C6} Cup', '\uFF21 class'] }

  it('as Digital Bazaar signs them they hold', async () => {
    const { did, signer } = await theirKey('P-256')
    const signed = (await vc.issue({
      credential: badge(did, alternateNames),
      suite: new DataIntegrityProof({ cryptosuite: ecdsaRdfc, signer, date: DATE }),
      documentLoader: loaderWith(multikeyOf),
      now: NOW,
    })) as JsonObject
    expect(await judge(signed, did)).toBe('holds')
    expect(await judge({ ...signed, name: ['\u{1F3C6} Cup', '\uFF22 class'] }, did)).toBe('fails')
  })

  it('as Digital Bazaar lets them be shown they hold', async () => {
    const { did, signer } = await theirKey('P-256')
    const documentLoader = loaderWith(multikeyOf)
    const mandatory = createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validUntil'] })
    const base = (await vc.issue({
      credential: badge(did, alternateNames),
      suite: new DataIntegrityProof({ cryptosuite: mandatory, signer, date: DATE }),
      documentLoader,
      now: NOW,
    })) as JsonObject
    const selectivePointers = ['/validFrom', '/name', '/evidence', '/credentialSubject/achievement']
    const derived = (await vc.derive({
      verifiableCredential: structuredClone(base),
      suite: new DataIntegrityProof({
        cryptosuite: createDiscloseCryptosuite({ selectivePointers }),
      }),
      documentLoader,
    })) as JsonObject
    expect(await judge(derived, did)).toBe('holds')
    expect(await judge(altered(derived), did)).toBe('fails')
  })
})

describe('a status under ecdsa-sd-2023', () => {
  const entry = (name: string, statusPurpose: string) => ({
    id: `https://college.example/${name}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: '7',
    statusListCredential: `https://college.example/${name}`,
  })

  async function shownWith(mandatoryPointers: string[], selectivePointers: string[]) {
    const { did, signer } = await theirKey('P-256')
    const credentialStatus = [entry('revoked', 'revocation'), entry('suspended', 'suspension')]
    const mandatory = createSignCryptosuite({ mandatoryPointers })
    const base = (await vc.issue({
      credential: badge(did, { credentialStatus }),
      suite: new DataIntegrityProof({ cryptosuite: mandatory, signer, date: DATE }),
      documentLoader: loaderWith(multikeyOf),
      now: NOW,
    })) as JsonObject
    const cryptosuite = createDiscloseCryptosuite({ selectivePointers })
    const derived = (await vc.derive({
      verifiableCredential: base,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: loaderWith(multikeyOf),
    })) as JsonObject
    return judgeDocument(derived, did)
  }

  it('that Digital Bazaar made mandatory as a whole is complete', async () => {
    const found = await shownWith(
      ['/issuer', '/validFrom', '/validUntil', '/credentialStatus'],
      ['/name'],
    )
    expect(found).toMatchObject({ authenticity: 'holds', questionable: false })
  })

  it('of which its holder chose one entry is not', async () => {
    const found = await shownWith(
      ['/issuer', '/validFrom', '/validUntil'],
      ['/name', '/credentialStatus/0'],
    )
    expect(found).toMatchObject({
      authenticity: 'holds',
      proof: 'warned status-perhaps-withheld signature-holds disclosed-partly',
    })
  })
})

describe('Ed25519Signature2018', async () => {
  const key = await ed25519(7)
  const { validFrom: _, validUntil: __, ...rest } = badge(key.did)
  const document: JsonObject = {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    issuanceDate: '2025-06-01T00:00:00Z',
  }
  /** The same key, as this suite wants it written. */
  const keyOf2018: DescribeKey = (controller, id) => ({
    '@context': 'https://w3id.org/security/suites/ed25519-2018/v1',
    id,
    type: 'Ed25519VerificationKey2018',
    controller,
    publicKeyBase58: encodeBase58(decodeBase58(key.multikey.slice(1))!.subarray(2)),
  })

  it('ours is accepted by Digital Bazaar, and rejected once altered', async () => {
    const options = proofOptions('', key, { type: 'Ed25519Signature2018', cryptosuite: null })
    const jws = await detachedJws(await hashData(document, options, 'SHA-256'), key)
    const signed = { ...document, proof: { ...options, jws } }
    const suite = new Ed25519Signature2018({})
    expect(await judge(signed, key.did)).toBe('holds')
    expect(await judgeByPeer(signed, suite, keyOf2018)).toBe(true)
    expect(await judgeByPeer(altered(signed), suite, keyOf2018)).toBe(false)
  })

  it('Digital Bazaar’s is accepted by us, and rejected once altered', async () => {
    const { did: controller, method: id } = key
    const seed = Buffer.alloc(32, 7)
    const pair = await Ed25519VerificationKey2018.generate({ controller, id, seed })
    const signed = (await vc.issue({
      credential: structuredClone(document),
      suite: new Ed25519Signature2018({ key: pair, date: DATE }),
      documentLoader: loaderWith(keyOf2018),
      now: NOW,
    })) as JsonObject
    expect(await judge(signed, key.did)).toBe('holds')
    expect(await judge(altered(signed), key.did)).toBe('fails')
  })
})
