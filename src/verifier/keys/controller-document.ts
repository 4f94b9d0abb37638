import { fetchDocument } from '../http/fetch-document'
import { sameAddress } from '../http/address'
import { asId } from '../reading/json-values'
import { reason, type NeedPurpose, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'

/**
 * What an identifier says of itself: a DID document, or a controller document (an issuer's Profile).
 * Controlled Identifiers 1.0, section 2.
 */
export interface ControllerDocument {
  /** The identifier, without a fragment. It is the one that was asked for. */
  id: string
  json: JsonObject
}

export type ResolvedDocument = ControllerDocument | { reason: Reason }

const ACCEPT = 'application/did+json, application/ld+json, application/json'

/**
 * Reads the document of an https identifier from its own address.
 *
 * The document must name itself by the identifier asked for, fragment apart, and the answer must come
 * from the origin asked: an open redirect would otherwise lend its name to anybody.
 *
 * @param id https URL (`http:` is asked by https)
 */
export async function readControllerDocument(
  id: string,
  purpose: NeedPurpose,
  verification: Verification,
): Promise<ResolvedDocument> {
  const asked = withoutFragment(id)
  const document = await readDocumentAt(asked, purpose, verification)
  if ('reason' in document) return document
  const found = withoutFragment(asId(document.json) ?? '')
  if (sameAddress(found, asked)) return { id: asked, json: document.json }
  return { reason: reason('issuer-document-unreadable', { host: new URL(asked).host }) }
}

/** Reads a JSON object that must come from the origin that was asked. */
export async function readDocumentAt(
  url: string,
  purpose: NeedPurpose,
  verification: Verification,
): Promise<{ json: JsonObject } | { reason: Reason }> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return { reason: reason('issuer-document-unreadable', { host: url.slice(0, 100) }) }
  const fetched = await fetchDocument(url, purpose, verification, ACCEPT)
  if (!fetched.ok) return { reason: fetched.reason }
  const final = new URL(fetched.url)
  if (final.host === new URL(url).host) return { json: fetched.json }
  return { reason: reason('redirect-refused', { host: final.host }) }
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}
