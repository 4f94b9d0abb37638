import type { JsonObject, JsonValue } from '../verification'
import { asId, asObjects, asSet } from './json-values'

export interface EmbeddedEndorsement {
  /** An EndorsementCredential as an object or a compact JWT, or whatever stands in its place. */
  value: JsonValue
  /** The id of the object that it stands in, which it must be about. */
  about?: string
}

/**
 * The endorsements of a credential, of its achievements, and of the profiles of issuer and creators.
 * Open Badges 3.0, B.1.1 (AchievementCredential), B.1.2 (Achievement) and B.1.22 (Profile).
 */
export function embeddedEndorsements(document: JsonObject): EmbeddedEndorsement[] {
  const subjects = asObjects(document.credentialSubject)
  const achievements = subjects.flatMap(({ achievement }) => asObjects(achievement))
  const creators = achievements.flatMap(({ creator }) => asObjects(creator))
  return [document, ...asObjects(document.issuer), ...achievements, ...creators].flatMap(standingIn)
}

function standingIn(object: JsonObject): EmbeddedEndorsement[] {
  const about = asId(object)
  return [...asSet(object.endorsement), ...asSet(object.endorsementJwt)].map((value) => ({
    value,
    ...(about !== undefined && { about }),
  }))
}
