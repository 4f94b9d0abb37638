/** JSON-LD that is refused before, or although, the processor would accept it. */
export class JsonLdRefusal extends Error {
  override readonly name = 'JsonLdRefusal'

  /** @param detail what is refused, in the words of JSON-LD, with the term where there is one */
  constructor(readonly detail: string) {
    super(detail)
  }
}

/**
 * A document writes definitions of its own into a `@context`. With them, whoever holds it can give what
 * was signed other names, and shorten every id, without any change to what the signature covers.
 */
export class InlineContextError extends Error {
  override readonly name = 'InlineContextError'
}
