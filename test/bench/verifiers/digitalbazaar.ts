import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { contextLoader } from '../../../src/verifier/json-ld/loader'
import type { BenchVerifier } from './verifier'

export const verifiers: BenchVerifier[] = [
  {
    name: '@digitalbazaar/vc',
    verify: async ({ credential, did }) => {
      const suite = new DataIntegrityProof({ cryptosuite })
      const documentLoader = loaderFor(did)
      const { verified, error } = await vc.verifyCredential({ credential, suite, documentLoader })
      if (!verified) throw new Error('@digitalbazaar/vc fails', { cause: error })
    },
  },
]

const loadContext = contextLoader()

/** Contexts, and the two documents of a did:key, without a network. */
function loaderFor(did: string) {
  const publicKeyMultibase = did.slice('did:key:'.length)
  const id = `${did}#${publicKeyMultibase}`
  const key = { id, type: 'Multikey', controller: did, publicKeyMultibase }
  const documents: Record<string, object> = {
    [id]: { '@context': 'https://w3id.org/security/multikey/v1', ...key },
    [did]: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: did,
      verificationMethod: [key],
      assertionMethod: [id],
    },
  }
  return (url: string) => {
    const document = documents[url] ?? loadContext(url)
    return Promise.resolve({ contextUrl: null, documentUrl: url, document })
  }
}
