/**
 * The badges of the sample page: as committed, before our verifier without a network, and before Digital
 * Bazaar's. A sample that is judged otherwise than its page says would teach the wrong thing.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../src/verifier'
import { bundledContext } from '../fixtures/contexts'
import { LEARNER, sampleBadges } from '../fixtures/sample-badges'
import { bakedTextOf } from './independent-unbake'

/** Long after anybody looks again: none of them may change by itself. */
const MOMENTS = ['2026-11-22T00:00:00Z', '2046-01-01T00:00:00Z']

const NAMES = ['analysis', 'aid', 'projects', 'learning', 'star'] as const
const committed = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(new URL(`../../src/pages/sample/badges/${name}.png`, import.meta.url)),
  )

async function judged(name: string, at = MOMENTS[0]!) {
  const asked: string[] = []
  const report = await verifyBadge(
    { bytes: committed(name) },
    {
      fetch: () => Promise.reject(new Error('nobody may be asked')),
      ask: ({ host }) => {
        asked.push(host)
        return Promise.resolve(false)
      },
      now: () => new Date(at),
      recipients: [LEARNER],
    },
  )
  return { ...report, asked }
}

it('are what the generator makes', async () => {
  const made = await sampleBadges()
  expect(Object.keys(made)).toEqual(NAMES)
  for (const name of NAMES) {
    expect(bakedTextOf(committed(name)), name).toBe(bakedTextOf(made[name]!))
  }
})

describe.each(MOMENTS)('on %s', (at) => {
  it.each([
    ['analysis', 'authentic', 'issuer-unknown'],
    ['aid', 'attention', 'expired'],
    ['projects', 'invalid', 'altered'],
    ['star', 'none', 'no-badge-data'],
  ])('%s is %s: %s, and nobody is asked', async (name, verdict, reason) => {
    expect(await judged(name, at)).toMatchObject({ verdict, reason, asked: [] })
  })

  it('learning waits for the one host that it names', async () => {
    const { verdict, asked, credential } = await judged('learning', at)
    expect(verdict).toBe('unverifiable')
    expect(asked).toEqual(['college.example'])
    expect(credential).toBeDefined()
  })
})

it('belong to the learner whom the page names', async () => {
  expect((await judged('analysis')).holder).toBe('matches')
})

describe('before an independent verifier', () => {
  it.each([
    // Each at a moment at which it was in force: the dates are ours to judge.
    ['analysis', true, '2024-07-01T00:00:00Z'],
    ['aid', true, '2024-04-01T00:00:00Z'],
    ['projects', false, '2024-07-01T00:00:00Z'],
  ])('%s: the signature holds: %s', async (name, holds, now) => {
    const credential = JSON.parse(bakedTextOf(committed(name)) ?? '') as SignedCredential
    const suite = new DataIntegrityProof({ cryptosuite })
    const documentLoader = loaderFor(credential.proof.verificationMethod)
    const { verified } = await vc.verifyCredential({ credential, suite, documentLoader, now })
    expect(verified).toBe(holds)
  })
})

interface SignedCredential {
  proof: { verificationMethod: string }
}

/** The bundled contexts, and the documents behind one did:key. */
function loaderFor(method: string) {
  const [did = '', publicKeyMultibase] = method.split('#')
  const key = { id: method, type: 'Multikey', controller: did, publicKeyMultibase }
  const documents: Record<string, object> = {
    [method]: { '@context': 'https://w3id.org/security/multikey/v1', ...key },
    [did]: {
      ...{ '@context': 'https://www.w3.org/ns/did/v1', id: did },
      ...{ verificationMethod: [key], assertionMethod: [method] },
    },
  }
  return (url: string) => {
    const document = documents[url]
    return document === undefined
      ? bundledContext(url)
      : Promise.resolve({ contextUrl: null, documentUrl: url, document })
  }
}
