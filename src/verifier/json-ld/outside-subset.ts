/**
 * Thrown by the direct reading where a document holds something that it does not read, or that has to
 * be refused. Then `jsonld` reads the document, and its answer is the one that counts.
 */
export class OutsideSubset extends Error {
  override readonly name = 'OutsideSubset'
}

/** One for all, since making a stack trace takes longer than reading a document. */
const OUTSIDE = new OutsideSubset()

export function leaveToLibrary(): never {
  throw OUTSIDE
}
