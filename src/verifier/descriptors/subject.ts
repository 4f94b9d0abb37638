import { levelsOf, type Levels } from '../alignments/eqf'
import { recogniseAlignment, type AlignmentKind } from '../alignments/recognise-alignment'
import { workloadOf, type Workload } from '../alignments/workload'
import type { Achievement, Credential } from '../credential'
import { readCriteria, type CriteriaText } from './criteria-reader'

/** A credential as the readers of places look at it: what several of them need, read once. */
export interface Subject {
  credential: Credential
  /** One for each achievement, in their order. */
  criteria: CriteriaText[]
  levels: Levels
  workload: Workload
  /** Of each achievement the kinds of its alignments, in their order. */
  alignmentKinds: AlignmentKind[][]
}

export function subjectOf(credential: Credential): Subject {
  const { achievements } = credential
  let left = MOST_CRITERIA
  const criteria = achievements.map((achievement) => {
    const read = criteriaOf(achievement, left)
    left -= read.length
    return read.text
  })
  return {
    credential,
    criteria,
    levels: levelsOf(credential, criteria),
    workload: workloadOf(credential, criteria),
    alignmentKinds: achievements.map(({ alignments }) =>
      alignments.map((alignment) => recogniseAlignment(alignment).kind),
    ),
  }
}

/** Of all criteria of a credential, in UTF-16 code units: a book, and read in a few milliseconds. */
const MOST_CRITERIA = 100_000
/** More languages than anybody writes criteria in. */
const MOST_LANGUAGES = 10

/** Of criteria in several languages those that name the most descriptors; of equal ones the first. */
function criteriaOf(
  { criteria }: Achievement,
  most: number,
): { text: CriteriaText; length: number } {
  let best = readCriteria('')
  let length = 0
  for (const narrative of Object.values(criteria?.narrative ?? {}).slice(0, MOST_LANGUAGES)) {
    const text = readCriteria(narrative.slice(0, most - length))
    length += narrative.length
    const isBetter = text.sections.length > best.sections.length || best.plain === ''
    if (isBetter) best = text
    if (length >= most) break
  }
  return { text: best, length: Math.min(length, most) }
}
