import { escoAnswers } from '../../platform/esco-database'
import type { KeptEscoAnswer } from '../../platform/esco-shapes'
import {
  labelKey,
  type EscoAnswer,
  type EscoConcept,
  type EscoLabelAnswer,
  type EscoLookup,
  type EscoSource,
  type EscoWay,
} from '../../verifier/alignments/esco-lookup'
import {
  conceptAddresses,
  ESCO_VERSION,
  escoLanguage,
  readConcept,
  readPage,
  searchAddress,
} from './api'
import type { EscoClock, EscoLine } from './esco-line'

/** A version of ESCO does not change; this is for what we, or the API, understood wrongly. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** Time that all look-ups of one badge may take together; what is left is unchecked. */
const PATIENCE_MS = 10_000
/** Results that a label is looked for among; the API finds alike ones as well. */
const RESULTS = 100

export interface LiveOptions {
  line: EscoLine
  clock: EscoClock
  /** BCP 47 tag of the interface. */
  language: string
  /** Nothing of a private window may be kept. */
  private: boolean
}

/** Asks the public API, or what it said not long ago. One per badge: its patience is the badge's. */
export class LiveLookup implements EscoLookup {
  #until: number | undefined

  constructor(private readonly options: LiveOptions) {}

  async concept(uri: string, _language: string, way: EscoWay): Promise<EscoAnswer> {
    const id = `${ESCO_VERSION} ${uri}`
    const kept = (await this.#kept(id)) ?? (await this.#askConcept(id, uri, way))
    if (!kept) return { state: 'unknown' }
    const [concept] = kept.concepts
    const source = sourceOf(kept)
    if (!concept) return { state: 'not-found', ...source }
    const { labels } = concept
    const label = labels[escoLanguage(this.options.language)] ?? concept.label
    return {
      state: kept.obsolete ? 'obsolete' : 'found',
      concept: { ...concept, label },
      ...source,
    }
  }

  async labelled(text: string, language: string, way: EscoWay): Promise<EscoLabelAnswer> {
    const asked = escoLanguage(language)
    const id = `${ESCO_VERSION} ${asked} ${labelKey(text)}`
    const kept = (await this.#kept(id)) ?? (await this.#askLabel(id, text, asked, way))
    return kept
      ? { state: 'answered', concepts: kept.concepts, ...sourceOf(kept) }
      : { state: 'unknown' }
  }

  // ── asking ────────────────────────────────────────────────────────────────────────────────────

  async #askConcept(id: string, uri: string, way: EscoWay): Promise<KeptEscoAnswer | undefined> {
    const language = escoLanguage(this.options.language)
    for (const address of conceptAddresses(uri, language)) {
      const reply = await this.#ask(address, way)
      if (reply.is === 'silent') return undefined
      if (reply.is === 'missing') continue
      const read = readConcept(reply.json, uri, language)
      if (!read) return undefined
      const { concept, obsolete } = read
      return this.#keep({ id, concepts: [concept], ...(obsolete && { obsolete: true }) })
    }
    return this.#keep({ id, concepts: [] })
  }

  async #askLabel(
    id: string,
    text: string,
    language: string,
    way: EscoWay,
  ): Promise<KeptEscoAnswer | undefined> {
    const concepts: EscoConcept[] = []
    for (const type of ['skill', 'occupation'] as const) {
      const page = { text, type, language, limit: RESULTS, offset: 0 }
      const reply = await this.#ask(searchAddress(page), way)
      const read = reply.is === 'json' ? readPage(reply.json, language) : undefined
      if (!read) return undefined
      const same = read.entries.filter(
        ({ kind, label }) => kind !== 'group' && labelKey(label) === labelKey(text),
      )
      // It may be among those that were not shown.
      if (same.length === 0 && read.total > RESULTS) return undefined
      concepts.push(
        ...same.map(({ uri, kind, label }) => ({
          uri,
          kind,
          label,
          labels: { [language]: label },
        })),
      )
    }
    return this.#keep({ id, concepts })
  }

  #ask(url: string, way: EscoWay) {
    this.#until ??= this.options.clock.now() + PATIENCE_MS
    return this.options.line.ask(url, way, { until: this.#until })
  }

  // ── keeping ───────────────────────────────────────────────────────────────────────────────────

  async #kept(id: string): Promise<KeptEscoAnswer | undefined> {
    const kept = await escoAnswers.get(id).catch(() => undefined)
    const age = kept && this.options.clock.now() - kept.savedAt
    return age !== undefined && age >= 0 && age < KEPT_MS ? kept : undefined
  }

  async #keep(answer: Omit<KeptEscoAnswer, 'savedAt'>): Promise<KeptEscoAnswer> {
    const kept = { ...answer, savedAt: this.options.clock.now() }
    if (!this.options.private) await escoAnswers.put(kept).catch(console.error)
    return kept
  }
}

function sourceOf({ savedAt }: KeptEscoAnswer): EscoSource {
  return { version: ESCO_VERSION, source: 'api', asOf: new Date(savedAt).toISOString() }
}
