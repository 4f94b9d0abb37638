import type { Reason, ReasonCode, ReasonParameters } from '../../../verifier/report'
import { sentencesIn, type Sentences } from '../sentences'
import type { Translate } from '../translate'
import { ARTWORK } from './artwork'
import { CARRIER_AND_FORMAT } from './carrier-and-format'
import { DATES_AND_STATUS } from './dates-and-status'
import { ISSUER_AND_HOLDER } from './issuer-and-holder'
import { NETWORK } from './network'
import { PARTS_AND_REFRESH } from './parts-and-refresh'
import { PROOF_AND_KEY } from './proof-and-key'
import { SEALS } from './seals'
import type { ReasonTable } from './table'

/** Complete by its type: a new reason code does not compile until it has a sentence. */
const REASON_SENTENCES: ReasonTable = {
  ...CARRIER_AND_FORMAT,
  ...PROOF_AND_KEY,
  ...NETWORK,
  ...DATES_AND_STATUS,
  ...ISSUER_AND_HOLDER,
  ...PARTS_AND_REFRESH,
  ...ARTWORK,
  ...SEALS,
}

/** The full sentence for one reason. */
export function reasonSentence(reason: Reason, translate: Translate, locale: string): string {
  return reasonIn(reason, sentencesIn(translate, locale))
}

export function reasonIn<Code extends ReasonCode>(
  reason: { code: Code; params: ReasonParameters[Code] },
  sentences: Sentences,
): string {
  return REASON_SENTENCES[reason.code](reason.params, sentences)
}
