/** A small ESCO, and one that answers nothing. */
import {
  labelKey,
  type EscoConcept,
  type EscoLookup,
  type EscoSource,
} from '../../../../src/verifier/alignments/esco-lookup'

export const SOURCE: EscoSource = {
  version: '1.2.0',
  source: 'offline',
  asOf: '2026-01-01T00:00:00.000Z',
}
const BASE = 'http://data.europa.eu/esco'
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const WELD = `${BASE}/skill/${id(1)}`
export const OLD = `${BASE}/skill/${id(2)}`
export const WELDER = `${BASE}/occupation/${id(3)}`
export const TWIN_A = `${BASE}/skill/${id(4)}`
export const TWIN_B = `${BASE}/occupation/${id(5)}`
export const MISSING = `${BASE}/skill/${id(9)}`

interface Known extends EscoConcept {
  obsolete?: true
}

const CONCEPTS: Known[] = [
  {
    uri: WELD,
    kind: 'skill',
    label: 'weld metal',
    labels: { en: 'weld metal', de: 'Metall schweißen' },
  },
  { uri: OLD, kind: 'skill', label: 'use a forge', labels: { en: 'use a forge' }, obsolete: true },
  { uri: WELDER, kind: 'occupation', label: 'welder', labels: { en: 'welder' } },
  { uri: TWIN_A, kind: 'knowledge', label: 'twins', labels: { en: 'twins' } },
  { uri: TWIN_B, kind: 'occupation', label: 'twins', labels: { en: 'twins' } },
]

export interface FakeEsco extends EscoLookup {
  asked: string[]
}

export function fakeEsco(): FakeEsco {
  const asked: string[] = []
  return {
    asked,
    concept(uri) {
      asked.push(uri)
      const known = CONCEPTS.find((concept) => concept.uri === uri)
      if (!known) return Promise.resolve({ state: 'not-found', ...SOURCE })
      const { obsolete, ...concept } = known
      return Promise.resolve({ state: obsolete ? 'obsolete' : 'found', concept, ...SOURCE })
    },
    labelled(text) {
      asked.push(text)
      const concepts = CONCEPTS.filter(
        ({ label, obsolete }) => !obsolete && labelKey(label) === labelKey(text),
      )
      return Promise.resolve({ state: 'answered', concepts, ...SOURCE })
    },
  }
}

/** Nobody can be reached. */
export const SILENT: EscoLookup = {
  concept: () => Promise.resolve({ state: 'unknown' }),
  labelled: () => Promise.resolve({ state: 'unknown' }),
}

export const FAILING: EscoLookup = {
  concept: () => Promise.reject(new Error('broken')),
  labelled: () => {
    throw new Error('broken')
  },
}
