import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { isExtensionKey } from './extension-objects'

type Container = JsonObject | JsonValue[]

/**
 * Calls `visit` with every object of a document and the names of its members. Contexts and the inside of
 * extensions are left out: they have terms of their own.
 */
export function everyObject(
  document: JsonObject,
  visit: (object: JsonObject, names: readonly string[]) => void,
): void {
  everyContainer(document, (container, names) => {
    if (isObject(container)) visit(container, names)
  })
}

/** How many members and items there are, at any depth. */
export function countValues(document: JsonObject): number {
  let values = 0
  everyContainer(document, (container, names) => {
    values += Array.isArray(container) ? container.length : names.length
  })
  return values
}

function everyContainer(
  document: JsonObject,
  visit: (container: Container, names: readonly string[]) => void,
): void {
  const pending: Container[] = [document]
  const add = (value: JsonValue | undefined) => {
    if (typeof value === 'object' && value !== null) pending.push(value)
  }
  for (let found = pending.pop(); found !== undefined; found = pending.pop()) {
    if (Array.isArray(found)) {
      visit(found, [])
      found.forEach(add)
      continue
    }
    const names = Object.keys(found)
    visit(found, names)
    for (const name of names) if (name !== '@context' && !isExtensionKey(name)) add(found[name])
  }
}
