import { asString, typesOf } from '../reading/json-values'
import { reason, type Check } from '../report'
import type { JsonObject } from '../verification'
import { bitstringStatusList } from './bitstring-status-list'
import { oneEdTechRevocationList } from './one-edtech-revocation-list'
import { statusList2021 } from './status-list-2021'
import {
  STATUS_ORDER,
  statusCheck,
  type StatusContext,
  type StatusCurrency,
  type StatusFinding,
  type StatusMethod,
} from './status-method'

/** Every way of publishing status that is read. */
export const STATUS_METHODS: readonly StatusMethod[] = [
  bitstringStatusList,
  statusList2021,
  oneEdTechRevocationList,
]

export interface StatusJudgement {
  currency: StatusCurrency
  /** One for each entry, in their order; one that says so where there is none. */
  checks: Check[]
  freshUntil?: string
}

/**
 * Judges every entry of `credentialStatus`; the worst decides. An entry of a type that is not known
 * may say "revoked", so it leaves the status unknown.
 */
export async function judgeStatus(
  entries: JsonObject[],
  context: StatusContext,
): Promise<StatusJudgement> {
  const findings: StatusFinding[] = []
  if (entries.length > MOST_ENTRIES) findings.push(tooMany())
  // One after the other: the entries of one credential share hosts, and often the list itself.
  for (const entry of entries.slice(0, MOST_ENTRIES))
    findings.push(await judgeEntry(entry, context))
  return combineStatus(findings)
}

/** Entries that are looked at; a credential with more cannot make us flood a host. */
export const MOST_ENTRIES = 8

/** What was not looked at may say "revoked". */
function tooMany(): StatusFinding {
  const expected = `at most ${MOST_ENTRIES} entries`
  const why = reason('property-invalid', { property: 'credentialStatus', expected })
  return { currency: 'unknown', check: statusCheck('unknown', [why], {}) }
}

/** The worst of several findings, and how long all of them may stand for the present. */
export function combineStatus(findings: StatusFinding[]): StatusJudgement {
  if (findings.length === 0) {
    const check = statusCheck('not-applicable', [reason('no-status-published')], {})
    return { currency: 'current', checks: [check] }
  }
  const worst = Math.max(...findings.map(({ currency }) => STATUS_ORDER.indexOf(currency)))
  const [freshUntil] = findings.flatMap((finding) => finding.freshUntil ?? []).sort()
  return {
    currency: STATUS_ORDER[worst] ?? 'unknown',
    checks: findings.map(({ check }) => check),
    ...(freshUntil !== undefined && { freshUntil }),
  }
}

async function judgeEntry(entry: JsonObject, context: StatusContext): Promise<StatusFinding> {
  const types = typesOf(entry)
  const method = STATUS_METHODS.find(({ type }) => types.includes(type))
  if (method) return method.judge(entry, context)
  const why = reason('status-not-supported', { type: types[0] ?? '' })
  const check = statusCheck('unknown', [why], { subject: asString(entry.id) })
  return { currency: 'unknown', check }
}

export { judgeRevocationList } from './revocation-list'
export type { StatusContext, StatusCurrency, StatusFinding, StatusMethod }
