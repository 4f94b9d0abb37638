import type { EscoFinding, EscoKind } from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

/** What came of looking for an alignment in ESCO, in a few words. */
export function escoStanding({ result, label = '', because }: EscoFinding, s: Sentences): string {
  switch (result) {
    case 'found':
      return s.text('escoFound')
    case 'label-differs':
      return s.text('escoLabelDiffers', label)
    case 'obsolete':
      return s.text('escoObsolete')
    case 'label-only':
      return s.text('escoLabelOnly', label)
    case 'not-found':
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
