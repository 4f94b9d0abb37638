import type { ReasonTable } from './table'

export const PARTS_AND_REFRESH = {
  'parts-none': (_, s) => s.text('reasonPartsNone'),
  'parts-hold': ({ count }, s) => s.count('reasonPartsHold', count),
  'parts-unrecognised': ({ count, total }, s) => s.count('reasonPartsUnrecognised', count, total),
  'parts-fail': ({ count, total }, s) => s.count('reasonPartsFail', count, total),
  'parts-need-attention': ({ count, total }, s) =>
    s.count('reasonPartsNeedAttention', count, total),
  'parts-not-checked': ({ count, total }, s) => s.count('reasonPartsNotChecked', count, total),
  'parts-too-many': ({ limit, total }, s) => s.text('reasonPartsTooMany', total, limit),
  'part-subject-differs': ({ count }, s) => s.count('reasonPartSubjectDiffers', count),
  'part-subject-unknown': ({ count }, s) => s.count('reasonPartSubjectUnknown', count),
  'holder-proof-not-judged': (_, s) => s.text('reasonHolderProofNotJudged'),

  'refresh-same': ({ host }, s) => s.text('reasonRefreshSame', host),
  'refresh-newer': ({ host }, s) => s.text('reasonRefreshNewer', host),
  'refresh-not-obtained': ({ host }, s) => s.text('reasonRefreshNotObtained', host),
  'refresh-not-supported': ({ type }, s) => s.text('reasonRefreshNotSupported', type),
  'refresh-gone': ({ host }, s) => s.text('reasonRefreshGone', host),
} satisfies Partial<ReasonTable>
