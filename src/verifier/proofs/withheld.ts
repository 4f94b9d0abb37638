import { asObjects, asString } from '../reading/json-values'
import { validityOf } from '../reading/open-badges-3'
import type { JsonObject } from '../verification'

/**
 * What would end a credential and may have been left out by its holder: each property of which nothing is
 * shown that says anything. `null` says nothing, and leaves no statement that anybody would have signed.
 *
 * @param document as it is shown, every statement of it signed
 */
export function perhapsWithheld(document: JsonObject): readonly string[] {
  const hasEnd = validityOf(document).validUntil !== undefined
  // Of several entries the holder may show the one that says the least.
  const hasStatus = asObjects(document.credentialStatus).some(({ statusPurpose }) =>
    [undefined, 'revocation'].includes(asString(statusPurpose)),
  )
  return [...(hasEnd ? [] : ['validUntil']), ...(hasStatus ? [] : ['credentialStatus'])]
}
