import type { Achievement } from '../credential'
import { agreementOf } from './agreement'
import type { CriteriaText } from './criteria-reader'
import type { DescriptorId } from './descriptor-ids'
import { PLACES, type Place } from './descriptor-places'
import {
  MOST_VALUES,
  type DescriptorNote,
  type DescriptorRow,
  type DescriptorState,
  type DescriptorTable,
  type DescriptorValue,
} from './descriptor-table'
import { explanationOf } from './explanations'
import type { DescriptorFramework } from './framework'
import { FRAMEWORKS } from './frameworks'
import { PLACE_READERS } from './place-readers'
import type { Subject } from './subject'

/** What one credential says of a descriptor, whoever asks for it. */
type Found = Pick<DescriptorRow, 'state' | 'values' | 'notes'>

/**
 * One table for each framework: what the credential says of each descriptor, as its own word, whatever a
 * verification found out. Keeps bounded texts.
 */
export function descriptorTables(
  subject: Subject,
  frameworks: readonly DescriptorFramework[] = FRAMEWORKS,
): DescriptorTable[] {
  const values = memo((descriptor: DescriptorId): DescriptorValue[] => {
    const found: DescriptorValue[] = []
    for (const place of PLACES[descriptor][subject.generation])
      for (const value of PLACE_READERS[place](subject, descriptor, values)) found.push(value)
    return found
  })
  const found = memo((descriptor: DescriptorId) => find(descriptor, values(descriptor), subject))
  return frameworks.map((framework) => fillTable(framework, found, subject))
}

function memo<Value>(make: (id: DescriptorId) => Value): (id: DescriptorId) => Value {
  const made = new Map<DescriptorId, Value>()
  return (id) => {
    const before = made.get(id)
    if (before !== undefined) return before
    const value = make(id)
    made.set(id, value)
    return value
  }
}

function fillTable(
  framework: DescriptorFramework,
  found: (descriptor: DescriptorId) => Found,
  subject: Subject,
): DescriptorTable {
  const { id, document, section, url, elements, explanations = [] } = framework
  const rows = elements.map(({ descriptor, obligation }): DescriptorRow => {
    const { state, values, notes } = found(descriptor)
    return { descriptor, obligation, group: PLACES[descriptor].group, state, values, notes }
  })
  return {
    framework: { id, document, section, ...(url !== undefined && { url }) },
    rows,
    explanations: explanations.map((explanation) => explanationOf(explanation, subject)),
    completeness: completenessOf(rows),
  }
}

function find(descriptor: DescriptorId, values: DescriptorValue[], subject: Subject): Found {
  const { contradictory, notes } = agreementOf(descriptor, values, subject)
  const state = contradictory ? 'contradictory' : stateOf(descriptor, values, subject)
  return {
    state,
    values: values.slice(0, MOST_VALUES),
    notes: [
      ...notes,
      ...(values.length > MOST_VALUES ? (['more-values'] as const) : []),
      ...(state === 'missing' ? whereItMayBe(descriptor, subject) : []),
    ],
  }
}

function stateOf(
  descriptor: DescriptorId,
  values: DescriptorValue[],
  { criteria }: Subject,
): DescriptorState {
  if (values.length > 0) return 'present'
  const isNamed = criteria.some(({ sections }) =>
    sections.some((section) => section.descriptor === descriptor),
  )
  return isNamed ? 'empty' : 'missing'
}

/** Why what is missing may be there all the same. */
function whereItMayBe(
  descriptor: DescriptorId,
  { credential, generation, criteria }: Subject,
): DescriptorNote[] {
  const { issuer, achievements, notAwarded } = credential
  if (notAwarded && OF_AWARDS.has(descriptor)) return ['of-awards']
  const places = PLACES[descriptor][generation]
  const notes: DescriptorNote[] = []
  const isNamedOnly = issuer.name === undefined && issuer.types.length === 0
  if (isNamedOnly && places.some((place) => OF_ISSUERS.has(place))) notes.push('issuer-not-read')
  if (!places.includes('criteria')) return notes
  if (criteria.some(({ structured, plain }) => !structured && plain !== ''))
    notes.push('criteria-unstructured')
  if (achievements.some((one, index) => isOnPageOnly(one, criteria[index])))
    notes.push('criteria-not-read')
  return notes
}

function isOnPageOnly({ criteria }: Achievement, read: CriteriaText | undefined): boolean {
  return criteria?.url !== undefined && read?.plain === ''
}

/** Who has learnt what, when and how well. */
const OF_AWARDS: ReadonlySet<DescriptorId> = new Set([
  'learner-identification',
  'date-of-issuing',
  'grade',
  'evidence',
])

/** What stands in the profile of the issuer alone. */
const OF_ISSUERS: ReadonlySet<Place> = new Set([
  'issuer-address',
  'institution-country',
  'issuer-accreditation',
])

/** Where a framework demands nothing, what it recommends. What only an award can say is not demanded of a class. */
function completenessOf(rows: DescriptorRow[]): DescriptorTable['completeness'] {
  const demands = rows.some(({ obligation }) => obligation === 'mandatory')
  const obligation = demands ? 'mandatory' : 'recommended'
  const counted = rows.filter(
    (row) =>
      (row.obligation === obligation && !row.notes.includes('of-awards')) ||
      (row.obligation === 'mandatory-if-applicable' && row.state !== 'missing'),
  )
  const present = counted.filter(
    ({ state, notes }) => state === 'present' && !notes.includes('out-of-range'),
  ).length
  return { present, of: counted.length, obligation }
}
