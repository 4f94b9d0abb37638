import type { HealthFinding } from '../health/health'
import type { OwnFinding } from './own-identity-shapes'

export type * from '../health/health'

/** How one badge of a page fares. */
export interface BadgeHealth {
  id: string
  name?: string
  /** Absent where the user has entered no identity. */
  own?: OwnFinding
  findings: HealthFinding[]
}

/** How the user's own badges of a page fare, and those that may be: whose they are cannot always be told. */
export interface PageHealth {
  /** Host of the tab's address. */
  host: string
  /** ISO 8601 */
  judgedAt: string
  /** False: the user has entered no identity, so that all badges are here. */
  knowsOwn: boolean
  badges: BadgeHealth[]
  /** Verified badges that are left out, since they name none of the identities that the user entered. */
  others: number
  /** Badges without a verdict yet: nothing can be said of them. */
  notChecked: number
}
