import type { Credential } from '../credential'
import type { JsonObject } from '../verification'
import { asObject, asString, asText, compact } from './json-values'
import { readCredential3 } from './open-badges-3'

/**
 * Open Badges 3.0 EndorsementCredential → Credential. Its subject is what it endorses, and no holder of
 * anything. Open Badges 3.0, B.1.9 (EndorsementSubject).
 */
export function readEndorsement3(document: JsonObject, format: string): Credential {
  const subject = asObject(document.credentialSubject) ?? {}
  return {
    ...readCredential3(document, format),
    achievements: [],
    results: [],
    recipient: { identities: [] },
    endorsementCount: 0,
    endorses: compact<NonNullable<Credential['endorses']>>({
      id: asString(subject.id),
      comment: asText(subject.endorsementComment),
    }),
  }
}
