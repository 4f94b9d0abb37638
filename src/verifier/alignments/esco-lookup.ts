/** What the verifier may ask of ESCO, and what comes of it. How it is asked is its caller's business. */
import type { Text } from '../credential'
import type { GuardedFetch } from '../http/guarded-fetch'

/** `group`: of skills, of occupations (ISCO), or a field of education (ISCED-F). */
export type EscoKind = 'skill' | 'knowledge' | 'occupation' | 'group'

export interface EscoConcept {
  /** `http://data.europa.eu/esco/…` */
  uri: string
  /** Absent where the source does not say. */
  kind?: EscoKind
  /** The preferred label in the language of the interface, else in English, else in any. */
  label: string
  /** Preferred labels by language, as far as they are known. */
  labels: Text
}

/** Where an answer comes from. */
export interface EscoSource {
  /** Of ESCO, e.g. '1.2.0'. */
  version: string
  source: 'offline' | 'api'
  /** When it was so, ISO 8601: of the index or of the API's answer, which may have been kept. */
  asOf: string
}

/** `unknown`: nobody could be asked, or no answer could be used. That is never `not-found`. */
export type EscoAnswer =
  | { state: 'unknown' }
  | ({ state: 'not-found' } & EscoSource)
  | ({ state: 'found' | 'obsolete'; concept: EscoConcept } & EscoSource)

export type EscoLabelAnswer =
  | { state: 'unknown' }
  /** Every current concept of that very label; two are as good as many. */
  | ({ state: 'answered'; concepts: EscoConcept[] } & EscoSource)

/** The guarded fetch of the badge: what is asked through it is asked by its rules and listed with it. */
export type EscoWay = Pick<GuardedFetch, 'get'>

export interface EscoLookup {
  /**
   * @param uri canonical, as `recogniseAlignment` gives it
   * @param language BCP 47 tag of the name to compare with, or 'und'
   */
  concept(uri: string, language: string, way: EscoWay): Promise<EscoAnswer>
  /** Current concepts with this preferred label: compared by `labelKey`. */
  labelled(text: string, language: string, way: EscoWay): Promise<EscoLabelAnswer>
}

/** No label of ESCO is nearly as long. */
const LONGEST_LABEL = 500

/**
 * What two labels are compared by: compatibility forms as plain ones (NFKC: full width and half width),
 * without regard to case and white space. Empty where there is nothing to compare.
 */
export function labelKey(text: string): string {
  if (text.length > LONGEST_LABEL) return ''
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
