import { asArray, contextUrls, isObject } from '../reading/json-values'
import { isVersion05 } from '../reading/open-badges-1'
import type { JsonObject } from '../verification'
import { everyObject } from './every-object'
import { saysLanguageOnly } from './inline-contexts'
import { isExtensionKey } from './extension-objects'
import { badgeContext, CONTEXT_2 } from './vocabulary'

const PLAIN_KEYWORDS = new Set(['@context', '@language', '@value', '@direction'])

/**
 * Whether a document says everything by the plain names of the standard, so that there is nothing to
 * translate: no name with a prefix, no keyword that has a plain name, no context that defines names.
 * Extensions are left out: they have terms of their own.
 */
export function isPlain(document: JsonObject): boolean {
  // 0.5 knows nothing of JSON-LD: a colon in a name is a colon.
  if (isVersion05(document)) return true
  // `verify` is the name in Open Badges 1, and a second one in 2.0.
  let plain = !Object.hasOwn(document, 'verify') || !needsVerification(document)
  everyObject(document, (object, names) => {
    plain &&= isPlainObject(object, names)
  })
  return plain
}

function isPlainObject(object: JsonObject, names: readonly string[]): boolean {
  return (
    names.every(isPlainName) &&
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
