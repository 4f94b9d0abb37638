import { asArray } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue } from '../verification'
import { canonicalJson } from './jcs'
import type { ReadTexts } from './signed-texts'

/**
 * What a JCS suite signs: the JSON itself, so that every member is covered, whether a context defines it
 * or not. Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2 (verify proof).
 */
export const signedJson: ReadTexts = ({ document, proof }) => {
  const { proofValue: _, ...options } = proof
  const signed = withSignedContext(document, options['@context'])
  if ('reason' in signed) return Promise.resolve(signed)
  const [documentText, optionsText] = [canonicalJson(signed.document), canonicalJson(options)]
  if (documentText !== undefined && optionsText !== undefined)
    return Promise.resolve({ document: documentText, options: optionsText })
  const invalid = { property: 'JSON', expected: 'numbers and text of I-JSON (RFC 7493)' }
  return Promise.resolve({ reason: reason('property-invalid', invalid) })
}

/**
 * The document with the contexts that were signed. Where the proof has its own, the document's start with
 * them, and what follows was added since. Names of further contexts change nothing that is read here;
 * a context that is written out could, and is refused. What the signed ones leave unread is for
 * `unread-json.ts` to say.
 */
export function withSignedContext(
  document: JsonObject,
  signed: JsonValue | undefined,
): { document: JsonObject } | { reason: Reason } {
  if (signed === undefined) return { document }
  const own = asArray(document['@context'])
  const wanted = asArray(signed)
  const isSame = (item: JsonValue, at: number): boolean =>
    canonicalJson(item) === canonicalJson(wanted[at] ?? null)
  if (own.length < wanted.length || !own.slice(0, wanted.length).every(isSame))
    return malformedContext()
  if (!own.slice(wanted.length).every((item) => typeof item === 'string'))
    return { reason: reason('inline-context') }
  return { document: { ...document, '@context': signed } }
}

function malformedContext(): { reason: Reason } {
  const expected = 'what the contexts of the document start with'
  return { reason: reason('proof-malformed', { property: '@context', expected }) }
}
