import { reason, type Check } from '../report'
import type { JsonObject } from '../verification'

/** A check `format` that names what is missing; `undefined` where nothing is. */
export function missingProperties(
  document: JsonObject,
  required: Record<string, string>,
): Check | undefined {
  const reasons = Object.entries(required)
    .filter(([property]) => document[property] === undefined || document[property] === null)
    .map(([property, expected]) => reason('property-missing', { property, expected }))
  return reasons.length > 0 ? { id: 'format', outcome: 'warned', reasons } : undefined
}
