import type { CredentialFormat } from '../judging/judgement'
import { clr2 } from './clr-2'
import { descriptionAlone } from './description-alone'
import { elm3 } from './elm-3'
import { endorsement } from './endorsement'
import { namedOnly } from './named-only'
import { openBadges1 } from './open-badges-1'
import { openBadges2 } from './open-badges-2'
import { openBadges3 } from './open-badges-3'
import { presentation } from './presentation'
import { verifiableCredential } from './verifiable-credential'

/** The formats in the order in which they are tried: the precise before the general. */
export const FORMATS: readonly CredentialFormat[] = [
  openBadges2,
  openBadges1,
  clr2,
  openBadges3,
  endorsement,
  presentation,
  elm3,
  namedOnly,
  verifiableCredential,
  descriptionAlone,
]
