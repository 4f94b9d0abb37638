import type { Authenticity, Check } from '../report'
import type { Seal } from './seal'

/** An organisation as a credential names it: its own word. */
export interface PartyClaim {
  /** Legal names, in every language that they are given in. */
  names: string[]
  /** Identifiers as written: `NTREE-17207834`, `17207834`. */
  identifiers: string[]
}

/** Whom the credential names, to be compared with whom the seal names. */
export interface SealParties {
  issuer: PartyClaim
  awardingBodies: PartyClaim[]
}

/** What the seals of a document came to. */
export interface SealFinding {
  authenticity: Authenticity
  /** A seal holds, but a person should look (e.g. nobody vouches for the time of sealing). */
  questionable: boolean
  /** `proof`, `certificate`, `chain`, `seal-time`, `seal-revocation`, `trusted-list`, `sealer`; all present. */
  checks: Check[]
  /** Absent where no certificate could be read. */
  seal?: Seal
  /**
   * What the seal itself proves, and never what the payload claims: `urn:x509:sha256:` and the hex of the
   * sealer's certificate. `''` where no seal holds.
   */
  issuerId: string
}
