import { reason, type Reason, type ReasonParameters } from '../report'

/** A document that could be read in two ways, or that costs too much to read. */
export class NormalisingRefusal extends Error {
  override readonly name = 'NormalisingRefusal'

  constructor(readonly reason: Reason) {
    super(reason.code)
  }
}

/** Processing JSON-LD takes time that a badge could choose; these limits are ours. */
export function refuseComplex(
  what: ReasonParameters['document-too-complex']['what'],
  limit: number,
): never {
  throw new NormalisingRefusal(reason('document-too-complex', { what, limit }))
}

/** @param detail what is refused, in the words of JSON-LD */
export function refuse(detail: string): never {
  throw new NormalisingRefusal(reason('json-ld-invalid', { detail: detail.slice(0, 100) }))
}
