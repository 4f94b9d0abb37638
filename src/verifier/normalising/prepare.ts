import { asArray, asString, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import {
  EXTENSION_PLACE,
  extensionKey,
  isExtensionKey,
  type ExtensionObject,
} from './extension-objects'
import { everyObject } from './every-object'
import { InlineContexts } from './inline-contexts'
import { refuse, refuseComplex } from './refusal'
import { badgeContext, CONTEXT_1, isExtensionContext } from './vocabulary'

/** A document that may be expanded: bundled contexts and harmless ones only. */
export interface Prepared {
  document: JsonObject
  /** Taken out: the terms of an extension have no meaning outside of it, and the other way round. */
  extensions: ExtensionObject[]
  /** Contexts that are not known, and not asked for. */
  unknownContexts: string[]
  /** Whether a context of Open Badges is named anywhere in it. */
  known: boolean
  /** Whether a context says from where relative references go on; it is taken out. */
  rebased: boolean
  /** Without such a context, `verify` is the word that tells 1.0 from 2.0. */
  version: 1 | 2
}

/**
 * Contexts of one document that are processed, each of which takes half a millisecond. One that only
 * repeats what holds already is not processed.
 */
export const MOST_CONTEXTS = 50

/** Throws `NormalisingRefusal`. */
export function prepare(document: JsonObject): Prepared {
  const preparation = new Preparation()
  const prepared = preparation.object(document)
  const { extensions, unknownContexts, versions, rebased } = preparation
  const known = versions.size > 0
  const older = known ? !versions.has(2) : Object.hasOwn(document, 'verify')
  const version = older ? 1 : 2
  return { document: prepared, extensions, unknownContexts, known, rebased, version }
}

/** The contexts of a document that are neither bundled nor of an extension, at any depth. */
export function unknownContexts(document: JsonObject): string[] {
  const found: string[] = []
  everyObject(document, (object) => {
    for (const context of asArray(object['@context'])) if (isUnknown(context)) found.push(context)
  })
  return found
}

function isUnknown(context: JsonValue): context is string {
  return (
    typeof context === 'string' &&
    badgeContext(context) === undefined &&
    !isExtensionContext(context)
  )
}

/** Issuers that are read by old software as well write it beside `verification`, which counts. */
function isSpareVerify(name: string, object: JsonObject): boolean {
  return name === 'verify' && Object.hasOwn(object, 'verification')
}

class Preparation {
  readonly extensions: ExtensionObject[] = []
  readonly unknownContexts: string[] = []
  readonly versions = new Set<1 | 2>()
  private readonly inline = new InlineContexts()
  private processed = 0
  rebased = false

  /** @param holding the bundled context that was applied last where the object stands */
  object(object: JsonObject, holding?: string): JsonObject {
    // JSON-LD would take them together, and whoever looks at one of them would see half.
    if (Object.hasOwn(object, 'type') && Object.hasOwn(object, '@type'))
      refuse('both type and @type')
    const contexts = this.contexts(object['@context'], holding)
    const last = contexts.length > 0 ? asString(contexts.at(-1)) : holding
    const entries: [string, JsonValue][] = contexts.length > 0 ? [['@context', contexts]] : []
    const places: number[] = []
    for (const [name, value] of Object.entries(object)) {
      if (name === '@context') continue
      if (isExtensionKey(name))
        places.push(this.extensions.push({ key: extensionKey(name), value }) - 1)
      else if (name !== EXTENSION_PLACE && !isSpareVerify(name, object))
        entries.push([name, this.value(value, last)])
    }
    if (places.length > 0) entries.push([EXTENSION_PLACE, places])
    return Object.fromEntries(entries)
  }

  private value(value: JsonValue, holding: string | undefined): JsonValue {
    if (Array.isArray(value)) return value.map((item) => this.value(item, holding))
    return isObject(value) ? this.object(value, holding) : value
  }

  private contexts(value: JsonValue | undefined, holding: string | undefined): JsonValue[] {
    if (value === null) refuse('a context that is null')
    const processed: JsonValue[] = []
    for (const context of asArray(value)) {
      const accepted = this.context(context)
      const before = processed.length > 0 ? processed.at(-1) : holding
      if (accepted === undefined || accepted === before) continue
      if (++this.processed > MOST_CONTEXTS) refuseComplex('contexts', MOST_CONTEXTS)
      processed.push(accepted)
    }
    return processed
  }

  /** `undefined`: nothing to process. */
  private context(context: JsonValue): JsonObject | string | undefined {
    if (isObject(context)) {
      this.inline.accept(context)
      const { '@base': base, ...rest } = context
      this.rebased ||= typeof base === 'string'
      return Object.keys(rest).length > 0 ? rest : undefined
    }
    if (typeof context !== 'string') return refuse('invalid local context')
    const known = badgeContext(context)
    if (known !== undefined) this.versions.add(known === CONTEXT_1 ? 1 : 2)
    else if (isUnknown(context)) this.unknownContexts.push(context)
    return known
  }
}
