/**
 * EU trusted lists (ETSI TS 119 612; Commission Implementing Decision (EU) 2015/1505), as little of them as
 * judging a seal takes. Who reads and keeps them is the environment's business.
 */
import type { GuardedFetch } from '../http/guarded-fetch'

/** One state of a service in time. */
export interface ServiceState {
  /** From when, ISO 8601; until the next later state. */
  from: string
  /**
   * `granted` (or the older `undersupervision`, `accredited` …): the last part of the status URI;
   * `other-type`: it was a service of another type then.
   */
  status: string
  /** TS 119 612, section 5.5.9.4: additionalServiceInformation `ForeSeals`. */
  forSeals: boolean
  /** What it takes from some of the certificates. */
  exceptions?: ListException[]
}

/** What is taken from the certificates that meet criteria (section 5.5.9.2). */
export interface ListException {
  /**
   * `NotQualified`, `QCForESig`, `QCForWSA`: they are no qualified certificates for seals;
   * `QCNoQSCD`, `QCNoSSCD`: their keys are on no qualified device, whatever they say;
   * `critical-extension`: something that must be understood, and is not.
   */
  takes: string
  from: Criteria
}

/** Section 5.5.9.2.2. `unread`: what is not evaluated here, so that nobody knows who meets it. */
export type Criteria =
  | { all: Criteria[] }
  | { any: Criteria[] }
  | { none: Criteria[] }
  /** Object identifiers of policies, all of which a certificate has. */
  | { policies: string[] }
  /** Bits of KeyUsage (RFC 5280, section 4.2.1.3; the first is 1) that are set, and that are not. */
  | { keyUsage: { set: number; clear: number } }
  | 'unread'

/** A trust service that issues certificates (`CA/QC`) or timestamps (`TSA/QTST`). */
export interface TrustedService {
  type: 'CA/QC' | 'TSA/QTST'
  name: string
  provider: string
  /** Hex SHA-256 of each of its SubjectPublicKeyInfo, DER: the service is its key (section 5.5.3). */
  keys: string[]
  /** Newest first. */
  states: ServiceState[]
}

/** The trusted list of one country, cut down to the services of the two types. */
export interface TrustedServiceList {
  /** SchemeTerritory: ISO 3166-1 alpha-2, `EL` for Greece, `UK` … as the list says. */
  country: string
  /** The list of lists names this address for it. */
  url: string
  /** ListIssueDateTime and NextUpdate, ISO 8601; no NextUpdate: the list is closed. */
  issued: string
  nextUpdate?: string
  sequenceNumber: number
  /** Its signature holds under a certificate that the list of lists names for it. */
  signed: boolean
  services: TrustedService[]
}

export type TrustedListAnswer =
  | { list: TrustedServiceList }
  /** `not-in-union`: no list of that country; `not-asked`: no consent, or the lists are not in use. */
  | {
      problem: 'not-in-union' | 'not-asked' | 'not-obtained' | 'malformed' | 'not-signed'
      host?: string
    }

/** The guarded fetch of the badge (`verification.http`): what is asked through it is asked by its rules. */
export type TrustedListWay = Pick<GuardedFetch, 'get'>

/** Where the verifier gets trusted lists. It asks for a country only when a chain is whole. */
export interface TrustedLists {
  /** @param country ISO 3166-1 alpha-2, upper case, from the certificate of the issuing CA */
  ofCountry(country: string, way: TrustedListWay): Promise<TrustedListAnswer>
}
