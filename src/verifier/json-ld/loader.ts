import { BUNDLED_CONTEXTS } from './contexts'

/** A document names a context that is not bundled. It is never fetched. */
export class UnknownContextError extends Error {
  override readonly name = 'UnknownContextError'

  constructor(readonly url: string) {
    super(`unknown JSON-LD context: ${url}`)
  }
}

/** Gives the document of a context, or throws `UnknownContextError`. */
export type ContextLoader = (url: string) => object

/** @param extra further contexts by URL; for tests */
export function contextLoader(extra: Record<string, object> = {}): ContextLoader {
  return (url) => {
    const found = BUNDLED_CONTEXTS.get(url) ?? (Object.hasOwn(extra, url) ? extra[url] : undefined)
    if (found === undefined) throw new UnknownContextError(url)
    return found
  }
}
