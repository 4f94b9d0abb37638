/** One reader for each place in which a descriptor may stand (`descriptor-places.ts`). */
import { ofAchievement } from '../alignments/place'
import { asArray, asObjects, asString, asText } from '../reading/json-values'
import type { JsonValue } from '../verification'
import { fromAlignments, isAboutMore, isAboutQuality, isSameAlignment } from './alignment-readers'
import type { DescriptorId } from './descriptor-ids'
import type { Place } from './descriptor-places'
import type { DescriptorValue } from './descriptor-table'
import { LEARNING_READERS } from './learning-readers'
import { field, ofEach, type PlaceReader } from './place-reader'
import type { SourcePath } from './source-path'
import type { Subject } from './subject'
import { valuesOf, valuesOfText } from './values'

export const PLACE_READERS: Readonly<Record<Place, PlaceReader>> = {
  criteria: fromCriteria,
  'criteria-page': ofEach(({ criteria }, ordinal) =>
    valuesOf(criteria?.url, field('achievement.criteria.url', ordinal), 'url'),
  ),

  recipient: ({ credential: { recipient } }) => [
    ...valuesOf(recipient.id, field('recipient.id'), 'identity'),
    ...recipient.identities.flatMap(({ type, value, hashed }) => {
      const [text, kind] = hashed
        ? ([type || '?', 'hashed-identity'] as const)
        : ([value, 'identity'] as const)
      return valuesOf(text, field('recipient.identities'), kind)
    }),
  ],

  name: ofEach(({ name }, ordinal) => valuesOfText(name, field('achievement.name', ordinal))),
  description: ofEach(({ description }, ordinal) =>
    valuesOfText(description, field('achievement.description', ordinal)),
  ),
  language: ofEach(({ language }, ordinal) =>
    valuesOf(language, field('achievement.language', ordinal), 'language'),
  ),
  related: ofEach(({ related = [] }, ordinal) =>
    related.flatMap(({ id }) => valuesOf(id, field('achievement.related', ordinal), 'url')),
  ),

  issuer: ({ credential: { issuer } }) => {
    const names = valuesOfText(issuer.name, field('issuer.name'))
    return names.length > 0 ? names : valuesOf(issuer.id, field('issuer.id'), 'url')
  },
  creator: ofEach(({ creator }, ordinal) =>
    valuesOfText(creator?.name, field('achievement.creator', ordinal)),
  ),
  'institution-name': extension('InstitutionName', ({ InstitutionName }, source) =>
    valuesOf(asString(InstitutionName), source),
  ),
  'issuer-address': ({ credential: { issuer } }) =>
    valuesOf(issuer.country, field('issuer.country'), 'country'),
  'institution-country': extension('InstitutionCountry', ({ InstitutionCountry }, source) =>
    valuesOf(asString(InstitutionCountry), source, 'country'),
  ),

  date: ({ credential: { issuedOn, validFrom } }) =>
    issuedOn === undefined
      ? valuesOf(validFrom, field('validFrom'), 'date')
      : valuesOf(issuedOn, field('issuedOn'), 'date'),

  'learning-outcome-extension': extension('LearningOutcome', ({ LearningOutcome }, source) =>
    valuesOfText(asText(LearningOutcome), source),
  ),
  'outcome-alignments': (subject, ...more) =>
    fromAlignments((alignment, kind) => !isAboutMore(alignment, kind))(subject, ...more).filter(
      ({ source }) => !subject.levels.claims.some(({ at }) => isSameAlignment(at, source)),
    ),
  'skills-alignments': fromAlignments((_, kind) => kind === 'esco' || kind === 'digcomp'),
  'quality-alignments': fromAlignments(isAboutQuality),
  'outcome-results': ofEach(({ resultDescriptions }, ordinal) =>
    resultDescriptions.flatMap(({ name }, index) =>
      valuesOfText(name, { place: 'result-description', index: index + 1, ...ordinal }),
    ),
  ),
  'listed-outcomes': (_, __, valuesOfOther) => listed(valuesOfOther('learning-outcomes')),

  'level-claims': ({ levels, criteria }, descriptor) =>
    levels.claims
      .filter(({ at }) => !isInSectionOf(descriptor, at, criteria))
      .flatMap(({ asWritten, at }) => valuesOf(asWritten, at)),
  'workload-statements': statements(() => true),
  'credit-statements': statements((unit) => unit === 'ects' || unit === 'credits'),
  'ects-statements': statements((unit) => unit === 'ects'),

  'assessment-extension': extension('Assessment', ({ description, assessments }, source) => [
    ...valuesOfText(asText(description), source),
    ...asObjects(assessments).flatMap((one) => valuesOfText(asText(one.description), source)),
  ]),
  'issuer-accreditation': extension('IssuerAccreditation', ({ name }, source) =>
    valuesOfText(asText(name), source),
  ),
  endorsements: ({ credential: { endorsementCount } }) =>
    endorsementCount > 0
      ? valuesOf(String(endorsementCount), field('endorsementCount'), 'count')
      : [],
  'language-extension': extension('Language', ({ Language }, source) =>
    valuesOf(asString(Language), source, 'language'),
  ),

  results: fromResults,
  'grading-table': extension('GradingTable', ({ GradingTableURL }, source) =>
    valuesOf(asString(GradingTableURL), source, 'url'),
  ),
  'education-program': extension(
    'EducationProgramIdentifier',
    ({ EducationProgramIdentifier: ids }, source) =>
      asArray(ids).flatMap((id) =>
        typeof id === 'string' || typeof id === 'number' ? valuesOf(String(id), source) : [],
      ),
  ),
  evidence: ({ credential: { evidence } }) =>
    evidence.flatMap(({ url, name, narrative, description }, index) => {
      const source: SourcePath = { place: 'evidence', index: index + 1 }
      const words = [narrative, description, name].find((text) => text !== undefined)
      return [...valuesOf(url, source, 'url'), ...valuesOfText(words, source)]
    }),
  'structured-data': (_, __, valuesOfOther) => structured(valuesOfOther),

  ...LEARNING_READERS,
}

function fromCriteria(
  { credential: { achievements }, criteria }: Subject,
  descriptor: DescriptorId,
): DescriptorValue[] {
  const found: DescriptorValue[] = []
  for (const [index, { sections }] of criteria.entries())
    for (const section of sections)
      if (section.descriptor === descriptor) {
        const ordinal = ofAchievement(index, achievements)
        const source: SourcePath = { place: 'criteria', section: section.index, ...ordinal }
        found.push(...valuesOf(section.value, source))
      }
  return found
}

/** What the part itself says is shown as it stands. */
function isInSectionOf(
  descriptor: DescriptorId,
  at: SourcePath,
  criteria: Subject['criteria'],
): boolean {
  if (at.place !== 'criteria' || at.section === undefined) return false
  const { sections = [] } = criteria[(at.achievement ?? 1) - 1] ?? {}
  return sections[at.section - 1]?.descriptor === descriptor
}

function statements(
  counts: (unit: Subject['workload']['statements'][number]['unit']) => boolean,
): PlaceReader {
  return ({ workload, criteria }, descriptor) =>
    workload.statements
      .filter(({ unit, at }) => counts(unit) && !isInSectionOf(descriptor, at, criteria))
      .flatMap(({ asWritten, at }) => valuesOf(asWritten, at))
}

type ExtensionReader = (values: Record<string, JsonValue>, source: SourcePath) => DescriptorValue[]

/** The extension of a type, wherever it stands. */
function extension(type: string, read: ExtensionReader): PlaceReader {
  return ({ extensions }) =>
    extensions.length === 0
      ? []
      : extensions
          .filter(({ source }) => source.type === type)
          .flatMap(({ values, source }) => read(values, source))
}

function fromResults({ credential: { results, achievements } }: Subject): DescriptorValue[] {
  const levels = new Map(
    achievements.flatMap(({ resultDescriptions }) =>
      resultDescriptions.flatMap(({ levels: all = [] }) => all.map((level) => [level.id, level])),
    ),
  )
  return results.flatMap(({ value, status, achievedLevel }, index) => {
    const source: SourcePath = { place: 'result', index: index + 1 }
    if (value !== undefined) return valuesOf(value, source)
    const level = achievedLevel === undefined ? undefined : levels.get(achievedLevel)
    const names = valuesOfText(level?.name, source)
    return names.length > 0 ? names : valuesOf(level?.level ?? status, source)
  })
}

/** Two at least, each on a line or in an alignment of its own. */
function listed(outcomes: DescriptorValue[]): DescriptorValue[] {
  const items = outcomes.flatMap(({ clipped: _, ...outcome }) =>
    outcome.text
      .split(/[\n;；]/)
      .map((line) => line.replace(LEAD, ''))
      .flatMap((line) => valuesOf(line, outcome.source)),
  )
  return items.length > 1 ? items : []
}

const LEAD = /^\s*(?:-|\d{1,2}[.)）])?\s*/

/** What machines may use, and do not have to read out of a text. */
const STRUCTURED: readonly DescriptorId[] = [
  'learning-outcomes',
  'skills-framework',
  'level',
  'workload',
  'credit',
  'language',
  'grade',
  'issuer-country',
  'evidence',
]
/** Fewer are what every badge has. */
const RICH = 3

/** The first value of each descriptor that stands somewhere else than in the criteria. */
function structured(values: (descriptor: DescriptorId) => DescriptorValue[]): DescriptorValue[] {
  const found = STRUCTURED.map((descriptor) =>
    values(descriptor).find(({ source }) => source.place !== 'criteria'),
  ).filter((value) => value !== undefined)
  return found.length >= RICH ? found : []
}
