/** What every serialization of a JWS shares: its header, as base64url of the JSON of an object. */
import { parseJson } from '../http/json'
import { LIMITS } from '../http/limits'
import { decodeBase64url } from '../keys/base64url'
import { isObject } from '../reading/json-values'
import type { JsonObject } from '../verification'

/** Anybody can make these: no key (RFC 8725, section 3.2), or the public key as an HMAC secret. */
export const FORGEABLE = /^(none|HS\d*)$/i

/** @returns the text that is written in base64url; `undefined` where that is not strict or not UTF-8 */
export function decodeText(part: string): string | undefined {
  const bytes = decodeBase64url(part)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function parseObject(text: string): JsonObject | undefined {
  const parsed = parseJson(text, LIMITS)
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined
}

/**
 * Does any object in this (valid) JSON name a member twice? `JSON.parse` keeps the last one without
 * a word, while another reader may have kept the first.
 */
export function hasRepeatedName(json: string): boolean {
  const open: (Set<string> | undefined)[] = []
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token.endsWith(':')) {
      const name = JSON.parse(token.slice(0, -1)) as string
      const names = open.at(-1)
      if (names?.has(name)) return true
      names?.add(name)
    }
  }
  return false
}
