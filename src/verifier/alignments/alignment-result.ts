import type { Text } from '../credential'
import type { SourcePath } from '../descriptors/source-path'
import type { EscoKind, EscoSource } from './esco-lookup'
import type { AlignmentKind } from './recognise-alignment'

/**
 * What came of looking for an alignment in ESCO. It is about quality and changes no verdict.
 *
 * `found`: the URI exists, and the label agrees as far as there is one to compare.
 * `label-differs`: the URI exists, and ESCO calls it something else than the issuer does.
 * `obsolete`: the URI was one of ESCO's and is not any more.
 * `label-only`: no usable URI, but the name is that of exactly one concept.
 * `not-found`: ESCO was asked and has no such concept.
 * `unchecked`: ESCO could not be asked, or gave no answer that can be used.
 */
export type EscoResult =
  'found' | 'label-differs' | 'obsolete' | 'label-only' | 'not-found' | 'unchecked'

export interface EscoFinding extends Partial<EscoSource> {
  result: EscoResult
  /** Of the concept; for `not-found` and `unchecked` what was looked for, where it has a URI. */
  uri?: string
  /** ESCO's own label and kind. */
  label?: string
  concept?: EscoKind
  /** The name is in a language whose labels are not known here, or there is no name. */
  labelNotCompared?: true
  /** Why it has no usable URI, or why its label was not enough. */
  because?: 'truncated' | 'no-uri' | 'ambiguous'
}

/** One alignment: what the issuer declares, and what is known of it. */
export interface AlignmentResult {
  at: SourcePath
  kind: AlignmentKind
  name?: Text
  code?: string
  framework?: string
  /** http or https; still only what the issuer wrote. */
  link?: string
  /** Of `esco`. */
  esco?: EscoFinding
}
