import type { Achievement } from '../credential'
import type { CriteriaText } from '../descriptors/criteria-reader'
import type { DescriptorId } from '../descriptors/descriptor-ids'
import type { SourcePath } from '../descriptors/source-path'
import { ofAchievement } from './place'
import { plainText } from './plain-text'

/** A part of criteria that a name leads, or all of criteria that name nothing. */
export interface SearchedPart {
  /** Absent where it is the whole of a text without names. */
  descriptor?: DescriptorId
  /** The name as written; '' of the whole. */
  heading: string
  /** In the form of `plainText`. */
  text: string
  /** Most parts have none, and neither a level nor an amount of work. */
  hasDigit: boolean
  at: SourcePath
}

/**
 * What is searched for levels and for workloads alike, brought into its form once.
 *
 * @param criteria of the achievements, in their order
 */
export function searchedParts(
  criteria: CriteriaText[],
  achievements: readonly Achievement[],
): SearchedPart[] {
  const parts: SearchedPart[] = []
  for (const [index, { structured, sections, plain }] of criteria.entries()) {
    const ordinal = ofAchievement(index, achievements)
    if (!structured) parts.push(searched('', plain, { place: 'criteria', ...ordinal }))
    for (const { descriptor, heading, value, index: section } of sections) {
      const part = searched(heading, value, { place: 'criteria', section, ...ordinal })
      parts.push({ descriptor, ...part })
    }
  }
  return parts
}

function searched(heading: string, written: string, at: SourcePath): SearchedPart {
  const text = plainText(written)
  return { heading, text, hasDigit: DIGIT.test(text), at }
}

const DIGIT = /\d/
