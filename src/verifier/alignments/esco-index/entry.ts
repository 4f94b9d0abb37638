import type { EscoKind } from '../esco-lookup'

/** One concept, as the CSV download and the API both give it. */
export interface EscoEntry {
  /** `http://data.europa.eu/esco/…` */
  uri: string
  kind: EscoKind
  /** Preferred label in the language of the index. */
  label: string
  obsolete?: true
}

/** What an index was made from. */
export interface EscoIndexInfo {
  /** Of ESCO, e.g. '1.2.0'; '' where the source does not say. */
  version: string
  /** BCP 47 tag of the labels. */
  language: string
  /** When it was made, ISO 8601. */
  made: string
  from: 'csv' | 'api'
  concepts: number
}

/** Why bytes are no index. */
export class EscoIndexError extends Error {
  override readonly name = 'EscoIndexError'
}
