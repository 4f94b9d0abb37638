import type { Cryptosuite } from '../cryptosuite'
import { prepareEd25519Quads } from '../ed25519-quads'

/** Data Integrity EdDSA Cryptosuites 1.0, appendix B.1: the suite before Data Integrity. */
export const ed25519Signature2020: Cryptosuite = {
  name: 'Ed25519Signature2020',
  keyTypes: ['Ed25519'],
  matches: ({ type }) => type === 'Ed25519Signature2020',
  prepare: prepareEd25519Quads,
}
