/** The text of a status list, read once: what is proven is what is read. */
import { parseJson } from '../http/json'
import type { Limits } from '../http/limits'
import { unwrapEnvelope } from '../proofs/enveloped'
import { isJsonJws, parseSealedDocument, type SealedDocument } from '../proofs/jades'
import { parseCompactJws, type ParsedJws } from '../proofs/jws'
import { credentialOfJwt } from '../proofs/vc-jwt'
import {
  asId,
  asNumber,
  asObjects,
  asString,
  asStrings,
  isObject,
  typesOf,
} from '../reading/json-values'
import { validityOf } from '../reading/open-badges-3'
import type { JsonObject } from '../verification'

/** A credential as it was secured: JSON with a proof, or the payload of a JWT or of a JAdES seal. */
export interface SecuredCredential {
  json: JsonObject
  jws?: ParsedJws
  sealed?: SealedDocument
}

/** `undefined` where the text is neither a JSON object nor a compact JWT that carries one. */
export function readSecured(
  text: string,
  limits: Pick<Limits, 'jsonDepth'>,
): SecuredCredential | undefined {
  if (!text.startsWith('{')) return readJwt(text)
  const parsed = parseJson(text, limits)
  if ('reason' in parsed || !isObject(parsed.value)) return undefined
  const json = parsed.value
  if (isJsonJws(json)) return readSealed(json)
  const inside = unwrapEnvelope(json)
  if (inside === undefined) return { json }
  return 'reason' in inside ? undefined : readJwt(inside.text)
}

function readSealed(json: JsonObject): SecuredCredential | undefined {
  const sealed = parseSealedDocument(json)
  return 'reason' in sealed ? undefined : { json: sealed.payload, sealed }
}

function readJwt(text: string): SecuredCredential | undefined {
  const jws = parseCompactJws(text)
  if ('reason' in jws) return undefined
  const wrapped = credentialOfJwt(jws)
  return 'reason' in wrapped ? undefined : { json: wrapped.credential, jws }
}

/** What a list credential says; nothing of it is proven yet. */
export interface ListCredential {
  id: string | undefined
  issuer: string | undefined
  purposes: string[]
  encodedList: string | undefined
  validFrom?: string
  validUntil?: string
  /** Milliseconds; 0 where it is of no form that the specification knows. */
  ttl: number | undefined
}

/** @param type of the subject, `BitstringStatusList` or `StatusList2021` */
export function readListCredential(json: JsonObject, type: string): ListCredential | undefined {
  const subject = asObjects(json.credentialSubject).find((one) => typesOf(one).includes(type))
  if (!subject || !typesOf(json).includes(`${type}Credential`)) return undefined
  return {
    id: asId(json),
    issuer: asId(json.issuer),
    purposes: asStrings(subject.statusPurpose),
    encodedList: asString(subject.encodedList),
    ...validityOf(json),
    ttl: subject.ttl === undefined ? undefined : Math.max(asNumber(subject.ttl) ?? 0, 0),
  }
}
