import { reason, type Check, type Reason } from '../report'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import type { SecuredCredential } from './list-document'

/** What is known of the credential whose status is asked. */
export interface StatusContext {
  verification: Verification
  /** DID or URL of the credential's issuer, whose proof is known to hold. */
  issuerId: string
  /** The credential's `id`, by which a revocation list names it. */
  credentialId?: string
  /**
   * By what a list has to be proven besides its issuer: credentials that say the same here prove a list in
   * the same way. A seal proves its own lists, and no others.
   */
  provenBy: string
  /** Verifies the proof of a status list credential against this issuer. */
  proveListCredential(list: SecuredCredential, issuerId: string): Promise<ProofFinding>
}

/** Worst last. */
export const STATUS_ORDER = ['current', 'unknown', 'suspended', 'revoked'] as const
export type StatusCurrency = (typeof STATUS_ORDER)[number]

/** What one entry, or all of them, came to. */
export interface StatusFinding {
  currency: StatusCurrency
  check: Check
  /** The check `format` of the list that was read, where it is not as its specification demands. */
  shape?: Check
  /** ISO 8601: until when this may stand for the present. */
  freshUntil?: string
}

/** A way of publishing status: one file that exports one of these, one line in `status/index.ts`. */
export interface StatusMethod {
  /** The `type` of the entries it judges. */
  readonly type: string
  judge(entry: JsonObject, context: StatusContext): Promise<StatusFinding>
}

/** Longest time that an answer about status may stand for the present, whatever the list says. */
export const LONGEST_FRESHNESS = 24 * 60 * 60 * 1000

/** The moment `milliseconds` after now, at most a day away, as ISO 8601. */
export function freshFor(milliseconds: number, now: Date): string {
  const kept = Math.min(Math.max(milliseconds, 0), LONGEST_FRESHNESS)
  return new Date(now.getTime() + kept).toISOString()
}

export function statusCheck(
  outcome: Check['outcome'],
  reasons: Reason[],
  about: { subject?: string | undefined; spec?: string },
): Check {
  const { subject, spec } = about
  return {
    id: 'status',
    ...(subject !== undefined && { subject }),
    outcome,
    reasons,
    ...(spec !== undefined && { spec }),
  }
}

/** Why a list could not be had; what was refused by the user is a refusal and no silence of a host. */
export function notObtained(url: string, why: Reason): Reason[] {
  if (why.code === 'permission-needed') return [why]
  const host = URL.canParse(url) ? new URL(url).hostname : url.slice(0, 100)
  return [reason('status-not-obtained', { host }), why]
}
