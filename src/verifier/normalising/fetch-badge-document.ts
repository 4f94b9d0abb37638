import { fetchDocument, type FetchedDocument, type NoDocument } from '../http/fetch-document'
import type { NeedPurpose } from '../report'
import type { Verification } from '../verification'
import { normalise } from './normalise'

/** Reads a JSON document of Open Badges 1 or 2 and brings it into the plain names of the standard. */
export async function fetchBadgeDocument(
  url: string,
  purpose: NeedPurpose,
  verification: Verification,
): Promise<FetchedDocument | NoDocument> {
  const fetched = await fetchDocument(url, purpose, verification)
  if (fetched.json === undefined) return fetched
  const normal = await normalise(fetched.json)
  if ('json' in normal) return { ...fetched, json: normal.json }
  if (fetched.ok) return { ok: false, status: 200, reason: normal.reason }
  // The status of an error answer says enough without its body.
  const { json: _unreadable, ...answer } = fetched
  return answer
}
