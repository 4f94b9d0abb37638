import { withEndorsements } from '../judging/endorsements'
import type { CredentialFormat } from '../judging/judgement'
import { judgeVerifiableCredential } from '../judging/verifiable-credential'
import { contextUrls, typesOf } from '../reading/json-values'
import { readCredential3 } from '../reading/open-badges-3'

const TYPES = ['OpenBadgeCredential', 'AchievementCredential']

/** The context and its published aliases (3.0.0–3.0.3, `/context.json`). */
const OPEN_BADGES_3_CONTEXT =
  /^https:\/\/(purl\.imsglobal\.org\/spec\/ob\/v3p0\/|imsglobal\.github\.io\/openbadges-specification\/)/

/** Open Badges 3.0 on the VC data model 1.1 or 2.0, as JSON-LD or as VC-JWT. */
export const openBadges3: CredentialFormat = {
  title: 'Open Badges 3.0',

  recognise({ json }) {
    const types = typesOf(json)
    const named = TYPES.some((type) => types.includes(type))
    const context = contextUrls(json).some((url) => OPEN_BADGES_3_CONTEXT.test(url))
    return named && (context || types.includes('VerifiableCredential'))
      ? 'OpenBadges/3.0'
      : undefined
  },

  async judge(document, format, verification) {
    const badge = await judgeVerifiableCredential(document, format, readCredential3, verification)
    return withEndorsements(badge, document.json, verification)
  },
}
