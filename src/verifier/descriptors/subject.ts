import { levelsOf, type Levels } from '../alignments/eqf'
import { recogniseAlignment, type AlignmentKind } from '../alignments/recognise-alignment'
import { ofAchievement, type Ordinal } from '../alignments/place'
import { searchedParts } from '../alignments/searched-criteria'
import { workloadOf, type Workload } from '../alignments/workload'
import type { Achievement, Credential, Extension } from '../credential'
import type { JsonValue } from '../verification'
import { readCriteria, type CriteriaText } from './criteria-reader'
import { generationOf, type Generation } from './descriptor-places'
import type { ExtensionHolder, SourcePath } from './source-path'

/** A credential as the readers of places look at it: what several of them need, read once. */
export interface Subject {
  credential: Credential
  generation: Generation
  /** One for each achievement, in their order. */
  criteria: CriteriaText[]
  levels: Levels
  workload: Workload
  /** Of each achievement the kinds of its alignments, in their order. */
  alignmentKinds: AlignmentKind[][]
  /** All there are: of the achievements, of the credential, of the issuer. */
  extensions: PlacedExtension[]
}

interface PlacedExtension {
  values: Record<string, JsonValue>
  source: SourcePath & { place: 'extension' }
}

export function subjectOf(credential: Credential): Subject {
  const { achievements } = credential
  let left = MOST_CRITERIA
  const criteria = achievements.map((achievement) => {
    const read = criteriaOf(achievement, left)
    left -= read.length
    return read.text
  })
  const searched = searchedParts(criteria, achievements)
  return {
    credential,
    generation: generationOf(credential.format),
    criteria,
    levels: levelsOf(credential, searched),
    workload: workloadOf(credential, searched),
    alignmentKinds: achievements.map(({ alignments }) =>
      alignments.map((alignment) => recogniseAlignment(alignment).kind),
    ),
    extensions: extensionsOf(credential),
  }
}

function extensionsOf({ achievements, extensions, issuer }: Credential): PlacedExtension[] {
  return [
    ...achievements.flatMap((item, index) =>
      placed(item.extensions, 'achievement', ofAchievement(index, achievements)),
    ),
    ...placed(extensions, 'credential'),
    ...placed(issuer.extensions, 'issuer'),
  ]
}

function placed(
  extensions: Extension[] = [],
  on: ExtensionHolder,
  ordinal: Ordinal = {},
): PlacedExtension[] {
  return extensions.map(({ type, values }) => ({
    // What stands in an extension was read from JSON, and nothing else.
    values: values as Record<string, JsonValue>,
    source: { place: 'extension', type, on, ...ordinal },
  }))
}

/** Of all criteria of a credential, in UTF-16 code units: a book, and read in a few milliseconds. */
const MOST_CRITERIA = 100_000
/** More languages than anybody writes criteria in. */
const MOST_LANGUAGES = 10

const NO_CRITERIA: CriteriaText = { structured: false, sections: [], plain: '' }

/** Of criteria in several languages those that name the most descriptors; of equal ones the first. */
function criteriaOf(
  { criteria }: Achievement,
  most: number,
): { text: CriteriaText; length: number } {
  let best = NO_CRITERIA
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
