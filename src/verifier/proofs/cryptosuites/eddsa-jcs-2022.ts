import type { Cryptosuite } from '../cryptosuite'
import { ed25519Over } from '../ed25519-proof'
import { signedJson } from '../signed-json'

/** Data Integrity EdDSA Cryptosuites 1.0, section 3.3. */
export const eddsaJcs2022: Cryptosuite = {
  name: 'eddsa-jcs-2022',
  keyTypes: ['Ed25519'],
  signsJson: true,
  matches: ({ type, cryptosuite }) =>
    type === 'DataIntegrityProof' && cryptosuite === 'eddsa-jcs-2022',
  prepare: ed25519Over(signedJson),
}
