import type { EscoFinding, EscoKind } from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

/** What came of looking for an alignment in ESCO, in a few words. */
export function escoStanding(finding: EscoFinding, s: Sentences): string {
  const { result, label = '', because } = finding
  switch (result) {
    case 'found':
      // The issuer's own name may say anything where it cannot be compared: ESCO's stands beside it.
      return finding.labelNotCompared === true && label !== ''
        ? s.text('escoFoundAs', label)
        : s.text('escoFound')
    case 'label-differs':
      return s.text('escoLabelDiffers', label)
    case 'obsolete':
      return s.text('escoObsolete')
    case 'label-only':
      return s.text('escoLabelOnly', label)
    case 'not-found':
      if (because === 'ambiguous') return s.text('escoAmbiguous')
      return s.text(because === 'truncated' ? 'escoTruncated' : 'escoNotFound')
    case 'unchecked':
      return s.text(because === 'truncated' ? 'escoTruncated' : 'escoUnchecked')
  }
}

const KINDS: Record<EscoKind, MessageKey> = {
  skill: 'escoSkill',
  knowledge: 'escoKnowledge',
  occupation: 'escoOccupation',
  group: 'escoGroup',
}

export function escoKind(kind: EscoKind, { text }: Sentences): string {
  return text(KINDS[kind])
}
