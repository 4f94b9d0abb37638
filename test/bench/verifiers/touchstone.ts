import { verifyBadge } from '../../../src/verifier/index'
import { verifyDataIntegrity } from '../../../src/verifier/proofs/data-integrity'
import { fakeVerification } from '../../unit/verifier/fake-verification'
import type { BenchVerifier } from './verifier'

const fetch = () => Promise.reject(new Error('the network is closed'))

/** The part that the peers do: the proof and whose key made it. */
const proof: BenchVerifier = {
  name: 'Touchstone',
  verify: async ({ credential, did }) => {
    const { authenticity } = await verifyDataIntegrity(credential, did, fakeVerification())
    if (authenticity !== 'holds') throw new Error('Touchstone finds the proof not to hold')
  },
}

/** From the text of a credential to everything that a report says of it. */
const report: BenchVerifier = {
  name: 'Touchstone, whole report',
  verify: async ({ text }) => {
    const { verdict } = await verifyBadge({ text }, { fetch })
    if (verdict !== 'authentic') throw new Error(`Touchstone says ${verdict}`)
  },
}

export const verifiers = [proof, report]
