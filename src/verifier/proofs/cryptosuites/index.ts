import type { Cryptosuite } from '../cryptosuite'
import { ed25519Signature2020 } from './ed25519-signature-2020'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022'

/** The suites that can be verified, in the order of the README's table. */
export const CRYPTOSUITES: readonly Cryptosuite[] = [eddsaRdfc2022, ed25519Signature2020]
