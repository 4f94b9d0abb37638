import type { KeptKind } from '../../platform/machine-messages'
import type { MessageKey } from '../../ui/wording'

interface KeptTexts {
  name: MessageKey
  /** What it is, and what is otherwise without it. */
  hint: MessageKey
  /** Says what the button does. */
  remove: MessageKey
}

export const KEPT_TEXTS: Record<KeptKind, KeptTexts> = {
  reports: { name: 'keptReports', hint: 'keptReportsHint', remove: 'keptReportsRemove' },
  pictures: { name: 'keptPictures', hint: 'keptPicturesHint', remove: 'keptPicturesRemove' },
  history: { name: 'keptHistory', hint: 'keptHistoryHint', remove: 'keptHistoryRemove' },
  'trust-lists': {
    ...{ name: 'keptTrustLists', hint: 'keptTrustListsHint', remove: 'keptTrustListsRemove' },
  },
  'eu-lists': { name: 'keptEuLists', hint: 'keptEuListsHint', remove: 'keptEuListsRemove' },
  'esco-copy': { name: 'keptEscoCopy', hint: 'keptEscoCopyHint', remove: 'keptEscoCopyRemove' },
  'esco-answers': {
    ...{ name: 'keptEscoAnswers', hint: 'keptEscoAnswersHint', remove: 'keptEscoAnswersRemove' },
  },
}
