import { decidedBy, type CredentialFormat, type Judgement } from '../judging/judgement'
import { normalise } from '../normalising/normalise'
import { readBadgeClassAlone } from '../reading/badge-class-alone'
import { asId, contextUrls, typesOf } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import { deviationsOf } from '../validation/award'
import { OPEN_BADGES_2 } from '../validation/open-badges-2-classes'
import { OPEN_BADGES_3 } from '../validation/open-badges-3-classes'
import type { JsonObject } from '../verification'

type Kind = 'badge-class' | 'profile'

/** A BadgeClass, Achievement or issuer Profile given alone: it describes, and is awarded to nobody. */
export const descriptionAlone: CredentialFormat = {
  title: 'BadgeClass, Achievement or issuer Profile alone',

  recognise({ json }) {
    const kind = kindOf(json)
    return kind === undefined ? undefined : kind === 'profile' ? 'Profile' : 'BadgeClass'
  },

  async judge(document) {
    const kind = kindOf(document.json) ?? 'badge-class'
    const normal = await normalise(document.json)
    return 'reason' in normal
      ? decidedBy(describing(kind, [normal.reason]), kind)
      : describe(normal.json, kind)
  },
}

function kindOf(json: JsonObject): Kind | undefined {
  const types = typesOf(json)
  const badgeContext = contextUrls(json).some((url) => /openbadges|spec\/ob\//i.test(url))
  if (types.includes('BadgeClass') || (badgeContext && types.includes('Achievement')))
    return 'badge-class'
  const profile = types.includes('Issuer') || types.includes('Profile')
  return profile && badgeContext ? 'profile' : undefined
}

/** What it lacks of what such a description must have is said as well: somebody may be about to use it. */
function describe(json: JsonObject, kind: Kind): Judgement {
  const version = isOfVersion3(json) ? 3 : 2
  const deviations =
    version === 3
      ? deviationsOf(json, kind === 'profile' ? 'Profile' : 'Achievement', OPEN_BADGES_3)
      : deviationsOf(json, kind === 'profile' ? 'Profile' : 'BadgeClass', OPEN_BADGES_2)
  return {
    ...decidedBy(describing(kind, deviations), kind, asId(json.issuer) ?? asId(json) ?? ''),
    ...(kind === 'badge-class' && { credential: readBadgeClassAlone(json, version) }),
  }
}

function describing(kind: Kind, deviations: Reason[]): Check {
  const alone = reason('not-an-award', { kind })
  return { id: 'format', outcome: 'unknown', reasons: [alone, ...deviations] }
}

function isOfVersion3(json: JsonObject): boolean {
  const contexts = contextUrls(json)
  return typesOf(json).includes('Achievement') || contexts.some((url) => url.includes('/ob/v3p0/'))
}
