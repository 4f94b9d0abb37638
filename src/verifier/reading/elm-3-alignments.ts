/** What a specification of the European Learning Model points at, as alignments: levels, credit, skills, fields. */
import type { Alignment } from '../credential'
import type { JsonObject } from '../verification'
import { conceptName } from './elm-3-concepts'
import type { Nodes } from './elm-3-nodes'
import { asId, asNumber, asString, asText, compact } from './json-values'

/** @param specs what `specifiedBy` of a claim holds */
export function readAlignments(of: Nodes, specs: JsonObject[]): Alignment[] {
  return specs.flatMap((spec) => [
    ...of(spec.eqfLevel).map((level) => aligned(level, 'European Qualifications Framework (EQF)')),
    ...of(spec.nqfLevel).map((level) => aligned(level, 'NQF')),
    ...of(spec.creditPoint).map((credit) => creditAlignment(of, credit)),
    ...of(spec.learningOutcome).flatMap((outcome) => [
      ...of(outcome.relatedESCOSkill).map((skill) => aligned(skill)),
      ...of(outcome.relatedSkill).map((skill) => aligned(skill)),
    ]),
    ...of(spec.thematicArea).map((field) => aligned(field)),
  ])
}

/** @param framework where the property says which one is meant, and the concept need not */
function aligned(concept: JsonObject, framework?: string): Alignment {
  return compact<Alignment>({
    targetUrl: asId(concept),
    targetName: asText(concept.prefLabel),
    targetFramework: framework,
  })
}

/** CreditPoint: so many points of a framework, which is told by its URI. */
function creditAlignment(of: Nodes, { framework, point }: JsonObject): Alignment {
  const [system] = of(framework)
  const number = asNumber(point)
  return compact<Alignment>({
    targetUrl: system && asId(system),
    targetFramework: Object.values((system && conceptName(system)) ?? {})[0],
    targetCode: number === undefined ? asString(point) : String(number),
  })
}
