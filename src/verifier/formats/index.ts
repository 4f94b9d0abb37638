import type { CredentialFormat } from '../judging/judgement'
import { descriptionAlone } from './description-alone'
import { namedOnly } from './named-only'
import { openBadges1 } from './open-badges-1'
import { openBadges2 } from './open-badges-2'
import { openBadges3 } from './open-badges-3'
import { verifiableCredential } from './verifiable-credential'

/** The formats in the order in which they are tried: the precise before the general. */
export const FORMATS: readonly CredentialFormat[] = [
  openBadges2,
  openBadges1,
  openBadges3,
  namedOnly,
  verifiableCredential,
  descriptionAlone,
]
