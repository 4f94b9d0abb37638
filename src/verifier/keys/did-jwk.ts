import { parseJson } from '../http/json'
import { LIMITS } from '../http/limits'
import { isObject } from '../reading/json-values'
import { reason } from '../report'
import type { JsonObject } from '../verification'
import { decodeBase64url } from './base64url'
import type { ResolvedDocument } from './controller-document'
import type { DidMethod } from './did-method'

/**
 * did:jwk (did:jwk method specification): the identifier is a JWK in base64url, the method is `#0`.
 * A JWK with `use: "enc"` has no assertion method, and none that verifies at all here.
 */
export const didJwk: DidMethod = {
  name: 'jwk',
  offline: true,
  resolve(did): Promise<ResolvedDocument> {
    const jwk = readJwk(did.slice('did:jwk:'.length))
    if (jwk === undefined || 'd' in jwk)
      return Promise.resolve({ reason: reason('key-not-supported', { type: 'did:jwk' }) })
    const id = `${did}#0`
    const method = { id, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }
    const json = { id: did, verificationMethod: [method], assertionMethod: [id] }
    return Promise.resolve({ id: did, json })
  },
}

function readJwk(encoded: string): JsonObject | undefined {
  const bytes = decodeBase64url(encoded)
  if (bytes === undefined) return undefined
  const parsed = parseJson(new TextDecoder().decode(bytes), LIMITS)
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined
}
