/**
 * Our own fixtures before independent judges: Digital Bazaar's verifier for Data Integrity, jose for
 * JOSE. A fixture that only our verifier accepts, or only it rejects, would prove nothing.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { compactVerify, importJWK, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { bundledContext } from '../fixtures/contexts'
import { demoFixtures, type DemoBadge } from '../fixtures/index'
import {
  CHAMBER,
  controllerDocument,
  DESIGN_SCHOOL,
  didWebUrl,
  GUILD,
  UNIVERSITY_2,
} from '../fixtures/issuers'
import { SIGNED_AT } from '../fixtures/signing'
import { publishedJson } from '../fixtures/web'
import { bakedTextOf } from './independent-unbake'

const { badges, web } = await demoFixtures()

const texts = badges.map((badge) => ({ badge, text: bakedTextOf(badge.file) }))
const proven = texts.flatMap(({ badge, text }) =>
  text?.includes('"DataIntegrityProof"') === true ? [{ badge, credential: parse(text) }] : [],
)
const jose = texts.flatMap(({ badge, text }) =>
  text?.startsWith('eyJ') === true ? [{ badge, jws: text }] : [],
)

/** What a proof alone can say: revocation and dates are other questions. */
const REJECTED_BY_PROOF = new Set(['altered', 'stolen-name'])

describe('Data Integrity fixtures before @digitalbazaar/vc', () => {
  test('there are some of each kind', () => {
    expect(ids(proven)).toEqual(
      expect.arrayContaining(['did-key', 'did-web', 'altered', 'stolen-name', 'linked-file']),
    )
  })

  test.each(proven.map((each) => [each.badge.id, each] as const))(
    '%s',
    async (id, { credential }) => {
      const { verified, error } = await verifyWithDigitalBazaar(credential)
      expect(verified, String(error?.errors ?? error)).toBe(!REJECTED_BY_PROOF.has(id))
    },
  )

  test.each(['revocation-1', 'suspension-1'])('status list %s', async (name) => {
    const list = publishedJson(web, `https://status.example/lists/${name}`)
    expect(await verifyWithDigitalBazaar(list ?? {})).toMatchObject({ verified: true })
  })
})

describe('JOSE fixtures before jose', () => {
  test('there are some of each kind', () => {
    expect(ids(jose).sort()).toEqual(
      [
        'signed-good',
        'signed-revoked',
        'signed-late',
        'jwt-good',
        'jwt-revoked',
        'jwt-frame',
      ].sort(),
    )
  })

  test.each(jose.map((each) => [each.badge.id, each] as const))('%s', async (id, { jws }) => {
    const key = await importJWK(keyOf(id))
    await expect(compactVerify(jws, key)).resolves.toBeDefined()
    await expect(compactVerify(withOtherPayload(jws), key)).rejects.toThrow('signature')
  })
})

async function verifyWithDigitalBazaar(credential: object) {
  return vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loadDocument,
    now: timeInForce(credential),
    checkStatus: () => Promise.resolve({ verified: true }),
  })
}

/** A time at which the credential was in force: the proof is judged here, and not today's date. */
function timeInForce(credential: object): string {
  const { validUntil } = credential as { validUntil?: string }
  return validUntil ?? SIGNED_AT
}

/** Bundled contexts, and the DID documents that the fixtures publish; a key leads to its entry. */
async function loadDocument(url: string) {
  const [did = '', fragment] = url.split('#')
  if (!did.startsWith('did:')) return bundledContext(url)
  const document = did.startsWith('did:key:')
    ? controllerDocument({ ...GUILD, id: did, method: `${did}#${did.slice('did:key:'.length)}` })
    : publishedJson(web, didWebUrl(did))
  const found = fragment === undefined ? document : methodOf(document, url)
  if (!found) throw new Error(`Not in the fixtures: ${url}`)
  return { contextUrl: null, documentUrl: url, document: found }
}

function methodOf(document: Record<string, unknown> | undefined, id: string): object | undefined {
  const methods = (document?.verificationMethod ?? []) as { id: string }[]
  const method = methods.find((each) => each.id === id)
  return method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }
}

function keyOf(id: string): JWK {
  const key = id.startsWith('signed')
    ? { ...UNIVERSITY_2.key.publicJwk, alg: 'RS256' }
    : id === 'jwt-frame'
      ? { ...DESIGN_SCHOOL.key.publicJwk, alg: 'ES256' }
      : { ...CHAMBER.key.publicJwk, alg: 'RS256' }
  return key
}

function withOtherPayload(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const text = Buffer.from(payload, 'base64url').toString().replace('2024', '2025')
  return [header, Buffer.from(text).toString('base64url'), signature].join('.')
}

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}

function ids(list: { badge: DemoBadge }[]): string[] {
  return list.map(({ badge }) => badge.id)
}
