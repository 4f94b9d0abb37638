import {
  decidedBy,
  type CredentialFormat,
  type Document,
  type Judgement,
} from '../judging/judgement'
import { asId, contextUrls, typesOf } from '../reading/json-values'
import { reason, type Check } from '../report'
import type { JsonObject } from '../verification'

type Kind = 'badge-class' | 'profile'

/** A BadgeClass, Achievement or issuer Profile given alone: it describes, and is awarded to nobody. */
export const descriptionAlone: CredentialFormat = {
  title: 'BadgeClass, Achievement or issuer Profile alone',

  recognise({ json }) {
    const kind = kindOf(json)
    return kind === undefined ? undefined : kind === 'profile' ? 'Profile' : 'BadgeClass'
  },

  judge(document) {
    return Promise.resolve(describe(document))
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

function describe({ json }: Document): Judgement {
  const kind = kindOf(json) ?? 'badge-class'
  const check: Check = {
    id: 'format',
    outcome: 'unknown',
    reasons: [reason('not-an-award', { kind })],
  }
  return decidedBy(check, kind, asId(json.issuer) ?? asId(json) ?? '')
}
