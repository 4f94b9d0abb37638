import type { NeedPurpose, Reason } from '../report'
import { reason } from '../report'
import { isObject } from '../reading/json-values'
import type { JsonObject, Verification } from '../verification'
import { readJson } from './json'

/** A JSON object read from the network. `url`: the address that finally answered. */
export interface FetchedDocument {
  ok: true
  json: JsonObject
  /** As it came. */
  text: string
  url: string
}

/** `status`: the HTTP status, where one came. */
export interface NoDocument {
  ok: false
  reason: Reason
  status?: number
  /** The body of an error answer, where it was a JSON object. */
  json?: JsonObject
}

const ACCEPT_JSON = 'application/ld+json, application/json'

const JSON_ALONE = 'application/json'

/** Not Acceptable, Unsupported Media Type (RFC 9110, sections 15.5.7 and 15.5.16). */
const WRONG_KIND = [406, 415]

/** Reads a JSON object; anything else (an error status, HTML, an array) is a reason. */
export async function fetchDocument(
  url: string,
  purpose: NeedPurpose,
  { http, limits }: Verification,
  accept = ACCEPT_JSON,
): Promise<FetchedDocument | NoDocument> {
  const get = (accepted: string) =>
    http.get({ url, purpose }, { accept: accepted, maxBytes: limits.jsonBytes })
  let answer = await get(accept)
  // Credly knows no kind but this one, and turns away a list that begins with another.
  if (answer.ok && WRONG_KIND.includes(answer.status)) answer = await get(JSON_ALONE)
  if (!answer.ok) return answer
  const { host } = new URL(answer.url)
  const parsed = readJson(answer, limits)
  const json = 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined
  const text = 'text' in parsed ? parsed.text : ''
  if (answer.status !== 200) {
    const failed = { ok: false as const, reason: httpStatus(host, answer.status) }
    return { ...failed, status: answer.status, ...(json && { json }) }
  }
  if (json !== undefined) return { ok: true, json, text, url: answer.url }
  return { ok: false, status: 200, reason: reason('answer-not-readable', { host }) }
}

function httpStatus(host: string, status: number): Reason {
  return reason('http-status', { host, status })
}
