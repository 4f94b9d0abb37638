/** What is done on which sites, by whose word; as the worker tells it to pages. */
import type { ListProblem } from '../verifier'
import type { Reason } from '../verifier/report'

/**
 * `off`: nothing is looked at, marked or said; what the user asks for outright is answered all the same.
 * `click`: hosts other than an image's own are asked on a click alone. `always`: without one.
 */
export type ConsentMode = 'off' | 'click' | 'always'

export const CONSENT_MODES: readonly ConsentMode[] = ['off', 'click', 'always']

/** A host, lower case and in punycode, or `*.domain` for a domain and all below it. */
export interface SiteChoice {
  site: string
  mode: ConsentMode
}

/** What the user chose. */
export interface Settings {
  /** For sites without a choice of their own; absent: nothing was chosen. */
  everywhere?: ConsentMode
  sites: Record<string, ConsentMode>
}

/** By whose word a mode is in force. */
export type SettledBy =
  /** Chosen in a private window, for as long as its tab is open. */
  | { is: 'tab' }
  | { is: 'user' | 'organisation'; site: string }
  | { is: 'user-default' | 'organisation-default' | 'preset' }

export interface ConsentState {
  /** The mode in force for the site. */
  mode: ConsentMode
  settledBy: SettledBy
  /** The mode of sites that nothing names. */
  everywhere: ConsentMode
  /** The organisation lets nobody change a mode. */
  isFixed: boolean
}

/** Why a text names no site. */
export type SiteProblem =
  | 'empty'
  | 'unreadable'
  /** A `*` elsewhere than in front of a domain. */
  | 'wildcard'
  /** `*.co.uk`, `*.github.io`: whoever likes gets a name there. */
  | 'public-suffix'

/** What came of naming a site. `fixed`: the organisation lets nobody change a mode. */
export type KeptSite =
  { is: 'kept'; site: string } | { is: 'refused'; problem: SiteProblem } | { is: 'fixed' }

/** Something of the organisation's policy that was passed over. */
export interface PolicyProblem {
  /** Where it stands: `sites[2].mode`. */
  place: string
  problem: SiteProblem | 'mode' | 'boolean' | 'array' | 'object' | 'address' | 'twice' | 'unknown'
  /** What stands there, where it is a text. */
  given?: string
}

/** A trusted list that the organisation demands. */
export interface OrganisationList {
  url: string
  /** Why nothing of it counts; absent: it was read. */
  missing?: MissingList
}

/** `no-list`: it vouches for nobody, and names other lists. */
export type MissingList =
  | { is: 'not-yet' | 'no-list' }
  | { is: 'not-obtained'; reason: Reason }
  | { is: 'unreadable'; problem: ListProblem }

export interface SitesState {
  /** For sites that nothing names. */
  everywhere: { mode: ConsentMode; settledBy: SettledBy }
  /** The user's own, in the order of their domains. */
  sites: SiteChoice[]
  organisation?: {
    sites: SiteChoice[]
    defaultMode?: ConsentMode
    /** Users may choose for themselves. */
    usersMayChange: boolean
    lists: OrganisationList[]
    problems: PolicyProblem[]
  }
}
