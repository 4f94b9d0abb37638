/** JSON-LD that is refused before, or although, the processor would accept it. */
export class JsonLdRefusal extends Error {
  override readonly name = 'JsonLdRefusal'

  /** @param detail what is refused, in the words of JSON-LD, with the term where there is one */
  constructor(readonly detail: string) {
    super(detail)
  }
}
