/**
 * The seal of a European Digital Credential: a JAdES signature (ETSI TS 119 182-1) by a certificate for
 * electronic seals (Regulation (EU) No 910/2014, Articles 3(25)–3(30) and 36–38). Plain data, for the report.
 */

/**
 * What the seal is worth.
 *
 * - `qualified`: the trusted list of its country has the certificate's issuer as a granted service for
 *   qualified certificates for seals, and the certificate says that its key is on a qualified device;
 * - `advanced-qualified-certificate`: the same, but the certificate does not say where its key is;
 * - `advanced`: the chain of certificates is whole and well made, and no trusted list has qualified it;
 * - `unknown-chain`: whoever made the certificate may have written anything in it.
 */
export type SealLevel =
  'qualified' | 'advanced-qualified-certificate' | 'advanced' | 'unknown-chain'

/** Whom a certificate names (RFC 5280, section 4.1.2.6): its own word, unless its issuer is vouched for. */
export interface NamedParty {
  /** O, 2.5.4.10. */
  organisation?: string
  /** organizationIdentifier, 2.5.4.97, as written: `VATES-G63287510` (ETSI EN 319 412-1, section 5.1.4). */
  identifier?: string
  commonName?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
}

/** The certificate's own word about itself (ETSI EN 319 412-5). */
export interface QualifiedStatements {
  /** 0.4.0.1862.1.1: it was issued as a qualified certificate. */
  qualified: boolean
  /** 0.4.0.1862.1.4: its key is on a qualified device (QSCD). */
  device: boolean
  /** 0.4.0.1862.1.6 names 0.4.0.1862.1.6.2: it is for seals. */
  forSeals: boolean
}

export interface SealCertificate {
  subject: NamedParty
  issuer: NamedParty
  /** Upper-case hex. */
  serialNumber: string
  /** ISO 8601. */
  notBefore: string
  notAfter: string
  /** Hex SHA-256 of the certificate, DER. */
  sha256: string
  statements: QualifiedStatements
  /** It calls itself, or its issuer calls itself, one for tests. */
  forTests: boolean
}

/** When it was sealed, and who says so. */
export interface SealTime {
  /** ISO 8601; absent: nobody says. */
  at?: string
  /**
   * `timestamp`: by a time-stamping authority that a trusted list or an anchor vouches for;
   * `unproven-timestamp`: by one that nobody vouches for; `self-declared`: by the sealer (`sigT`, `iat`).
   */
  source: 'timestamp' | 'unproven-timestamp' | 'self-declared' | 'none'
  /** Who gave the timestamp, as its certificate names it. */
  authority?: NamedParty
}

export interface Seal {
  level: SealLevel
  /** As in the header: `RS256`. */
  algorithm: string
  certificate: SealCertificate
  /** From the sealer's certificate upwards, as far as it could be built; names only. */
  chain: NamedParty[]
  time: SealTime
  /** Is the sealer the issuer that the credential names? `unknown`: one of the two is not named. */
  sealer: 'issuer' | 'other' | 'unknown'
  /** The trusted list that qualified it; absent unless the level is one of the two qualified ones. */
  trustedList?: { country: string; service: string; issued: string; nextUpdate?: string }
}
