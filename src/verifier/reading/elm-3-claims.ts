/** Claims of the European Learning Model → achievements, each with what it consists of behind it. */
import type { Achievement, Learning, Result, Text } from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { readAlignments } from './elm-3-alignments'
import { conceptNames, eachOnce, languageOf, noteTexts, present } from './elm-3-concepts'
import { readActivities, readAssessments } from './elm-3-learning'
import type { Nodes } from './elm-3-nodes'
import { readAccreditations, readOrganisation } from './elm-3-organisation'
import { asId, asStrings, asText, compact, typesOf } from './json-values'

type Maybe = JsonValue | undefined

/** Of one credential, those inside others included. */
const MOST_CLAIMS = 50

/**
 * The claims of a person: learning achievements, activities, assessments and entitlements, and what they
 * consist of (`hasPart`), the whole before its parts.
 */
export function readClaims(of: Nodes, hasClaim: Maybe): Achievement[] {
  return claimsOf(of, hasClaim).map((claim) => readClaim(of, claim))
}

/** One by one, so that neither depth nor a circle of names costs more than the bound. */
function claimsOf(of: Nodes, hasClaim: Maybe): JsonObject[] {
  const found = new Set<JsonObject>()
  const pending = of(hasClaim).toReversed()
  for (let claim = pending.pop(); claim !== undefined; claim = pending.pop()) {
    if (found.size >= MOST_CLAIMS) break
    if (found.has(claim)) continue
    found.add(claim)
    pending.push(...of(claim.hasPart).toReversed())
  }
  return [...found]
}

function readClaim(of: Nodes, claim: JsonObject): Achievement {
  const specs = of(claim.specifiedBy)
  const learning = readLearning(of, claim, specs)
  const ofSpec = (name: string) => specs.map((spec) => asText(spec[name])).find(Boolean)
  return compact<Achievement>({
    id: asId(claim),
    types: typesOf(claim),
    name: asText(claim.title) ?? ofSpec('title'),
    description: asText(claim.description) ?? ofSpec('description'),
    alignments: readAlignments(of, specs),
    tags: [],
    language: specs.flatMap((spec) => of(spec.language)).map(languageOf)[0],
    resultDescriptions: learning.assessments.flatMap(({ id, title }) =>
      id === undefined ? [] : [{ id, ...(title && { name: title }) }],
    ),
    learning,
  })
}

function readLearning(of: Nodes, claim: JsonObject, specs: JsonObject[]): Learning {
  const awarding = of(claim.awardedBy).flatMap(({ awardingBody }) => of(awardingBody))
  const both = [claim, ...specs]
  const inSpecs = <Value>(read: (spec: JsonObject) => Value[]): Value[] => specs.flatMap(read)
  return {
    awardedBy: awarding.map((body) => readOrganisation(of, body)),
    outcomes: inSpecs((spec) => readOutcomes(of, spec)),
    workload: [
      ...inSpecs(({ volumeOfLearning }) => asStrings(volumeOfLearning)),
      ...asStrings(claim.workload),
    ],
    modes: eachOnce(inSpecs(({ mode }) => conceptNames(of, mode))),
    assessments: readAssessments(of, claim, specs),
    activities: readActivities(of, claim, specs),
    entitlements: eachOnce(titlesAt(of, both, 'entitlesTo')),
    accreditations: [
      ...inSpecs(({ accreditation }) => readAccreditations(of, accreditation)),
      ...awarding.flatMap(({ accreditation }) => readAccreditations(of, accreditation)),
    ],
    entryRequirements: inSpecs(({ entryRequirement }) => noteTexts(of, entryRequirement)),
    parts: eachOnce([...titlesAt(of, both, 'hasPart'), ...titlesAt(of, both, 'isPartOf')]),
    notes: both.flatMap(({ additionalNote }) => noteTexts(of, additionalNote)),
  }
}

/** LearningOutcome one by one, and the summary of all of them that a specification may have. */
function readOutcomes(
  of: Nodes,
  { learningOutcome, learningOutcomeSummary }: JsonObject,
): Learning['outcomes'] {
  const listed = of(learningOutcome).map((outcome) =>
    compact<Learning['outcomes'][number]>({
      id: asId(outcome),
      title: asText(outcome.title),
      description: noteTexts(of, outcome.additionalNote)[0],
    }),
  )
  const summary = noteTexts(of, learningOutcomeSummary)
  return [...listed, ...summary.map((description) => ({ description }))]
}

function titlesAt(of: Nodes, holders: JsonObject[], property: string): Text[] {
  const held = holders.flatMap((holder) => of(holder[property]))
  return present(held.map(({ title }) => asText(title)))
}

/** The grades of all assessments, each in one of the languages in which it is stated. */
export function readGrades(achievements: Achievement[]): Result[] {
  return achievements
    .flatMap(({ learning }) => learning?.assessments ?? [])
    .flatMap(({ id, grade = {} }) => {
      const value = grade.en ?? Object.values(grade)[0]
      if (value === undefined) return []
      return [{ ...(id !== undefined && { resultDescription: id }), value, alignments: [] }]
    })
}
