/** Comprehensive Learner Record 2.0 ClrCredential → Credential. CLR Standard 2.0, section B. */
import type { Credential } from '../credential'
import { asArray, asObject } from './json-values'
import type { JsonObject, JsonValue } from '../verification'
import { readCredential3 } from './open-badges-3'

/** The achievements are those that the record itself describes; its credentials speak for themselves. */
export function readClr(document: JsonObject, format: string): Credential {
  return { ...readCredential3(document, format), results: [] }
}

/** What stands in `credentialSubject.verifiableCredential` (ClrSubject). */
export function credentialsOfClr(document: JsonObject): JsonValue[] {
  return asArray(asObject(document.credentialSubject)?.verifiableCredential)
}
