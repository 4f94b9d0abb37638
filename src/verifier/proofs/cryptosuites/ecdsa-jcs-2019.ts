import type { Cryptosuite } from '../cryptosuite'
import { ECDSA_KEY_TYPES, ecdsaOver } from '../ecdsa-proof'
import { signedJson } from '../signed-json'

/** Data Integrity ECDSA Cryptosuites 1.0, section 3.3. */
export const ecdsaJcs2019: Cryptosuite = {
  name: 'ecdsa-jcs-2019',
  keyTypes: ECDSA_KEY_TYPES,
  signsJson: true,
  matches: ({ type, cryptosuite }) =>
    type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-jcs-2019',
  prepare: ecdsaOver(signedJson),
}
