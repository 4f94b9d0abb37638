import { asNumber, asObjects, asString } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { valueAt } from './encoded-list'
import { readStatusList, type StatusList } from './status-list-credential'
import {
  statusCheck,
  type StatusContext,
  type StatusCurrency,
  type StatusFinding,
  type StatusMethod,
} from './status-method'

const SPEC = 'https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm'

/** Bitstring Status List 1.0, section 6.1: a shorter list would tell whose status is asked. */
export const MINIMUM_ENTRIES = 131_072

const LARGEST_STATUS_SIZE = 16
const LONGEST_MESSAGE = 500

export const bitstringStatusList: StatusMethod = {
  type: 'BitstringStatusListEntry',
  judge: judgeEntry,
}

interface Entry {
  purpose: string
  index: number
  /** Bits. */
  size: number
  url: string
  messages: JsonObject[]
}

async function judgeEntry(json: JsonObject, context: StatusContext): Promise<StatusFinding> {
  const entry = readEntry(json)
  if ('problem' in entry) return finding('unknown', 'unknown', [entry.problem], json)
  if (entry.purpose === 'refresh') {
    // Section 2.2: it tells that a newer credential can be had and does not invalidate this one.
    const said = reason('status-informative', { purpose: entry.purpose })
    return finding('current', 'not-applicable', [said], json)
  }
  if (!['revocation', 'suspension', 'message'].includes(entry.purpose)) {
    const said = reason('status-not-supported', { type: entry.purpose })
    return finding('unknown', 'unknown', [said], json)
  }
  const read = await readStatusList(entry.url, context)
  if ('reasons' in read) return finding('unknown', 'unknown', read.reasons, json)
  return { ...judgeList(entry, read.list, json), freshUntil: read.list.freshUntil }
}

function judgeList(entry: Entry, list: StatusList, json: JsonObject): StatusFinding {
  const { host } = list
  const { index, size, purpose } = entry
  const length = Math.floor((list.bits.length * 8) / size)
  if (!list.purposes.includes(purpose)) {
    return finding(
      'unknown',
      'unknown',
      [reason('status-purpose-differs', { host, purpose })],
      json,
    )
  }
  if (index >= length) {
    const beyond = reason('status-index-out-of-range', { host, index, length })
    return finding('unknown', 'unknown', [beyond], json)
  }
  const said = judgeValue(entry, valueAt(list.bits, index, size), host)
  if (length >= MINIMUM_ENTRIES) return finding(said.currency, said.outcome, [said.reason], json)
  const short = reason('status-list-too-short', { host, length, minimum: MINIMUM_ENTRIES })
  // A short list can still say "revoked"; that it says nothing of the kind does not count.
  return said.currency === 'current'
    ? finding('unknown', 'warned', [short], json)
    : finding(said.currency, said.outcome, [said.reason, short], json)
}

interface Said {
  currency: StatusCurrency
  outcome: Check['outcome']
  reason: Reason
}

function judgeValue({ purpose, messages }: Entry, value: number, host: string): Said {
  if (purpose === 'message') {
    const message = messageFor(messages, value)
    const said = reason('status-message', { host, message })
    return { currency: 'current', outcome: value === 0 ? 'passed' : 'warned', reason: said }
  }
  if (purpose === 'suspension') {
    return value === 0
      ? { currency: 'current', outcome: 'passed', reason: reason('not-suspended', { host }) }
      : { currency: 'suspended', outcome: 'failed', reason: reason('suspended', { host }) }
  }
  return value === 0
    ? { currency: 'current', outcome: 'passed', reason: reason('not-revoked', { host }) }
    : { currency: 'revoked', outcome: 'failed', reason: reason('revoked', { host }) }
}

/** Section 2.1, `statusMessage`: what the issuer says a value means; else the value itself. */
function messageFor(messages: JsonObject[], value: number): string {
  const hexadecimal = `0x${value.toString(16)}`
  const entry = messages.find(({ status }) => asString(status)?.toLowerCase() === hexadecimal)
  return (asString(entry?.message) ?? hexadecimal).slice(0, LONGEST_MESSAGE)
}

function readEntry(json: JsonObject): Entry | { problem: Reason } {
  const purpose = asString(json.statusPurpose)
  const url = asString(json.statusListCredential)
  const index = readIndex(json.statusListIndex)
  const size = json.statusSize === undefined ? 1 : asNumber(json.statusSize)
  if (purpose === undefined) return missing('statusPurpose', 'string')
  if (url === undefined) return missing('statusListCredential', 'URL')
  if (index === undefined) return invalid('statusListIndex', 'integer as a string')
  if (size === undefined || !Number.isInteger(size) || size < 1 || size > LARGEST_STATUS_SIZE) {
    return invalid('statusSize', `1–${LARGEST_STATUS_SIZE}`)
  }
  const messages = asObjects(json.statusMessage)
  return { purpose, url, index, size, messages }
}

/** Section 2.1: "an arbitrary size integer greater than or equal to 0, expressed as a string". */
function readIndex(value: JsonObject[string] | undefined): number | undefined {
  const text = typeof value === 'number' ? String(value) : asString(value)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function missing(property: string, expected: string): { problem: Reason } {
  return { problem: reason('property-missing', { property, expected }) }
}

function invalid(property: string, expected: string): { problem: Reason } {
  return { problem: reason('property-invalid', { property, expected }) }
}

function finding(
  currency: StatusCurrency,
  outcome: Check['outcome'],
  reasons: Reason[],
  entry: JsonObject,
): StatusFinding {
  const subject = asString(entry.id) ?? asString(entry.statusListCredential)
  return { currency, check: statusCheck(outcome, reasons, { subject, spec: SPEC }) }
}
