/**
 * Our proofs before independent verifiers, and theirs before us: Digital Bazaar's libraries for Data
 * Integrity, `jose` for JOSE. What one accepts the other must accept, and what was tampered with both
 * must reject.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { contextLoader } from '../../src/verifier/json-ld/loader'
import { importJwk } from '../../src/verifier/keys/public-key'
import { verifyDataIntegrity } from '../../src/verifier/proofs/data-integrity'
import { parseCompactJws, verifyJws } from '../../src/verifier/proofs/jws'
import type { JsonObject } from '../../src/verifier/verification'
import { fakeVerification, NOW } from '../unit/verifier/fake-verification'
import {
  badge,
  ecdsa,
  ed25519,
  rsa,
  signDocument,
  signJws,
  type Signer,
} from '../unit/verifier/signing'

const key = await ed25519(7)
const loadContext = contextLoader()

const CONTEXTS_1 = [
  'https://www.w3.org/2018/credentials/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** The same badge on VC data model 1.1. */
function badge1(...contexts: string[]): JsonObject {
  const { validFrom: _, validUntil: __, ...rest } = badge(key.did)
  return {
    ...rest,
    '@context': [...CONTEXTS_1, ...contexts],
    issuanceDate: '2025-06-01T00:00:00Z',
    expirationDate: '2030-06-01T00:00:00Z',
  }
}

/** An older suite needs its own context on both versions of the data model. */
const SUITE_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

const CASES: {
  name: string
  document: JsonObject
  options: JsonObject
  suite: typeof suiteOf2022
}[] = [
  { name: 'eddsa-rdfc-2022, VC 2.0', document: badge(key.did), options: {}, suite: suiteOf2022 },
  {
    name: 'eddsa-rdfc-2022, VC 1.1',
    document: badge1('https://w3id.org/security/data-integrity/v2'),
    options: {},
    suite: suiteOf2022,
  },
  {
    name: 'Ed25519Signature2020, VC 1.1',
    document: badge1(SUITE_2020),
    options: { type: 'Ed25519Signature2020', cryptosuite: null },
    suite: suiteOf2020,
  },
]

function suiteOf2022(signer?: object) {
  return new DataIntegrityProof({
    cryptosuite,
    ...(signer && { signer, date: '2026-01-01T00:00:00Z' }),
  })
}

function suiteOf2020(signer?: object) {
  return new Ed25519Signature2020(signer ? { signer, date: '2026-01-01T00:00:00Z' } : {})
}

describe.each(CASES)('$name', ({ document, options, suite }) => {
  const altered = (signed: JsonObject): JsonObject => ({ ...signed, name: 'Welding, level 3' })

  it('ours is accepted by Digital Bazaar, and rejected once altered', async () => {
    const signed = await signDocument(document, key, { options })
    expect(await judgeByPeer(signed, suite())).toBe(true)
    expect(await judgeByPeer(altered(signed), suite())).toBe(false)
    expect(await judge(signed)).toBe('holds')
    expect(await judge(altered(signed))).toBe('fails')
  })

  it('Digital Bazaar’s is accepted by us, and rejected once altered', async () => {
    const pair = await Ed25519Multikey.generate({ controller: key.did, seed: Buffer.alloc(32, 7) })
    expect(pair.id).toBe(key.method)
    const credential = structuredClone(document)
    const signed = (await vc.issue({
      credential,
      suite: suite(pair.signer()),
      documentLoader,
      now: NOW,
    })) as JsonObject
    expect(await judge(signed)).toBe('holds')
    expect(await judge(altered(signed))).toBe('fails')
  })

  it('both reject a proof whose own options were altered', async () => {
    const signed = await signDocument(document, key, { options })
    const later = { ...(signed.proof as JsonObject), created: '2026-01-02T00:00:00Z' }
    expect(await judgeByPeer({ ...signed, proof: later }, suite())).toBe(false)
    expect(await judge({ ...signed, proof: later })).toBe('fails')
  })
})

async function judge(document: JsonObject) {
  return (await verifyDataIntegrity(document, key.did, fakeVerification())).authenticity
}

async function judgeByPeer(credential: JsonObject, suite: object): Promise<boolean> {
  const copy = structuredClone(credential)
  return (await vc.verifyCredential({ credential: copy, suite, documentLoader, now: NOW })).verified
}

/** The bundled contexts, and the documents behind one did:key. */
function documentLoader(url: string) {
  const document = url.startsWith('did:key:') ? didDocument(url) : loadContext(url)
  return Promise.resolve({ contextUrl: null, documentUrl: url, document })
}

function didDocument(url: string): object {
  const { did, method: id, multikey: publicKeyMultibase } = key
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase }
  if (url === id) return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
  const did1 = 'https://www.w3.org/ns/did/v1'
  return { '@context': did1, id: did, verificationMethod: [method], assertionMethod: [id] }
}

describe.each<[string, () => Promise<Signer>]>([
  ['RS256', () => rsa()],
  ['ES256', () => ecdsa('P-256')],
  ['ES384', () => ecdsa('P-384')],
  ['ES512', () => ecdsa('P-521')],
  ['EdDSA', () => ed25519(9)],
])('JWS with %s', (alg, create) => {
  it('each accepts what the other signed and rejects what was altered', async () => {
    const { privateKey, publicJwk, ...signer } = await create()
    const ours = await signJws({ claim: 1 }, { privateKey, publicJwk, ...signer })
    const theirs = await new jose.CompactSign(Buffer.from('{"claim":1}'))
      .setProtectedHeader({ alg })
      .sign(privateKey)
    for (const jws of [ours, theirs]) {
      const [head, , signature] = jws.split('.')
      const altered = [head, Buffer.from('{"claim":2}').toString('base64url'), signature].join('.')
      expect(await verifyByUs(jws, publicJwk)).toBe(true)
      expect(await verifyByUs(altered, publicJwk)).toBe(false)
      const peer = await jose.importJWK(publicJwk, alg)
      await expect(jose.compactVerify(jws, peer)).resolves.toBeDefined()
      await expect(jose.compactVerify(altered, peer)).rejects.toThrow(
        'signature verification failed',
      )
    }
  })
})

async function verifyByUs(text: string, jwk: JsonObject): Promise<boolean> {
  const jws = parseCompactJws(text)
  const imported = await importJwk(jwk)
  if ('reason' in jws || 'reason' in imported) throw new Error('not readable')
  return verifyJws(jws, imported)
}
