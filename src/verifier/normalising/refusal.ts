import { reason, type Reason } from '../report'

/** A document that could be read in two ways, or that costs too much to read. */
export class NormalisingRefusal extends Error {
  override readonly name = 'NormalisingRefusal'

  constructor(readonly reason: Reason) {
    super(reason.code)
  }
}

/** @param detail what is refused, in the words of JSON-LD */
export function refuse(detail: string): never {
  throw new NormalisingRefusal(reason('json-ld-invalid', { detail: detail.slice(0, 100) }))
}
