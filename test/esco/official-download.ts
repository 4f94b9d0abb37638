/** The CSV download of ESCO as the European Commission offers it: one file a kind, alone or in a zip. */
import { strToU8, zipSync } from 'fflate'
import type { EscoEntry } from '../../src/verifier/alignments/esco-index/entry'
import { VERSION } from './concepts'

const TYPES = {
  skill: 'KnowledgeSkillCompetence',
  knowledge: 'KnowledgeSkillCompetence',
  occupation: 'Occupation',
  group: 'SkillGroup',
} as const

export const ZIP_NAME = `ESCO dataset - v${VERSION} - classification - en - csv.zip`

/** Quoted texts, with line breaks in columns of no interest. */
export function escoCsv(entries: readonly EscoEntry[]): string {
  const rows = entries.map(({ kind, uri, label, obsolete }) => {
    const name = `"${label.replaceAll('"', '""')}"`
    const status = obsolete ? 'obsolete' : 'released'
    return `${TYPES[kind]},${uri},skill/competence,${name},"one\nother",${status}`
  })
  return ['conceptType,conceptUri,skillType,preferredLabel,altLabels,status', ...rows].join('\n')
}

export function escoZip(entries: readonly EscoEntry[]): Uint8Array {
  const of = (...kinds: string[]) =>
    strToU8(escoCsv(entries.filter(({ kind }) => kinds.includes(kind))))
  return zipSync({
    'skills_en.csv': of('skill', 'knowledge'),
    'occupations_en.csv': of('occupation'),
    'skillGroups_en.csv': of('group'),
  })
}
