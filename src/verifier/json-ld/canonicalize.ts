import { reason, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { DocumentContexts } from './document-contexts'
import { refuseHiding } from './document-shape'
import { contextLoader, UnknownContextError } from './loader'
import { processor, type JsonLdEvent, type ProcessingOptions } from './processor'
import { InlineContextError, JsonLdRefusal } from './refusal'

/**
 * The canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization, RDFC-1.0), or why there
 * are none that a signature could stand for:
 *
 * - `terms-not-signed`: terms, types or references that no context defines. JSON-LD drops them without
 *   a word, so the signature would not cover them (JSON-LD "safe mode").
 * - `unknown-context`: a context that is not bundled, with its URL. Nothing is fetched.
 * - `inline-context`: a context that the document writes out itself, at its root or anywhere inside.
 * - `json-ld-invalid`: what the processor refuses, and what is refused here (`document-shape.ts`).
 */
export async function canonicalize(
  document: JsonObject,
  { environment }: Verification,
): Promise<string | { reason: Reason }> {
  const dropped: JsonLdEvent[] = []
  const options: ProcessingOptions = {
    contextResolver: new DocumentContexts(contextLoader(environment.contexts)),
    eventHandler: ({ event }) => {
      if (event.level === 'warning') dropped.push(event)
    },
    base: null,
    safe: false,
  }
  try {
    refuseHiding(document)
    const expanded = await processor.expand(document, options)
    if (dropped.length > 0) return { reason: notSigned(dropped) }
    const { signal } = environment
    const canonizeOptions = {
      algorithm: 'RDFC-1.0',
      maxWorkFactor: 1,
      ...(signal && { signal }),
    } as const
    const quads = await processor.canonize(expanded, {
      ...options,
      skipExpansion: true,
      canonizeOptions,
    })
    if (dropped.length > 0) return { reason: notSigned(dropped) }
    // All documents without a statement have one canonical form, and any signature over it fits all.
    return quads === '' ? { reason: nothingSigned() } : quads
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

function refusalOf(error: unknown): Reason {
  if (error instanceof UnknownContextError) return reason('unknown-context', { url: error.url })
  if (error instanceof InlineContextError) return reason('inline-context')
  if (error instanceof JsonLdRefusal) return reason('json-ld-invalid', { detail: error.detail })
  const { details } = error as { details?: { code?: unknown } }
  const detail = typeof details?.code === 'string' ? details.code : 'not processable'
  return reason('json-ld-invalid', { detail })
}
