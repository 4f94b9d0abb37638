/** What a list of bits says of one entry, for Bitstring Status List 1.0 and its draft of 2021. */
import { asString } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { valueAt } from './encoded-list'
import { readListEntry, type ListEntry } from './list-entry'
import { readStatusList, type StatusList } from './status-list-credential'
import {
  statusCheck,
  type StatusContext,
  type StatusCurrency,
  type StatusFinding,
} from './status-method'

/** Bitstring Status List 1.0, section 6.1: a shorter list would tell whose status is asked. */
export const MINIMUM_ENTRIES = 131_072

const LONGEST_MESSAGE = 500

/** What tells one generation of lists from another. */
export interface BitListDialect {
  /** Type of the list; with `Credential` behind it, that of the credential around it. */
  listType: string
  /** Purposes whose list is asked. */
  purposes: readonly string[]
  /** Purposes that say nothing about whether the credential is in force; no list is asked. */
  informative: readonly string[]
  /** URL of the clause that demands the check. */
  spec: string
}

type Judged = Pick<Said, 'currency' | 'outcome'> & { reasons: Reason[]; freshUntil?: string }

export async function judgeBitListEntry(
  json: JsonObject,
  dialect: BitListDialect,
  context: StatusContext,
): Promise<StatusFinding> {
  const { currency, outcome, reasons, freshUntil } = await judge(json, dialect, context)
  const subject = asString(json.id) ?? asString(json.statusListCredential)
  const check = statusCheck(outcome, reasons, { subject, spec: dialect.spec })
  return { currency, check, ...(freshUntil !== undefined && { freshUntil }) }
}

async function judge(
  json: JsonObject,
  dialect: BitListDialect,
  context: StatusContext,
): Promise<Judged> {
  const entry = readListEntry(json)
  if ('problem' in entry) return unknown([entry.problem])
  const { purpose } = entry
  if (dialect.informative.includes(purpose)) {
    const said = reason('status-informative', { purpose })
    return { currency: 'current', outcome: 'not-applicable', reasons: [said] }
  }
  if (!dialect.purposes.includes(purpose))
    return unknown([reason('status-not-supported', { type: purpose })])
  const read = await readStatusList(entry.url, dialect.listType, context)
  if ('reasons' in read) return unknown(read.reasons)
  return { ...judgeList(entry, read.list), freshUntil: read.list.freshUntil }
}

function judgeList(entry: ListEntry, list: StatusList): Judged {
  const { host } = list
  const { index, size, purpose } = entry
  const length = Math.floor((list.bits.length * 8) / size)
  if (!list.purposes.includes(purpose))
    return unknown([reason('status-purpose-differs', { host, purpose })])
  if (index >= length)
    return unknown([reason('status-index-out-of-range', { host, index, length })])
  const said = judgeValue(entry, valueAt(list.bits, index, size), host)
  if (length >= MINIMUM_ENTRIES) return { ...said, reasons: [said.reason] }
  const short = reason('status-list-too-short', { host, length, minimum: MINIMUM_ENTRIES })
  // A short list can still say "revoked"; that it says nothing of the kind does not count.
  return said.currency === 'current'
    ? { currency: 'unknown', outcome: 'warned', reasons: [short] }
    : { ...said, reasons: [said.reason, short] }
}

interface Said {
  currency: StatusCurrency
  outcome: Check['outcome']
  reason: Reason
}

function judgeValue({ purpose, messages }: ListEntry, value: number, host: string): Said {
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

function unknown(reasons: Reason[]): Judged {
  return { currency: 'unknown', outcome: 'unknown', reasons }
}
