import type { AlignmentResult, EscoFinding } from '../verifier/report'
import type { Award } from './awards'
import { groupedBy, sortedOnce } from './ordering'
import type { ProfileSkill, ProfileSkills } from './profile-summary'
import { clipped, oneOf } from './shown-text'

interface Mention {
  badge: string
  esco: EscoFinding
  /** What was looked for: a URI or a name. */
  wanted: string
}

/** Skills that ESCO has, once each. What it was not found to have is counted and not named. */
export function profileSkills(awards: readonly Award[]): ProfileSkills {
  const mentions = awards.flatMap(({ badge, report }) =>
    (report.alignments ?? []).flatMap((alignment) => mentionIn(alignment, badge)),
  )
  const found = mentions.filter(isFound)
  return {
    found: groupedBy(found, ({ esco }) => esco.uri).flatMap(([uri, same]) => skillOf(uri, same)),
    obsolete: countOf(mentions, 'obsolete'),
    notFound: countOf(mentions, 'not-found'),
    unchecked: countOf(mentions, 'unchecked'),
  }
}

function mentionIn({ kind, esco, name, code }: AlignmentResult, badge: string): Mention[] {
  if (kind !== 'esco' || esco === undefined) return []
  return [{ badge, esco, wanted: esco.uri ?? oneOf(name) ?? code ?? '' }]
}

type FoundMention = Mention & { esco: { uri: string; label: string } }

const FOUND: readonly EscoFinding['result'][] = ['found', 'label-differs', 'label-only']

function isFound(mention: Mention): mention is FoundMention {
  const { result, uri, label } = mention.esco
  return FOUND.includes(result) && uri !== undefined && label !== undefined
}

/** Occupations and groups are no skills; what ESCO does not say the kind of may be one. */
function skillOf(uri: string, same: FoundMention[]): ProfileSkill[] {
  const concept = sortedOnce(same.flatMap(({ esco }) => esco.concept ?? []))[0]
  if (concept === 'occupation' || concept === 'group') return []
  const results = same.map(({ esco }) => esco.result)
  return [
    {
      uri: clipped(uri),
      // Labels in two languages, or of two versions of ESCO: one of them, and always the same.
      label: clipped(sortedOnce(same.map(({ esco }) => esco.label))[0] ?? ''),
      ...((concept === 'skill' || concept === 'knowledge') && { concept }),
      ...(results.includes('label-differs') && { labelDiffers: true }),
      ...(results.every((result) => result === 'label-only') && { labelOnly: true }),
      badges: sortedOnce(same.map(({ badge }) => badge)),
    },
  ]
}

function countOf(mentions: readonly Mention[], result: EscoFinding['result']): number {
  const wanted = mentions.filter(({ esco }) => esco.result === result).map(({ wanted }) => wanted)
  return new Set(wanted).size
}
