import type { EscoResult, VerificationReport } from '../../verifier/report'
import { sentencesIn } from './sentences'
import type { MessageKey, Translate } from './translate'

/** In the order in which they are said. */
const COUNTED: readonly (readonly [EscoResult, MessageKey])[] = [
  ['found', 'escoCountFound'],
  ['label-differs', 'escoCountLabelDiffers'],
  ['label-only', 'escoCountLabelOnly'],
  ['obsolete', 'escoCountObsolete'],
  ['not-found', 'escoCountNotFound'],
  ['unchecked', 'escoCountUnchecked'],
]

type Looked = Pick<VerificationReport, 'alignments' | 'parts'>

/** How many skills and occupations came to what, parts included; '' where the badge names none. */
export function escoLine(report: Looked, translate: Translate, locale: string): string {
  const s = sentencesIn(translate, locale)
  const results = resultsIn(report)
  const counts = COUNTED.flatMap(([result, key]) => {
    const count = results.filter((each) => each === result).length
    return count === 0 ? [] : [s.text(key, count)]
  })
  return counts.length === 0 ? '' : s.text('escoCounts', { composed: counts.join(', ') })
}

function resultsIn({ alignments = [], parts }: Looked): EscoResult[] {
  return [...alignments.flatMap(({ esco }) => esco?.result ?? []), ...parts.flatMap(resultsIn)]
}
