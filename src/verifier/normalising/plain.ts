import { asArray, contextUrls, isObject } from '../reading/json-values'
import { isVersion05 } from '../reading/open-badges-1'
import type { JsonObject, JsonValue } from '../verification'
import { saysLanguageOnly } from './inline-contexts'
import { isExtensionKey } from './extension-objects'
import { refuse } from './refusal'
import { badgeContext, CONTEXT_2 } from './vocabulary'

/** More objects than any badge has; the processor of JSON-LD takes some microseconds for each. */
export const MOST_OBJECTS = 4_000

const PLAIN_KEYWORDS = new Set(['@context', '@language', '@value', '@direction'])

/**
 * Whether a document says everything by the plain names of the standard, so that there is nothing to
 * translate: no name with a prefix, no keyword that has a plain name, no context that defines names.
 * Extensions are left out: they have terms of their own.
 *
 * Throws `NormalisingRefusal` where there are more objects than `MOST_OBJECTS`.
 */
export function isPlain(document: JsonObject): boolean {
  // 0.5 knows nothing of JSON-LD: a colon in a name is a colon.
  if (isVersion05(document)) return true
  let objects = 0
  // `verify` is the name in Open Badges 1, and a second one in 2.0.
  let plain = !Object.hasOwn(document, 'verify') || !needsVerification(document)
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value)) {
      if (++objects > MOST_OBJECTS) refuse('too many objects')
      plain &&= isPlainObject(value)
    }
    for (const [name, member] of Object.entries(value))
      if (name !== '@context' && !isExtensionKey(name)) pending.push(member)
  }
  return plain
}

function isPlainObject(object: JsonObject): boolean {
  return (
    Object.keys(object).every(isPlainName) &&
    asArray(object.type).every((type) => typeof type !== 'string' || !type.includes(':')) &&
    // `null` would sweep away what the standard's context defines.
    object['@context'] !== null &&
    asArray(object['@context']).every(
      (context) => typeof context === 'string' || (isObject(context) && saysLanguageOnly(context)),
    )
  )
}

function needsVerification(document: JsonObject): boolean {
  const version2 = contextUrls(document).some((url) => badgeContext(url) === CONTEXT_2)
  return version2 && !Object.hasOwn(document, 'verification')
}

function isPlainName(name: string): boolean {
  if (name.startsWith('@')) return PLAIN_KEYWORDS.has(name)
  return isExtensionKey(name) || !name.includes(':')
}
