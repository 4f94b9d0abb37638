import { asNumber, asObjects, asString } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

const LARGEST_STATUS_SIZE = 16

/** An entry that points into a list of bits. */
export interface ListEntry {
  purpose: string
  index: number
  /** Bits. */
  size: number
  url: string
  messages: JsonObject[]
}

/** Bitstring Status List 1.0, section 2.1; StatusList2021 has the same without size and messages. */
export function readListEntry(json: JsonObject): ListEntry | { problem: Reason } {
  const purpose = asString(json.statusPurpose)
  const url = asString(json.statusListCredential)
  const index = readIndex(json.statusListIndex)
  const size = json.statusSize === undefined ? 1 : asNumber(json.statusSize)
  if (purpose === undefined) return missing('statusPurpose', 'string')
  if (url === undefined) return missing('statusListCredential', 'URL')
  if (index === undefined) return invalid('statusListIndex', 'integer as a string')
  if (size === undefined || !Number.isInteger(size) || size < 1 || size > LARGEST_STATUS_SIZE)
    return invalid('statusSize', `1–${LARGEST_STATUS_SIZE}`)
  return { purpose, url, index, size, messages: asObjects(json.statusMessage) }
}

/**
 * Section 2.1: "an arbitrary size integer greater than or equal to 0, expressed as a string". A number
 * is read too. Spellings that another reader may take for another place are refused: signs, leading
 * zeros, fractions, exponents, and what a double cannot hold exactly.
 */
function readIndex(value: JsonObject[string] | undefined): number | undefined {
  const text = typeof value === 'number' ? String(value) : asString(value)
  if (text === undefined || !/^(0|[1-9]\d{0,15})$/.test(text)) return undefined
  return Number.isSafeInteger(Number(text)) ? Number(text) : undefined
}

function missing(property: string, expected: string): { problem: Reason } {
  return { problem: reason('property-missing', { property, expected }) }
}

function invalid(property: string, expected: string): { problem: Reason } {
  return { problem: reason('property-invalid', { property, expected }) }
}
