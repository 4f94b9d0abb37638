import { reason, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { canonicalForm } from './canonical-form'
import type { LineOrder } from './canonical-order'
import { statementsOf } from './dataset'
import { DocumentContexts } from './document-contexts'
import { contextLoader, UnknownContextError } from './loader'
import { expand, toRdf, type JsonLdEvent, type ProcessingOptions } from './processor'
import { InlineContextError, JsonLdRefusal } from './refusal'

/** The hash that tells blank nodes apart; their labels depend on it (RDFC-1.0, section 4). */
export type BlankNodeDigest = 'SHA-256' | 'SHA-384'

/**
 * `canonicalize` with the general algorithms of `jsonld`: for the documents that are not read directly, and
 * the measure of those that are.
 */
export async function canonicalizeWithLibrary(
  document: JsonObject,
  { environment }: Verification,
  digest: BlankNodeDigest,
  order?: LineOrder,
): Promise<string | { reason: Reason }> {
  const dropped: JsonLdEvent[] = []
  const options: ProcessingOptions = {
    contextResolver: new DocumentContexts(contextLoader(environment.contexts)),
    eventHandler: ({ event }) => {
      if (event.level === 'warning') dropped.push(event)
    },
    base: null,
  }
  try {
    const expanded = await expand(document, options)
    if (dropped.length > 0) return { reason: notSigned(dropped) }
    const dataset = toRdf(expanded, options)
    if (dropped.length > 0) return { reason: notSigned(dropped) }
    // All documents without a statement have one canonical form, and any signature over it fits all.
    if (dataset.length === 0) return { reason: nothingSigned() }
    environment.signal?.throwIfAborted()
    return canonicalForm(statementsOf(dataset), digest, order)
  } catch (error) {
    environment.signal?.throwIfAborted()
    return { reason: refusalOf(error) }
  }
}

/** As many as a person can read. */
const TERMS_NAMED = 20

function notSigned(dropped: JsonLdEvent[]): Reason {
  const terms = [...new Set(dropped.map(termOf))]
  return reason('terms-not-signed', { terms: terms.slice(0, TERMS_NAMED) })
}

function nothingSigned(): Reason {
  return reason('json-ld-invalid', { detail: 'no statement' })
}

/** Members of an event's details that hold the text of the document that was dropped. */
const NAMED_IN = ['property', 'type', 'id', 'term', 'language', 'vocab', 'subject', 'predicate']

function termOf({ code, details }: JsonLdEvent): string {
  const named = NAMED_IN.map((name) => details[name]).find((value) => typeof value === 'string')
  return (named ?? code).slice(0, 200)
}

/** The refusal that an error stands for. */
export function refusalOf(error: unknown): Reason {
  if (error instanceof UnknownContextError) return reason('unknown-context', { url: error.url })
  if (error instanceof InlineContextError) return reason('inline-context')
  if (error instanceof JsonLdRefusal) return reason('json-ld-invalid', { detail: error.detail })
  const { details } = error as { details?: { code?: unknown } }
  const detail = typeof details?.code === 'string' ? details.code : 'not processable'
  return reason('json-ld-invalid', { detail })
}
