import type { Cryptosuite } from '../cryptosuite'
import { ecdsaJcs2019 } from './ecdsa-jcs-2019'
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019'
import { ecdsaSd2023 } from './ecdsa-sd-2023'
import { ed25519Signature2018 } from './ed25519-signature-2018'
import { ed25519Signature2020 } from './ed25519-signature-2020'
import { eddsaJcs2022 } from './eddsa-jcs-2022'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022'

/** The suites that can be verified, in the order of the README's table. */
export const CRYPTOSUITES: readonly Cryptosuite[] = [
  eddsaRdfc2022,
  ecdsaRdfc2019,
  eddsaJcs2022,
  ecdsaJcs2019,
  ecdsaSd2023,
  ed25519Signature2020,
  ed25519Signature2018,
]
