import type { Cryptosuite } from '../cryptosuite'
import { ed25519Over } from '../ed25519-proof'
import { signedQuads } from '../signed-quads'

/** Data Integrity EdDSA Cryptosuites 1.0, appendix B.1: the suite before Data Integrity. */
export const ed25519Signature2020: Cryptosuite = {
  name: 'Ed25519Signature2020',
  keyTypes: ['Ed25519'],
  matches: ({ type }) => type === 'Ed25519Signature2020',
  prepare: ed25519Over(signedQuads),
}
