import type { Extension } from '../credential'
import { asStrings, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { EXTENSION_CLASSES, EXTENSIONS } from './extension-classes'
import { validate, type Violation } from './validate'

/** Of one badge, and of the JSON of one of them; more is nobody's extension. */
export const EXTENSION_LIMITS = { extensions: 20, characters: 20_000 }

interface Found {
  /** The property that it stands under. */
  name: string
  object: JsonObject
  className: keyof typeof EXTENSIONS
}

/**
 * The extensions of a document that are known, as plain data: only properties that their schema knows,
 * and only where they are as it says. `undefined` where there are none.
 */
export function readExtensions(document: JsonObject): Extension[] | undefined {
  const read = knownExtensions(document).map(({ name, object, className }) => ({
    type: className,
    name,
    values: valuesOf(object, className),
  }))
  return read.length > 0 ? read : undefined
}

/** What is not as the schemas of the extensions say; never essential to the badge. */
export function extensionViolations(document: JsonObject): Violation[] {
  return knownExtensions(document).flatMap(({ name, object, className }) =>
    (validate(object, className, EXTENSIONS) ?? []).map((violation) => ({
      ...violation,
      property: `${name.slice(0, 100)}.${violation.property}`,
      essential: false,
    })),
  )
}

function knownExtensions(document: JsonObject): Found[] {
  const found = Object.entries(document).flatMap(([name, value]): Found[] => {
    if (!isObject(value)) return []
    const types = asStrings(value.type ?? value['@type'])
    const className = types.flatMap((type) => classOf(type) ?? [])[0]
    const declared = types.some((type) => EXTENSION_TYPE.test(type))
    return className !== undefined && declared ? [{ name, object: value, className }] : []
  })
  return found.slice(0, EXTENSION_LIMITS.extensions).filter(({ object }) => isSmall(object))
}

const EXTENSION_TYPE = /^(obi:|https:\/\/w3id\.org\/openbadges#)?Extension$/

function isSmall(object: JsonObject): boolean {
  return JSON.stringify(object).length <= EXTENSION_LIMITS.characters
}

/** `extensions:EQFExtension`, `extensions:ApplyLink`, or the IRI that they stand for. */
function classOf(type: string): Found['className'] | undefined {
  const name =
    /^(?:extensions:|https:\/\/w3id\.org\/openbadges\/extensions#)([A-Za-z]{1,60})$/.exec(type)?.[1]
  const plain = name?.toLowerCase().replace(/extension$/, '')
  return EXTENSION_CLASSES.get(plain ?? '') as Found['className'] | undefined
}

function valuesOf(object: JsonObject, className: Found['className']): JsonObject {
  const violations = validate(object, className, EXTENSIONS)
  if (violations === undefined) return {}
  const wrong = new Set(violations.map(({ property }) => property.split(/[.[]/, 1)[0]))
  const entries = Object.keys(EXTENSIONS[className].properties).flatMap(
    (name): [string, JsonValue][] => {
      const value = Object.hasOwn(object, name) ? object[name] : undefined
      return value === undefined || wrong.has(name) ? [] : [[name, value]]
    },
  )
  return Object.fromEntries(entries)
}
