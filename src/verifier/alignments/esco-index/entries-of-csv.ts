import type { EscoKind } from '../esco-lookup'
import { csvRows } from './csv'
import { EscoIndexError, type EscoEntry } from './entry'

/** `conceptType` in the files of ESCO's download. */
const KIND_OF_TYPE: ReadonlyMap<string, EscoKind> = new Map([
  ['KnowledgeSkillCompetence', 'skill'],
  ['Occupation', 'occupation'],
  ['SkillGroup', 'group'],
  ['ISCOGroup', 'group'],
])

const COLUMNS = ['conceptType', 'conceptUri', 'preferredLabel'] as const

/**
 * The concepts of one file of ESCO's CSV download (`skills_en.csv`, `occupations_en.csv`,
 * `skillGroups_en.csv`, `ISCOGroups_en.csv`). Columns are known by their names, in any order. Rows of
 * other things, and rows without a label, are passed over.
 *
 * @throws EscoIndexError where it is no such file
 */
export function* entriesOfCsv(text: string): Generator<EscoEntry> {
  const rows = csvRows(text)
  const first = rows.next()
  const header = first.done === true ? [] : first.value
  const place = new Map(header.map((name, index) => [name.trim(), index]))
  if (!COLUMNS.every((name) => place.has(name)))
    throw new EscoIndexError(`expected a file of ESCO with the columns ${COLUMNS.join(', ')}`)
  for (const row of rows) {
    const field = (name: string): string => row[place.get(name) ?? -1]?.trim() ?? ''
    const entry = entryOf(field)
    if (entry) yield entry
  }
}

/** As each concept writes its URI. */
const URI =
  /^http:\/\/data\.europa\.eu\/esco\/(?:skill|occupation|isco|isced-f)\/[0-9A-Za-z.-]{1,40}$/

function entryOf(field: (name: string) => string): EscoEntry | undefined {
  const kind = KIND_OF_TYPE.get(field('conceptType'))
  const [uri, label] = [field('conceptUri'), field('preferredLabel')]
  if (kind === undefined || label === '' || !URI.test(uri)) return undefined
  const isKnowledge = kind === 'skill' && field('skillType') === 'knowledge'
  const isObsolete = /^(obsolete|retired|deprecated)/i.test(field('status'))
  return {
    ...{ uri, label },
    kind: isKnowledge ? 'knowledge' : kind,
    ...(isObsolete && { obsolete: true }),
  }
}
