/** Verifying one Open Badges 3.0 credential, against `@digitalbazaar/vc` in the same process. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { contextLoader } from '../../src/verifier/json-ld/loader'
import { verifyDataIntegrity } from '../../src/verifier/proofs/data-integrity'
import type { JsonObject } from '../../src/verifier/verification'
import { fakeVerification, NOW } from '../unit/verifier/fake-verification'
import { badge, ed25519, signDocument, type Ed25519Signer } from '../unit/verifier/signing'

export interface Measured {
  name: string
  /** Median of one verification, in milliseconds. */
  ours: number
  peer: number
  peerName: string
  unit: 'ms'
}

const WARM_UP = 20
const ROUNDS = 100

/** Contexts are offline and warm on both sides; the rounds alternate, so that both see the same load. */
export async function benchDataIntegrity(): Promise<Measured[]> {
  const key = await ed25519(1)
  const credential = await signDocument(badge(key.did), key)
  const documentLoader = loaderFor(key)
  const ours = async () => {
    const { authenticity } = await verifyDataIntegrity(credential, key.did, fakeVerification())
    if (authenticity !== 'holds') throw new Error('our verification failed')
  }
  const peer = async () => {
    const suite = new DataIntegrityProof({ cryptosuite })
    const { verified } = await vc.verifyCredential({ credential, suite, documentLoader, now: NOW })
    if (!verified) throw new Error('the peer’s verification failed')
  }
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const [first, second] = [await timeOf(ours), await timeOf(peer)]
    if (round >= WARM_UP) {
      times.ours.push(first)
      times.peer.push(second)
    }
  }
  const name = 'Data Integrity, eddsa-rdfc-2022'
  const medians = { ours: median(times.ours), peer: median(times.peer) }
  return [{ name, ...medians, peerName: '@digitalbazaar/vc', unit: 'ms' }]
}

async function timeOf(task: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function loaderFor({ did, method, multikey }: Ed25519Signer) {
  const loadContext = contextLoader()
  const key: JsonObject = {
    id: method,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: multikey,
  }
  const documents: Record<string, object> = {
    [method]: { '@context': 'https://w3id.org/security/multikey/v1', ...key },
    [did]: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: did,
      verificationMethod: [key],
      assertionMethod: [method],
    },
  }
  return (url: string) => {
    const document = documents[url] ?? loadContext(url)
    return Promise.resolve({ contextUrl: null, documentUrl: url, document })
  }
}
