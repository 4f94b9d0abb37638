import type { Credential } from '../credential'
import type { JsonObject } from '../verification'
import { asId, asObject } from './json-values'
import { readBadgeClass, readProfile2 } from './open-badges-2'
import { readAchievement, readProfile3 } from './open-badges-3'

/**
 * A BadgeClass (Open Badges 2.0) or Achievement (3.0) given alone, as a credential without an award: what
 * it says of itself, and of whom it names as its issuer or creator.
 */
export function readBadgeClassAlone(json: JsonObject, version: 2 | 3): Credential {
  return {
    format: `OpenBadges/${version}.0`,
    types: [],
    issuer:
      version === 3
        ? readProfile3(json.creator)
        : readProfile2(asObject(json.issuer) ?? { id: asId(json.issuer) ?? '' }),
    achievements: [version === 3 ? readAchievement(json) : readBadgeClass(json)],
    recipient: { identities: [] },
    notAwarded: true,
    evidence: [],
    results: [],
    endorsementCount: 0,
  }
}
