/**
 * Stands in for the public API of ESCO, in its shapes and with its moods: a search counts its offset in
 * pages, a version that is not selected is an old one, and a burst of requests is answered with 500.
 */
import { labelKey } from '../../src/verifier/alignments/esco-lookup'
import type { EscoEntry } from '../../src/verifier/alignments/esco-index/entry'
import { escoConcepts, VERSION } from './concepts'

export interface StandInOptions {
  entries?: EscoEntry[]
  /** Every so-manieth request is answered with 500, as if it came in a burst. */
  failEvery?: number
  /** Milliseconds that an answer takes; another request in that time is a burst. */
  takes?: number
}

interface Searched {
  entry: EscoEntry
  key: string
}

export class EscoStandIn {
  /** Every request, in order; also those that nobody answered. */
  readonly log: URL[] = []
  /** Answers that were 500. */
  failures = 0
  /** Switched off, it is not there. */
  on = true
  failEvery: number
  takes: number
  readonly #byType: ReadonlyMap<string, Searched[]>
  readonly #byUri: ReadonlyMap<string, EscoEntry>
  #busy = 0

  constructor({ entries = escoConcepts(), failEvery = 0, takes = 0 }: StandInOptions = {}) {
    const current = entries.filter(({ obsolete }) => !obsolete)
    const searched = current.map((entry) => ({ entry, key: labelKey(entry.label) }))
    this.#byType = new Map(
      Object.keys(CLASSES).map((type) => [
        type,
        searched.filter(({ entry }) => typeOf(entry) === type),
      ]),
    )
    this.#byUri = new Map(entries.map((entry) => [entry.uri, entry]))
    this.failEvery = failEvery
    this.takes = takes
  }

  /** @throws TypeError where it is switched off, as `fetch` does */
  async answer(url: URL): Promise<Response> {
    this.log.push(url)
    if (!this.on) throw new TypeError('Failed to fetch')
    const isBurst = this.#busy > 0
    this.#busy++
    await new Promise((resolve) => setTimeout(resolve, this.takes))
    this.#busy--
    if (isBurst || (this.failEvery > 0 && this.log.length % this.failEvery === 0)) {
      this.failures++
      return json({ status: 500, error: 'Internal Server Error' }, 500)
    }
    return this.#answer(url)
  }

  #answer({ pathname, searchParams }: URL): Response {
    if (searchParams.get('selectedVersion') !== `v${VERSION}`) return missing()
    const language = searchParams.get('language') ?? 'en'
    const resource = /^\/esco\/api\/resource\/(skill|occupation|concept)$/.exec(pathname)
    if (resource) return this.#resource(resource[1] ?? '', searchParams.get('uri') ?? '', language)
    return pathname === '/esco/api/search' ? this.#search(searchParams, language) : missing()
  }

  #resource(type: string, uri: string, language: string): Response {
    const entry = this.#byUri.get(uri)
    return entry && typeOf(entry) === type ? json(resourceOf(entry, language)) : missing()
  }

  #search(query: URLSearchParams, language: string): Response {
    const text = labelKey(query.get('text') ?? '')
    const limit = Number(query.get('limit') ?? 20)
    const offset = Number(query.get('offset') ?? 0)
    const ofType = this.#byType.get(query.get('type') ?? '') ?? []
    const all = ofType.filter(({ key }) => key.includes(text)).map(({ entry }) => entry)
    const results = all.slice(offset * limit, (offset + 1) * limit)
    return json({
      ...{ total: all.length, limit, offset, language },
      _embedded: { results: results.map((entry) => resultOf(entry, language)) },
      _links: { self: { href: '' } },
    })
  }
}

function typeOf({ kind }: EscoEntry): string {
  return kind === 'occupation' ? 'occupation' : kind === 'group' ? 'concept' : 'skill'
}

const CLASSES: Record<string, string> = {
  skill: 'Skill',
  occupation: 'Occupation',
  concept: 'Concept',
}

function resultOf(entry: EscoEntry, language: string) {
  const { uri, label, kind } = entry
  const type = kind === 'knowledge' ? 'knowledge' : 'skill'
  return {
    className: CLASSES[typeOf(entry)] ?? '',
    ...{ uri, title: label },
    preferredLabel: { [language]: label },
    _links: {
      self: { href: '', uri, title: label },
      hasSkillType: [{ uri: `http://data.europa.eu/esco/skill-type/${type}`, title: type }],
    },
  }
}

function resourceOf(entry: EscoEntry, language: string) {
  return {
    ...resultOf(entry, language),
    description: { [language]: { literal: 'What it is.', mimetype: 'text/plain' } },
    status: entry.obsolete ? 'obsolete' : 'released',
  }
}

function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/hal+json' },
  })
}

function missing(): Response {
  return json({ logref: '404', message: 'Resource not found' }, 404)
}
