import type { Recipient } from '../../verifier/credential'
import { keysStatedBy, type StatedKey } from '../../verifier/recipients/identity-key'

/**
 * What a badge says of its holder in plain words, and of a DID URL with a fragment also the DID itself: the
 * fragment names a part of the document that belongs to the subject of the DID (DID Core 1.0, section 3.2, "Fragment"), as
 * `did:web:ada.example#key-1` one of Ada's keys. Only the badge's own is shortened: of two fragments of one DID
 * each may stand for another person. It tells the user's own badges alone; no verdict compares DIDs so.
 */
export function keysNamedBy(recipient: Recipient): StatedKey[] {
  const stated = keysStatedBy(recipient)
  const subjects = stated.flatMap(({ key: { kind, text }, identities }): StatedKey[] => {
    const end = text.indexOf('#')
    return kind === 'did' && end > 0
      ? [{ key: { kind, text: text.slice(0, end) }, identities }]
      : []
  })
  return [...stated, ...subjects]
}
