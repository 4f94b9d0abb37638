/**
 * ESCO at real scale: the concepts of a table (`esco/esco-index.tsv` in CORPUS_DIR) where there is one,
 * else as many that are made up, beside those that the demo's badges name. The dataset is not part of this
 * repository.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EscoEntry } from '../../src/verifier/alignments/esco-index/entry'
import { URI_BASE } from '../../src/verifier/alignments/esco-index/layout'
import type { EscoKind } from '../../src/verifier/alignments/esco-lookup'

const FILE = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'esco', 'esco-index.tsv')

export const VERSION = '1.2.0'

export function escoConcepts(): EscoEntry[] {
  return existsSync(FILE)
    ? readTable(readFileSync(FILE, 'utf8'))
    : [...generated(18_543), ...NAMED_BY_BADGES]
}

/** What `described-fully` points at, so that it has every state of ESCO with and without a table. */
const NAMED_BY_BADGES: EscoEntry[] = [
  skill('perform data analysis', '2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f'),
  skill('data visualisation software', '65e58886-bd1e-4c5b-8ca5-8d9b353c8aa1'),
  skill('circular economy', '22c45bf7-e52b-475f-847b-c32a87f65a5d'),
  {
    ...skill('work in an economically efficient manner', '03ae1add-eecd-46b1-8117-742b4d7666d4'),
    obsolete: true,
  },
]

function skill(label: string, id: string): EscoEntry {
  return { uri: `${URI_BASE}skill/${id}`, kind: 'skill', label }
}

const KINDS: Record<string, EscoKind> = {
  skill: 'skill',
  occupation: 'occupation',
  skillgroup: 'group',
  isco: 'group',
}

/** Columns: id, kind, status (`retired<…` for what is no more), code, English label. */
function readTable(text: string): EscoEntry[] {
  const [, ...lines] = text.trim().split('\n')
  return lines.map((line) => {
    const [id = '', column = '', status = '', , label = ''] = line.split('\t')
    const kind = KINDS[column] ?? 'group'
    const folder = kind === 'occupation' ? 'occupation' : 'skill'
    return {
      uri: URI_BASE + (id.includes('/') ? id : `${folder}/${id}`),
      ...{ kind, label },
      ...(status.startsWith('retired') && { obsolete: true as const }),
    }
  })
}

const VERBS = ['manage', 'repair', 'teach', 'design', 'analyse', 'operate', 'assess', 'document']
const THINGS = ['machines', 'data', 'lessons', 'bridges', 'budgets', 'patients', 'forests', 'ships']

/** Made up, but always the same: labels of about the length that real ones have. */
export function generated(count: number): EscoEntry[] {
  return Array.from({ length: count }, (_, number) => {
    const kind = KIND_OF[number % KIND_OF.length] ?? 'skill'
    const folder = kind === 'occupation' ? 'occupation' : 'skill'
    const verb = VERBS[number % VERBS.length] ?? ''
    const thing = THINGS[Math.floor(number / VERBS.length) % THINGS.length] ?? ''
    return {
      uri: `${URI_BASE}${folder}/${uuid(number)}`,
      ...{ kind, label: `${verb} ${thing} of kind ${number.toString(36)}` },
      ...(number % 60 === 59 && { obsolete: true as const }),
    }
  })
}

const KIND_OF: EscoKind[] = ['skill', 'skill', 'knowledge', 'skill', 'occupation', 'group']

/** As random as a UUID must look, so that no index is smaller than a real one. */
function uuid(number: number): string {
  let state = (number + 1) * 2_654_435_761
  const hex = Array.from({ length: 4 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) ^ (state >>> 13)) >>> 0
    return state.toString(16).padStart(8, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
}
