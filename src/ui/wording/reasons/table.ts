import type { ReasonCode, ReasonParameters } from '../../../verifier/report'
import type { Sentences } from '../sentences'

/** One full sentence for each code: what happened, to what, and what to do about it. */
export type ReasonTable<Codes extends ReasonCode = ReasonCode> = {
  [Code in Codes]: (params: ReasonParameters[Code], sentences: Sentences) => string
}
