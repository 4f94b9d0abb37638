/**
 * How a badge fares where it is shown, for whom it was issued to: what a stranger sees of it, and what helps.
 * Plain data without prose. It is no verdict, and changes none.
 */
import type { DescriptorId, DescriptorTable, Reason } from '../verifier/report'

/** In the order in which they are shown. */
export const HEALTH_TOPICS = [
  'verifies',
  'data',
  'hosted',
  'picture',
  'end',
  'descriptors',
] as const

export type HealthTopic = (typeof HEALTH_TOPICS)[number]

/** `look`: its holder should do something; `unknown`: it could not be checked, which is never fine. */
export type HealthState = 'ok' | 'look' | 'unknown'

export type HealthCode =
  // ── does it verify for a stranger? ──
  | 'verifies-recognised'
  | 'verifies'
  | 'needs-look'
  | 'needs-picture'
  | 'status-open'
  | 'does-not-verify'
  | 'not-checkable'
  // ── is its data still in the picture on this site? ──
  | 'data-in-picture'
  | 'data-linked'
  | 'data-stripped'
  | 'data-in-original'
  | 'data-flawed'
  | 'data-not-genuine'
  | 'data-unproven'
  | 'data-not-read'
  // ── is the issuer's copy still there? ──
  | 'hosted-reachable'
  | 'hosted-not-needed'
  | 'hosted-differs'
  | 'hosted-gone'
  | 'hosted-revoked'
  | 'hosted-no-answer'
  | 'hosted-not-asked'
  | 'hosted-unknown'
  // ── is the picture the issuer's? ──
  | 'picture-same'
  | 'picture-differs'
  | 'picture-unsure'
  | 'picture-none'
  | 'picture-not-compared'
  // ── does it end? ──
  | 'end-none'
  | 'end-later'
  | 'end-soon'
  | 'ended'
  | 'end-unreadable'
  | 'end-unproven'
  // ── does it say what a micro-credential must? ──
  | 'descriptors-complete'
  | 'descriptors-missing'
  | 'descriptors-perhaps'
  | 'descriptors-unproven'
  | 'descriptors-not-read'

export interface HealthFinding {
  topic: HealthTopic
  state: HealthState
  code: HealthCode
  /** Why, in the words of the report. */
  reason?: Reason
  host?: string
  /** ISO 8601 as written. */
  date?: string
  /** Whole days that are left. */
  days?: number
  descriptors?: DescriptorId[]
  /** To verify it again would come to the same. */
  isFinal?: true
  /** That demands the descriptors. */
  framework?: Pick<DescriptorTable['framework'], 'id' | 'document'>
}

/** Of several findings the one that asks for most: what should be done, then what is not known. */
export function worstOf(states: readonly HealthState[]): HealthState {
  if (states.includes('look')) return 'look'
  return states.length === 0 || states.includes('unknown') ? 'unknown' : 'ok'
}
