import type { Cryptosuite } from '../cryptosuite'
import { ECDSA_KEY_TYPES, ecdsaOver } from '../ecdsa-proof'
import { signedQuads } from '../signed-quads'

/** Data Integrity ECDSA Cryptosuites 1.0, section 3.2. */
export const ecdsaRdfc2019: Cryptosuite = {
  name: 'ecdsa-rdfc-2019',
  keyTypes: ECDSA_KEY_TYPES,
  matches: ({ type, cryptosuite }) =>
    type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-rdfc-2019',
  prepare: ecdsaOver(signedQuads),
}
