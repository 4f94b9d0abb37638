/**
 * Open Badges 1.1 to 2.1 are JSON-LD: a term may be written with a prefix, as an IRI, or by a name that
 * the document gives it. This brings every document into the plain names of the standard *before*
 * anything reads it, so that what is validated, what decides and what is shown are the same words.
 */
import { DocumentContexts } from '../json-ld/document-contexts'
import { UnknownContextError } from '../json-ld/loader'
import { expand, type ProcessingOptions } from '../json-ld/processor'
import { asArray, asStrings, isObject, typesOf } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue } from '../verification'
import { countValues, everyObject } from './every-object'
import { isPlain } from './plain'
import { prepare, unknownContexts } from './prepare'
import { NormalisingRefusal, refuse, refuseComplex } from './refusal'
import { renameNode } from './rename'
import { BADGE_CONTEXTS, CONTEXT_1, CONTEXT_2, INITIAL_CONTEXT, SINGLE_VALUED } from './vocabulary'

export type Normal = { json: JsonObject } | { reason: Reason }

/**
 * The document in the plain names of the standard, or why there is no single reading of it:
 *
 * - `term-redefined`: a context in the document gives a term of the standard another meaning;
 * - `property-invalid`: two values, perhaps under two names, for a property that decides;
 * - `unknown-context`: what makes the document what it is can only be said in a context that is not
 *   known. Such contexts are never fetched; where the plain names say all that is needed, they are not
 *   needed either;
 * - `document-too-complex`: more values, contexts or definitions than we process;
 * - `json-ld-invalid`: what the processor refuses, or what is refused here.
 */
export async function normalise(source: JsonObject): Promise<Normal> {
  try {
    const { json, unknown } = isPlain(source)
      ? { json: source, unknown: unknownContexts(source) }
      : await translate(source)
    refuseSecondValues(json)
    refuseUnreadable(json, unknown)
    return { json }
  } catch (error) {
    return { reason: refusalOf(error) }
  }
}

/**
 * Members and items of a document that has to be translated, which takes about 25 microseconds for each.
 * A plain one is read as it is, and may be as long as it likes.
 */
export const MOST_VALUES = 3_000

async function translate(source: JsonObject) {
  if (countValues(source) > MOST_VALUES) refuseComplex('values', MOST_VALUES)
  const prepared = prepare(source)
  const { document, extensions, unknownContexts: unknown, known, version } = prepared
  const [node, ...others] = await expand(document, options())
  if (others.length > 0) refuse('@graph')
  if (node !== undefined && prepared.rebased) refuseRelative(node)
  const named = node === undefined ? {} : renameNode(node, { version, extensions })
  const context = known ? { '@context': version === 1 ? CONTEXT_1 : CONTEXT_2 } : {}
  return { json: { ...context, ...named }, unknown }
}

function options(): ProcessingOptions {
  return {
    contextResolver: new DocumentContexts(load),
    expandContext: INITIAL_CONTEXT,
    eventHandler: () => undefined,
    base: null,
  }
}

/** With a `@base` a relative reference would lead elsewhere than it seems to. */
function refuseRelative(expanded: JsonObject): void {
  everyObject(expanded, (node) => {
    const written = [...asStrings(node['@id']), ...asStrings(node['@type'])]
    if (written.some((iri) => !ABSOLUTE.test(iri))) refuse('@base')
  })
}

const ABSOLUTE = /^(@|_:|[a-z][a-z0-9+.-]*:)/i

function load(url: string): object {
  const found = BADGE_CONTEXTS.get(url)
  if (found === undefined) throw new UnknownContextError(url)
  return found
}

function refuseSecondValues(document: JsonObject): void {
  everyObject(document, (object) => {
    for (const property of SINGLE_VALUED) {
      const found = Object.hasOwn(object, property) ? object[property] : undefined
      if (Array.isArray(found) && found.length > 1) refuseSeveral(property)
    }
    if (untagged(object.name).length > 1) refuseSeveral('name')
  })
}

/** Names in several languages say in which. */
function untagged(name: JsonValue | undefined): JsonValue[] {
  return asArray(name).filter((item) => !isObject(item))
}

function refuseSeveral(property: string): never {
  throw new NormalisingRefusal(reason('property-invalid', { property, expected: 'one value' }))
}

/** Without these a document is not what its type says; a context that is not known may have them. */
const ESSENTIAL: Record<string, readonly string[]> = {
  Assertion: ['recipient', 'badge'],
  BadgeClass: ['name', 'issuer'],
  Issuer: ['name'],
  Profile: ['name'],
}

function refuseUnreadable(document: JsonObject, unknown: string[]): void {
  const [url] = unknown
  if (url === undefined) return
  const essential = typesOf(document).flatMap((type) =>
    Object.hasOwn(ESSENTIAL, type) ? (ESSENTIAL[type] ?? []) : [],
  )
  if (essential.some((property) => !Object.hasOwn(document, property)))
    throw new NormalisingRefusal(reason('unknown-context', { url }))
}

function refusalOf(error: unknown): Reason {
  if (error instanceof NormalisingRefusal) return error.reason
  const { details } = error as { details?: { code?: unknown } }
  const detail = typeof details?.code === 'string' ? details.code : 'not processable'
  return reason('json-ld-invalid', { detail })
}
