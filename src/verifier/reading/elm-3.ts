/**
 * European Digital Credential for Learning (European Learning Model 3) → Credential, on the VC data model
 * 1.1 or 2.0. European Learning Model 3.2, application profile EDC-Generic; property names are those of its
 * JSON-LD context, `http://data.europa.eu/snb/model/context/edc-ap`.
 */
import type { Credential, Evidence, ImageReference } from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { conceptName, languageOf } from './elm-3-concepts'
import { readClaims, readGrades } from './elm-3-claims'
import { readMedia } from './elm-3-media'
import { nodesOf, type Nodes } from './elm-3-nodes'
import { readAccreditations, readOrganisation } from './elm-3-organisation'
import { readPerson } from './elm-3-person'
import { asId, asString, asText, compact, typesOf } from './json-values'
import { validityOf } from './open-badges-3'

type Maybe = JsonValue | undefined

export function readElm3(document: JsonObject, format: string): Credential {
  const of = nodesOf(document)
  const [subject = {}] = of(document.credentialSubject)
  const [issuer = {}] = of(document.issuer)
  const displays = of(document.displayParameter)
  const achievements = readClaims(of, subject.hasClaim)
  const firstText = (name: string) => displays.map((one) => asText(one[name])).find(Boolean)
  return compact<Credential>({
    id: asId(document),
    format,
    types: typesOf(document),
    name: firstText('title') ?? asText(document.name),
    description: firstText('description') ?? asText(document.description),
    issuer: readOrganisation(of, issuer),
    achievements,
    recipient: readPerson(of, subject),
    issuedOn: asString(document.issued) ?? asString(document.issuanceDate),
    ...validityOf(document),
    evidence: of(document.evidence).map((one) => readEvidence(of, one)),
    image: displays.map((display) => readDisplay(of, display)).find(Boolean),
    results: readGrades(achievements),
    accreditations: accreditationsOf(of, issuer, document.evidence),
    endorsementCount: 0,
  })
}

/** The first page, in the language that the credential calls its own where there are several. */
function readDisplay(
  of: Nodes,
  { individualDisplay, primaryLanguage }: JsonObject,
): ImageReference | undefined {
  const primary = of(primaryLanguage).map(languageOf)[0]
  const inPrimary = (display: JsonObject) => of(display.language).map(languageOf)[0] === primary
  const displays = of(individualDisplay)
  const shown = displays.find(inPrimary) ?? displays[0]
  const [page] = of(shown?.displayDetail).toSorted((a, b) => pageOf(a) - pageOf(b))
  return readMedia(of, of(page?.image)[0])
}

function pageOf({ page }: JsonObject): number {
  return typeof page === 'number' ? page : Number.MAX_SAFE_INTEGER
}

/** Evidence (ELM 3): by default a mandate, that whoever sealed speaks for who awarded. */
function readEvidence(of: Nodes, evidence: JsonObject): Evidence {
  const { dcType, title, evidenceStatement } = evidence
  const [type] = of(dcType)
  const id = asId(evidence)
  return compact<Evidence>({
    id,
    url: id !== undefined && /^https?:/i.test(id) ? id : undefined,
    name: asText(title) ?? (type && conceptName(type)),
    narrative: asText(evidenceStatement),
  })
}

function accreditationsOf(of: Nodes, issuer: JsonObject, evidence: Maybe) {
  const found = [
    ...readAccreditations(of, issuer.accreditation),
    ...of(evidence).flatMap(({ accreditation }) => readAccreditations(of, accreditation)),
  ]
  return found.length > 0 ? found : undefined
}
