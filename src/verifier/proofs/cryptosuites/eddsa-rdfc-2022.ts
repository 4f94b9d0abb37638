import type { Cryptosuite } from '../cryptosuite'
import { ed25519Over } from '../ed25519-proof'
import { signedQuads } from '../signed-quads'

/** Names of the suite: that of the standard, and that of its drafts. */
const NAMES: readonly unknown[] = ['eddsa-rdfc-2022', 'eddsa-2022']

/** Data Integrity EdDSA Cryptosuites 1.0, section 3.2. */
export const eddsaRdfc2022: Cryptosuite = {
  name: 'eddsa-rdfc-2022',
  keyTypes: ['Ed25519'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && NAMES.includes(cryptosuite),
  prepare: ed25519Over(signedQuads),
}
