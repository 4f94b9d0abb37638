/**
 * Learner records and endorsements, signed by and shown to independent implementations: Digital Bazaar's
 * for Data Integrity, jose for JOSE. The outer and each inner proof must hold for both, or for neither.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { verifyBadge } from '../../src/verifier'
import { credentialForRecord, endorsementOf, learnerRecord } from '../fixtures/collections'
import { bundledContext } from '../fixtures/contexts'
import { CHAMBER, controllerDocument, GUILD, STRANGER } from '../fixtures/issuers'
import { signDataIntegrity, signVcJwt } from '../fixtures/signing'

const MODELS = { slug: 'models', name: 'Models', description: 'Builds models.' }
const charts = { slug: 'charts', name: 'Charts', description: 'Draws charts.' }

const badge = credentialForRecord(MODELS, GUILD)
const endorsement = await signDataIntegrity(
  endorsementOf(badge.id, 'Examined as it should be.', STRANGER),
  STRANGER,
)
const endorsed = await signDataIntegrity({ ...badge, endorsement: [endorsement] }, GUILD)
const other = await signDataIntegrity(credentialForRecord(charts, STRANGER), STRANGER)
const record = await signDataIntegrity(learnerRecord('Transcript', GUILD, [endorsed, other]), GUILD)

async function holdsForDigitalBazaar(credential: object): Promise<boolean> {
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loadDocument,
    now: now(),
    checkStatus: () => Promise.resolve({ verified: true }),
  })
  return verified
}

/** Bundled contexts, and the keys of those who are their keys. */
async function loadDocument(url: string) {
  const issuer = [GUILD, STRANGER].find(({ id }) => url.startsWith(id))
  if (issuer === undefined) return bundledContext(url)
  const document = controllerDocument(issuer)
  const [method] = document.verificationMethod as object[]
  const key = { '@context': 'https://w3id.org/security/multikey/v1', ...method }
  return { contextUrl: null, documentUrl: url, document: url === issuer.id ? document : key }
}

function verify(document: object | string) {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const page = JSON.stringify(controllerDocument(CHAMBER))
  return verifyBadge({ text }, { fetch: () => Promise.resolve(new Response(page)), now })
}

const now = () => new Date('2025-01-01T00:00:00Z')

describe('with Data Integrity', () => {
  test.each([
    ['the record', record],
    ['the badge in it', endorsed],
    ['the other badge in it', other],
    ['the endorsement in the badge', endorsement],
  ])('%s holds for both', async (_, document) => {
    expect(await holdsForDigitalBazaar(document)).toBe(true)
    expect((await verify(document)).verdict).toBe('authentic')
  })

  test('what stands inside holds by itself', async () => {
    const { parts } = await verify(record)
    expect(parts.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic'])
    expect(parts[0]?.parts).toMatchObject([{ verdict: 'authentic', kind: 'endorsement' }])
  })

  test('a part that was altered under a new outer proof fails for both', async () => {
    const altered = { ...other, name: 'Charts, master' }
    const resigned = await signDataIntegrity(learnerRecord('T', GUILD, [altered, endorsed]), GUILD)
    expect(await holdsForDigitalBazaar(resigned)).toBe(true)
    expect(await holdsForDigitalBazaar(altered)).toBe(false)
    const report = await verify(resigned)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-fail' })
    expect(report.parts[0]).toMatchObject({ verdict: 'invalid', reason: 'altered' })
  })
})

describe('as a VC-JWT', () => {
  test('the record and the JWT in it hold for both', async () => {
    const inner = await signVcJwt(credentialForRecord(charts, CHAMBER), CHAMBER)
    const jwt = await signVcJwt(learnerRecord('Transcript', CHAMBER, [inner, endorsed]), CHAMBER)
    const key = await importJWK({ ...CHAMBER.key.publicJwk, alg: 'RS256' })
    for (const each of [jwt, inner]) await expect(compactVerify(each, key)).resolves.toBeDefined()
    const report = await verify(jwt)
    expect(report).toMatchObject({ verdict: 'authentic', kind: 'clr' })
    expect(report.parts.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic'])
  })
})
