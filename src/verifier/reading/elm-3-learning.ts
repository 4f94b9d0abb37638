/**
 * Assessments and activities. Issuers put them at the claim (`provenBy`, `influencedBy`), or at its
 * specification, or at both: the assessment and what was to be assessed, which is then read with it.
 */
import type { Assessment, LearningActivity } from '../credential'
import type { JsonObject } from '../verification'
import { conceptName, conceptNames, eachOnce, noteTexts } from './elm-3-concepts'
import type { Nodes } from './elm-3-nodes'
import { asId, asString, asStrings, asText, compact } from './json-values'

export function readAssessments(of: Nodes, claim: JsonObject, specs: JsonObject[]): Assessment[] {
  return heldBy(of, claim, specs, 'provenBy').map((assessment) => {
    const { title, dcType, grade, issued } = assessment
    const own = of(assessment.specifiedBy)
    const [verified] = [assessment, ...own].flatMap((one) => of(one.idVerification))
    return compact<Assessment>({
      id: asId(assessment),
      title: asText(title) ?? own.map((spec) => asText(spec.title)).find(Boolean),
      types: eachOnce(
        [dcType, ...own.map((spec) => spec.dcType)].flatMap((type) => conceptNames(of, type)),
      ),
      grade: noteTexts(of, grade)[0],
      idVerification: verified && conceptName(verified),
      date: asString(issued),
    })
  })
}

export function readActivities(
  of: Nodes,
  claim: JsonObject,
  specs: JsonObject[],
): LearningActivity[] {
  return heldBy(of, claim, specs, 'influencedBy').map((activity) => {
    const both = [activity, ...of(activity.specifiedBy)]
    const firstText = (name: string) => both.map((one) => asText(one[name])).find(Boolean)
    const names = (name: string) => eachOnce(both.flatMap((one) => conceptNames(of, one[name])))
    return compact<LearningActivity>({
      id: asId(activity),
      title: firstText('title'),
      description: firstText('description'),
      types: names('dcType'),
      modes: names('mode'),
      workload: both.flatMap(({ workload, volumeOfLearning }) => [
        ...asStrings(workload),
        ...asStrings(volumeOfLearning),
      ]),
    })
  })
}

/** What the claim holds, then what its specification holds beyond that; each once, with its parts. */
function heldBy(
  of: Nodes,
  claim: JsonObject,
  specs: JsonObject[],
  property: 'provenBy' | 'influencedBy',
): JsonObject[] {
  const own = withParts(of, of(claim[property]))
  const read = new Set(own.flatMap((one) => [one, ...of(one.specifiedBy)]).map(keyOf))
  const further = withParts(
    of,
    specs.flatMap((spec) => of(spec[property])),
  )
  return [...own, ...further.filter((one) => !read.has(keyOf(one)))]
}

/** Of one claim. */
const MOST_HELD = 20

function withParts(of: Nodes, whole: JsonObject[]): JsonObject[] {
  const found = new Set<JsonObject>()
  const pending = whole.toReversed()
  for (let one = pending.pop(); one !== undefined && found.size < MOST_HELD; one = pending.pop()) {
    if (found.has(one)) continue
    found.add(one)
    pending.push(...of(one.hasPart).toReversed())
  }
  return [...found]
}

function keyOf(node: JsonObject): JsonObject | string {
  return asId(node) ?? node
}
