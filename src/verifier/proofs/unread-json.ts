import { refuseHiding } from '../json-ld/document-shape'
import { contextLoader } from '../json-ld/loader'
import { refusalOf } from '../json-ld/with-library'
import { asArray, isObject } from '../reading/json-values'
import type { Reason } from '../report'
import type { JsonObject, JsonValue, Verification } from '../verification'
import type { Secured } from './cryptosuite'
import { withSignedContext } from './signed-json'

/**
 * What may stand in a document that is signed as JSON where nobody finds it who reads the JSON by its
 * names: an end under its IRI or a name of the issuer's own, beside the credential, or in a context that
 * is not known. The suites that sign RDF refuse such documents; here the signature covers it all, so that
 * a person should look.
 *
 * The contexts that count are those that were signed: whoever holds the document may add others.
 *
 * @returns in the words of JSON-LD; `undefined` where everything is read
 */
export function unreadIn(
  { document, proof }: Secured,
  { environment }: Verification,
): string | undefined {
  const signed = withSignedContext(document, proof['@context'])
  if ('reason' in signed) return undefined
  try {
    refuseHiding(signed.document)
    const load = contextLoader(environment.contexts)
    for (const url of contextsOf(signed.document)) load(url)
    return undefined
  } catch (error) {
    return detailOf(refusalOf(error))
  }
}

/** Every context that is named, at any depth. */
function contextsOf(document: JsonObject): Set<string> {
  const urls = new Set<string>()
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value))
      for (const item of asArray(value['@context'])) if (typeof item === 'string') urls.add(item)
    for (const member of Object.values(value)) pending.push(member)
  }
  return urls
}

function detailOf(refusal: Reason): string {
  if (refusal.code === 'unknown-context') return refusal.params.url.slice(0, 500)
  if (refusal.code === 'json-ld-invalid') return refusal.params.detail
  return 'a context of its own'
}
