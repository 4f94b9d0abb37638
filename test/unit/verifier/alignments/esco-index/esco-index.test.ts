import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { encodeIndex } from '../../../../../src/verifier/alignments/esco-index/encode-index'
import {
  EscoIndexError,
  type EscoEntry,
} from '../../../../../src/verifier/alignments/esco-index/entry'
import type { EscoIndex } from '../../../../../src/verifier/alignments/esco-index/esco-index'
import { sha256 } from '../../../../../src/verifier/alignments/esco-index/layout'
import { loadIndex } from '../../../../../src/verifier/alignments/esco-index/load-index'
import { offlineLookup } from '../../../../../src/verifier/alignments/esco-index/offline-lookup'
import { generated } from '../../../../esco/concepts'
import { TIMEOUT, tries } from '../../robustness/runs'

const INFO = {
  version: '1.2.0',
  language: 'en',
  made: '2026-01-01T00:00:00.000Z',
  from: 'csv',
} as const
const BASE = 'http://data.europa.eu/esco/'
const uuid = (number: number) => `0000000${number}-0000-4000-8000-000000000000`

const WELD: EscoEntry = { uri: `${BASE}skill/${uuid(1)}`, kind: 'skill', label: 'weld Metal' }
const OLD: EscoEntry = {
  ...{ uri: `${BASE}skill/${uuid(2)}`, kind: 'skill', label: 'use a forge' },
  obsolete: true,
}
const WELDER: EscoEntry = {
  uri: `${BASE}occupation/${uuid(3)}`,
  kind: 'occupation',
  label: 'welder',
}
const GROUP: EscoEntry = { uri: `${BASE}isco/C7212`, kind: 'group', label: 'Welders' }
const TWINS: EscoEntry[] = [4, 5].map((number) => ({
  ...{ uri: `${BASE}skill/${uuid(number)}`, kind: 'knowledge', label: 'ﬁne ARTS' },
}))
const SKILLS: EscoEntry = { uri: `${BASE}skill/${uuid(6)}`, kind: 'group', label: 'skills' }
const SMALL = [WELD, OLD, WELDER, GROUP, SKILLS, ...TWINS]

const make = async (entries: EscoEntry[]) => loadIndex(await encodeIndex(entries, INFO))

describe('an index', () => {
  let index: EscoIndex
  beforeAll(async () => {
    index = await make(SMALL)
  })

  test('says what it was made from', () => {
    expect(index.info).toEqual({ ...INFO, concepts: SMALL.length })
  })

  test.each(SMALL)('finds $uri', (entry) => {
    expect(index.byUri(entry.uri)).toEqual(entry)
  })

  test.each([
    WELD.uri.replace('skill', 'occupation'),
    WELDER.uri.replace('occupation', 'skill'),
    WELD.uri.replace('http:', 'https:'),
    WELD.uri.toUpperCase(),
    `${WELD.uri}/`,
    `${BASE}isco/C721`,
    `${BASE}skill/${uuid(9)}`,
    `${BASE}skill/${'z'.repeat(36)}`,
    `${BASE}__proto__`,
    '',
  ])('does not find "%s"', (uri) => {
    expect(index.byUri(uri)).toBeUndefined()
  })

  test.each(['weld metal', 'WELD METAL', 'ｗｅｌｄ　ｍｅｔａｌ', ' weld  metal '])(
    'finds the label "%s"',
    (text) => {
      expect(index.byLabel(text)).toEqual([WELD])
    },
  )

  test('gives every concept of one label', () => {
    expect(index.byLabel('fine arts')).toHaveLength(2)
  })

  test.each(['weld', 'weld metals', 'use a forge', 'welders', '', ' ', 'x'.repeat(10_000)])(
    'has no current skill or occupation called "%.20s"',
    (text) => {
      expect(index.byLabel(text)).toEqual([])
    },
  )

  test('answers without asking anybody', async () => {
    const lookup = offlineLookup(index)
    const way = { get: () => Promise.reject(new Error('the network is closed')) }
    const source = { version: '1.2.0', source: 'offline', asOf: INFO.made }
    expect(await lookup.concept(WELD.uri, 'en', way)).toMatchObject({ state: 'found', ...source })
    expect(await lookup.concept(OLD.uri, 'en', way)).toMatchObject({ state: 'obsolete' })
    expect(await lookup.concept(`${BASE}skill/${uuid(9)}`, 'en', way)).toEqual({
      state: 'not-found',
      ...source,
    })
    expect(await lookup.labelled('welder', 'en', way)).toMatchObject({
      ...{ state: 'answered', ...source },
      concepts: [{ uri: WELDER.uri, kind: 'occupation', labels: { en: 'welder' } }],
    })
  })
})

describe('an index of some files of ESCO', () => {
  const way = { get: () => Promise.reject(new Error('the network is closed')) }
  const stateOf = async (entries: EscoEntry[], uri: string) =>
    (await offlineLookup(await make(entries)).concept(uri, 'en', way)).state
  const missing = (folder: string) => `${BASE}${folder}/${uuid(9)}`

  test('does not say that others are not there', async () => {
    expect(await stateOf([WELDER], missing('skill'))).toBe('unknown')
    expect(await stateOf([WELD], missing('skill'))).toBe('unknown')
    expect(await stateOf([WELD, SKILLS], missing('skill'))).toBe('not-found')
    expect(await stateOf([WELD, SKILLS], missing('occupation'))).toBe('unknown')
    expect(await stateOf([WELDER], missing('occupation'))).toBe('not-found')
    expect(await stateOf([WELDER, GROUP], `${BASE}isco/C1`)).toBe('not-found')
    expect(await stateOf([WELDER, GROUP], `${BASE}isced-f/0611`)).toBe('unknown')
  })

  test('does not say that a label is nobody’s', async () => {
    const lookup = offlineLookup(await make([WELD, SKILLS]))
    expect((await lookup.labelled('welder', 'en', way)).state).toBe('unknown')
    expect((await lookup.labelled('weld metal', 'en', way)).state).toBe('answered')
  })
})

describe('at real scale', () => {
  const concepts = generated(17_000)
  let bytes: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    bytes = await encodeIndex(concepts, INFO)
  })

  test('it is small', () => {
    expect(bytes.length).toBeLessThan(600_000)
  })

  test('every concept is found by its URI, and by its label where it is current', async () => {
    const index = await loadIndex(bytes)
    for (const entry of concepts) {
      expect(index.byUri(entry.uri)).toEqual(entry)
      const isCurrent = !entry.obsolete && entry.kind !== 'group'
      expect(index.byLabel(entry.label)).toEqual(isCurrent ? [entry] : [])
    }
  })
})

describe('what is no concept', () => {
  test.each<EscoEntry[]>([
    [],
    [{ uri: 'https://evil.example/skill/1', kind: 'skill', label: 'a' }],
    [{ uri: `${BASE}skill/"><script>`, kind: 'skill', label: 'a' }],
    [{ uri: `${BASE}skill/a/b`, kind: 'skill', label: 'a' }],
    [{ ...WELD, label: ' ' }],
  ])('makes no index: %j', async (...entries) => {
    await expect(encodeIndex(entries, INFO)).rejects.toThrow(EscoIndexError)
  })

  test('a line break in a label moves no other label', async () => {
    const index = await make([{ ...WELD, label: 'weld\nmetal\r\n' }, WELDER])
    expect(index.byUri(WELD.uri)?.label).toBe('weld metal')
    expect(index.byUri(WELDER.uri)?.label).toBe('welder')
  })
})

describe('damaged bytes', () => {
  let bytes: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    bytes = await encodeIndex(SMALL, INFO)
  })

  test('cut off anywhere are an error', async () => {
    for (let length = 0; length < bytes.length; length++)
      await expect(loadIndex(bytes.slice(0, length))).rejects.toThrow(EscoIndexError)
  })

  test('with any bit turned are an error', async () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      await expect(loadIndex(damaged)).rejects.toThrow(EscoIndexError)
    }
  })

  test(
    'with a checksum that holds are an error or an index, and never another failure',
    async () => {
      const start = 40
      const property = fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - start - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(bytes.length - start),
        async (changes, length) => {
          const body = bytes.slice(start, length === 0 ? undefined : start + length)
          for (const [at, value] of changes) if (at < body.length) body[at] = value
          const forged = new Uint8Array(start + body.length)
          forged.set(bytes.subarray(0, 8))
          forged.set(await sha256(body), 8)
          forged.set(body, start)
          try {
            const index = await loadIndex(forged)
            for (const { uri, label } of SMALL) {
              index.byLabel(label)
              expect([undefined, uri]).toContain(index.byUri(uri)?.uri)
            }
          } catch (error) {
            expect(error).toBeInstanceOf(EscoIndexError)
          }
        },
      )
      await tries(property, 2_000)
    },
    TIMEOUT,
  )
})
