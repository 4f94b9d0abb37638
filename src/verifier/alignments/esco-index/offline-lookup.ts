import type {
  EscoAnswer,
  EscoConcept,
  EscoLabelAnswer,
  EscoLookup,
  EscoSource,
} from '../esco-lookup'
import type { EscoEntry } from './entry'
import type { EscoIndex } from './esco-index'

const UNKNOWN = { state: 'unknown' } as const

/** Looks up in an index on this machine: nobody is asked. What it does not cover is unknown. */
export function offlineLookup(index: EscoIndex): EscoLookup {
  const { version, language, made } = index.info
  const source: EscoSource = { version, source: 'offline', asOf: made }
  return {
    concept(uri): Promise<EscoAnswer> {
      const entry = index.byUri(uri)
      if (!entry)
        return Promise.resolve(index.covers(uri) ? { state: 'not-found', ...source } : UNKNOWN)
      const state = entry.obsolete ? 'obsolete' : 'found'
      return Promise.resolve({ state, concept: conceptOf(entry, language), ...source })
    },
    labelled(text): Promise<EscoLabelAnswer> {
      const concepts = index.byLabel(text).map((entry) => conceptOf(entry, language))
      if (concepts.length === 0 && !index.coversLabels) return Promise.resolve(UNKNOWN)
      return Promise.resolve({ state: 'answered', concepts, ...source })
    },
  }
}

function conceptOf({ uri, kind, label }: EscoEntry, language: string): EscoConcept {
  return { uri, kind, label, labels: { [language]: label } }
}
