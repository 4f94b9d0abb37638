/**
 * The vocabulary that everything else speaks: what a verification found out, as plain data.
 *
 * A report survives `structuredClone`, `JSON.stringify` and storage unchanged. It holds no prose:
 * every statement is a reason code with typed parameters, and the pages turn it into a sentence.
 * All dates are ISO 8601 strings with a time zone; all sizes are bytes; all durations milliseconds
 * unless the name says otherwise.
 */
import type { AlignmentResult } from './alignments/alignment-result'
import type { Levels } from './alignments/eqf'
import type { Workload } from './alignments/workload'
import type { Credential } from './credential'
import type { DescriptorTable } from './descriptors/descriptor-table'
import type { Reason, ReasonCode } from './reasons'
import type { Seal, SealLevel } from './seals/seal'

export type { AlignmentResult, EscoFinding, EscoResult } from './alignments/alignment-result'
export type { DescriptorId } from './descriptors/descriptor-ids'
export type { LevelClaim, Levels } from './alignments/eqf'
export type { EscoKind } from './alignments/esco-lookup'
export type { Range, Workload, WorkloadStatement } from './alignments/workload'
export type * from './seals/seal'
export type * from './descriptors/descriptor-table'
export type * from './descriptors/source-path'
export { reason, type Reason, type ReasonCode, type ReasonParameters } from './reasons'

export type Verdict = 'trusted' | 'authentic' | 'attention' | 'invalid' | 'unverifiable' | 'none'

export type ReportKind =
  | 'credential'
  | 'presentation'
  | 'clr'
  | 'endorsement'
  | 'badge-class'
  | 'profile'
  | 'unsealed'
  | 'none'

/** Does the credential come, unchanged, from the issuer it names? */
export type Authenticity = 'holds' | 'fails' | 'unknown'

/** Is it in force now? `unknown`: a status that the issuer publishes could not be read. */
export type Currency = 'current' | 'expired' | 'future' | 'revoked' | 'suspended' | 'unknown'

/** Does everything around an authentic credential agree? `questionable`: a person should look. */
export type Conformity = 'conforms' | 'questionable'

/** Who says who the issuer is? `unknown`: nobody whom the user trusts; only a domain or a key. */
export type IssuerStanding = 'listed' | 'vetted' | 'sealed' | 'unknown'

/** Is it the credential of the person asked about? `unknown`: asked, but it cannot be compared. */
export type Holder = 'matches' | 'differs' | 'not-asked' | 'unknown'

export type Outcome = 'passed' | 'failed' | 'warned' | 'unknown' | 'not-applicable'

/** How the credential travelled to us. */
export type Carrier =
  | 'png-itxt'
  | 'png-itxt-compressed'
  | 'png-text'
  | 'png-ztxt'
  | 'svg'
  | 'json'
  | 'jws'
  /** A file that is attached inside a PDF. */
  | 'pdf'
  | 'url'
  /** Inside another credential. */
  | 'embedded'
  | 'unknown'

/** Why a host is asked. */
export type NeedPurpose =
  'assertion' | 'issuer' | 'key' | 'status' | 'schema' | 'list' | 'esco' | 'artwork'

/** One document that verification asks for, before it is asked. */
export interface Need {
  /** Host name as in the URL, lower case, punycode, without port. */
  host: string
  url: string
  purpose: NeedPurpose
  /** The address that sent on to this one. */
  from?: string
}

/** One document that was asked for. `status` is absent when no HTTP answer came. */
export interface RequestRecord extends Need {
  status?: number
  ms: number
}

/** The checks, in the order in which a careful person would ask (`CHECK_ORDER`). */
export const CHECK_ORDER = [
  'carrier',
  'format',
  'schema',
  'profile',
  'proof',
  'key',
  'certificate',
  'chain',
  'seal-time',
  'seal-revocation',
  'trusted-list',
  'sealer',
  'copy',
  'dates',
  'status',
  'refresh',
  'accreditation',
  'artwork',
  'issuer',
  'recipient',
  'parts',
  'endorsements',
] as const

export type CheckId = (typeof CHECK_ORDER)[number]

export interface Check {
  id: CheckId
  /** Tells several checks of one id apart, e.g. the id of a status entry. */
  subject?: string
  outcome: Outcome
  /** What was found; worst first, never empty. */
  reasons: Reason[]
  /** URL of the clause of the specification that demands the check. */
  spec?: string
}

/** Versions of what a report was judged with, by part: `verifier`, `contexts`, a list's id … */
export type Versions = Record<string, string>

/** Of a credential inside another: what it is there for, and whether it is about what it should be. */
export interface PartPlace {
  role: 'credential' | 'endorsement'
  /**
   * `credential`: was it issued to the one whom the whole names? `not-asked`: the whole names nobody.
   * `endorsement`: is it about the object that it stands in?
   */
  subject: 'same' | 'differs' | 'unknown' | 'not-asked'
  /** An endorsement by the issuer of what it endorses. */
  byIssuer?: true
}

/** The issuer's own picture of the badge, where the one that is shown is not surely the same. */
export interface Artwork {
  /** Where the issuer publishes it; absent: in the credential itself. */
  url?: string
  /** PNG data URL of its pixels, small; absent where none could be made. */
  thumbnail?: string
}

/** Where a step of a search for the credential led from. */
export type TrailSource =
  /** The picture in the page. */
  | 'image'
  /** The same picture before a proxy changed it. */
  | 'original'
  /** The link around the picture or beside it, or the one that was asked about. */
  | 'link'
  /** A frame or an attribute that embeds the badge. */
  | 'embed'
  /** What the page behind a link names as its credential. */
  | 'page'

/**
 * One step of the search for a credential that the picture in the page does not carry: filled in by who
 * searched, in order. `outcome`: `credential`: found there; `leads-on`: says where to look next;
 * `nothing`: holds none; `not-obtained`: could not be had (`status`: as HTTP answered); `not-asked`: its host
 * may not be asked; `unverifiable`: its platform publishes none.
 */
export interface TrailStep {
  from: TrailSource
  url: string
  outcome: 'credential' | 'leads-on' | 'nothing' | 'not-obtained' | 'not-asked' | 'unverifiable'
  /** The platform that it was recognised as, by name. */
  platform?: string
  status?: number
}

/** Where a credential was found that the picture in the page does not carry, though all of it was read. */
export function foundElsewhere(trail: readonly TrailStep[] = []): TrailStep | undefined {
  const [first] = trail
  const isStripped = first?.from === 'image' && first.outcome === 'nothing'
  return isStripped ? trail.findLast(({ outcome }) => outcome === 'credential') : undefined
}

/** Ends that a key's document gives it, as written there: ISO 8601 where they can be read. */
export interface KeyEnds {
  expires?: string
  revoked?: string
}

export interface VerificationReport {
  schema: 1
  kind: ReportKind
  /** Present in a part. */
  place?: PartPlace
  verdict: Verdict
  /** `reasons[0].code` */
  reason: ReasonCode
  /** Worst first. */
  reasons: Reason[]
  authenticity: Authenticity
  currency: Currency
  conformity: Conformity
  issuer: {
    standing: IssuerStanding
    id: string
    claimedName?: string
    /** Known by the origin of its site alone, on which others may write as well: nobody's to vouch for. */
    originOnly?: true
    /** Of a sealed credential: what its seal is worth, and the name in its certificate. */
    seal?: { level: SealLevel; sealer: string }
  }
  holder: Holder
  /** 'OpenBadges/2.0', 'OpenBadges/3.0', … */
  format?: string
  checks: Check[]
  credential?: Credential
  /**
   * What the credential says of each descriptor, one table a framework: its own word, whatever was found
   * out about its authenticity. Absent where nothing could be read, and of what awards nothing.
   */
  descriptors?: DescriptorTable[]
  /** Levels and workloads that it states, with the descriptors. */
  levels?: Levels
  workload?: Workload
  artwork?: Artwork
  /** How the credential was come by; absent: it was in what was given. */
  trail?: TrailStep[]
  /** In reading order; absent where there are none. They change no verdict. */
  alignments?: AlignmentResult[]
  /**
   * Nested credentials and endorsements (`place` tells), each judged by itself. What a part asked for is
   * in `needs` and `requests` of the outermost report.
   */
  parts: VerificationReport[]
  /** Of a collection: how many credentials it holds, those that were not looked at included. */
  partsTotal?: number
  /**
   * Conformity before the parts were added, so that they can be added again for another day. Absent: as
   * `conformity`, to which the parts added nothing.
   */
  ownConformity?: Conformity
  /** What was refused by `ask`, and would have to be asked to know more. */
  needs: Need[]
  /** What was asked, in order. */
  requests: RequestRecord[]
  source: {
    /** Hex SHA-256 of the credential text. */
    sha256: string
    /** Hex SHA-256 of the whole image file, where there was one. */
    imageSha256?: string
    carrier: Carrier
    text?: string
    /** Of a hosted assertion, its text as the issuer's own host served it, where that is another. */
    servedText?: string
  }
  checkedAt: string
  /** Until when the answers about status may stand for the present; absent: none was needed. */
  freshUntil?: string
  /** When the proof ends by its own word (`expires`), ISO 8601 as written. */
  proofUntil?: string
  /** Of a sealed European Digital Credential whose seal could be read. */
  seal?: Seal
  /** When the key that signed ends by the issuer's own word; absent: its document says nothing of it. */
  keyEnds?: KeyEnds
  versions: Versions
}
