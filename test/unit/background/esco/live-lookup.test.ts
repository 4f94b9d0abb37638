import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { LiveLookup, LiveOptions } from '../../../../src/background/esco/live-lookup'
import type { EscoLine } from '../../../../src/background/esco/esco-line'
import { EscoStandIn } from '../../../esco/stand-in'
import { FakeClock, GROUP, MISSING, OLD, SMALL, uuid, wayTo, WELD, WELDER } from './esco-rig'

let esco: EscoStandIn
let clock: FakeClock
let line: EscoLine
let lookup: (options?: Partial<LiveOptions>) => LiveLookup

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const { LiveLookup } = await import('../../../../src/background/esco/live-lookup')
  const { EscoLine } = await import('../../../../src/background/esco/esco-line')
  esco = new EscoStandIn({ entries: SMALL })
  clock = new FakeClock()
  line = new EscoLine(clock)
  lookup = (options = {}) =>
    new LiveLookup({ line, clock, language: 'en', private: false, ...options })
})

const API = { version: '1.2.0', source: 'api', asOf: '2026-06-01T12:00:00.000Z' }

describe('a concept', () => {
  test('is found, with its label, kind, version and age', async () => {
    expect(await lookup().concept(WELD.uri, 'en', wayTo(esco))).toEqual({
      state: 'found',
      concept: { ...WELD, labels: { en: 'weld metal' } },
      ...API,
    })
  })

  test('is asked for under the pinned version and the consent of the badge', async () => {
    const way = wayTo(esco)
    await lookup({ language: 'nl-BE' }).concept(WELD.uri, 'en', way)
    expect(way.asked).toMatchObject([{ host: 'ec.europa.eu', purpose: 'esco' }])
    expect(Object.fromEntries(esco.log[0]?.searchParams ?? [])).toEqual({
      ...{ uri: WELD.uri, language: 'nl', selectedVersion: 'v1.2.0' },
    })
  })

  test('is found among the groups, obsolete, or not there', async () => {
    const way = wayTo(esco)
    const state = async (uri: string) => (await lookup().concept(uri, 'en', way)).state
    expect(await state(OLD.uri)).toBe('obsolete')
    expect(await state(GROUP.uri)).toBe('found')
    expect(await state(WELDER.uri)).toBe('found')
    expect(await state(MISSING)).toBe('not-found')
  })

  test('is not asked for again, by another badge or another worker', async () => {
    await lookup().concept(WELD.uri, 'en', wayTo(esco))
    clock.time += 24 * 60 * 60 * 1000
    esco.on = false
    const again = await lookup().concept(WELD.uri, 'en', wayTo(esco))
    expect(again).toMatchObject({ state: 'found', ...API })
    expect(esco.log).toHaveLength(1)
  })

  test('is asked for again after a month', async () => {
    await lookup().concept(WELD.uri, 'en', wayTo(esco))
    clock.time += 31 * 24 * 60 * 60 * 1000
    await lookup().concept(WELD.uri, 'en', wayTo(esco))
    expect(esco.log).toHaveLength(2)
  })

  test('that a private window asked for is not kept', async () => {
    await lookup({ private: true }).concept(WELD.uri, 'en', wayTo(esco))
    await lookup().concept(WELD.uri, 'en', wayTo(esco))
    expect(esco.log).toHaveLength(2)
  })
})

describe('a label', () => {
  test.each([
    ['Weld  METAL', [WELD.uri]],
    ['welder', [WELDER.uri]],
    ['weld', []],
    ['forges', []],
    ['skills', []],
  ])('"%s" is that of %j', async (text, uris) => {
    const answer = await lookup().labelled(text, 'und', wayTo(esco))
    expect(answer).toMatchObject({ state: 'answered', ...API })
    expect('concepts' in answer && answer.concepts.map(({ uri }) => uri)).toEqual(uris)
  })

  test('that may be beyond what was shown is unknown', async () => {
    const alike = Array.from({ length: 120 }, (_, number) => ({
      ...WELD,
      ...{ uri: `http://data.europa.eu/esco/skill/${uuid(number + 20)}`, label: `weld ${number}` },
    }))
    const answer = await lookup().labelled('weld', 'en', wayTo(new EscoStandIn({ entries: alike })))
    expect(answer.state).toBe('unknown')
  })
})

describe('what nobody could ask is unknown, and asked for again', () => {
  test('because it was not allowed', async () => {
    const way = wayTo(esco, { allowed: false })
    expect((await lookup().concept(MISSING, 'en', way)).state).toBe('unknown')
    expect((await lookup().labelled('weld', 'en', way)).state).toBe('unknown')
    expect(way.needs).toMatchObject([{ host: 'ec.europa.eu', purpose: 'esco' }])
    expect(esco.log).toEqual([])
    expect((await lookup().concept(MISSING, 'en', wayTo(esco))).state).toBe('not-found')
  })

  test('because ESCO was not there', async () => {
    esco.on = false
    expect((await lookup().concept(MISSING, 'en', wayTo(esco))).state).toBe('unknown')
    esco.on = true
    expect((await lookup().concept(MISSING, 'en', wayTo(esco))).state).toBe('not-found')
  })

  test.each<[string, () => Response]>([
    ['of another concept', () => Response.json({ uri: MISSING, title: 'x' })],
    ['without a label', () => Response.json({ uri: WELD.uri })],
    ['of HTML', () => new Response('<html>')],
    ['of a list', () => Response.json([])],
    ['with 403', () => new Response('', { status: 403 })],
    ['with 400', () => new Response('', { status: 400 })],
    ['with 404, of HTML', () => new Response('<html>', { status: 404 })],
    ['with 404, of nothing', () => new Response('', { status: 404 })],
  ])('because the answer was one %s', async (_, answer) => {
    esco.answer = () => Promise.resolve(answer())
    expect((await lookup().concept(WELD.uri, 'en', wayTo(esco))).state).toBe('unknown')
    expect((await lookup().labelled('weld', 'en', wayTo(esco))).state).toBe('unknown')
  })

  test('because the badge has waited long enough', async () => {
    const one = lookup()
    await one.concept(WELD.uri, 'en', wayTo(esco))
    clock.time += 11_000
    expect((await one.concept(MISSING, 'en', wayTo(esco))).state).toBe('unknown')
    expect(esco.log).toHaveLength(1)
  })
})

describe('politeness', () => {
  test('one request at a time, whoever asks', async () => {
    esco.takes = 5
    const answers = await Promise.all(
      SMALL.map(({ uri }) => lookup().concept(uri, 'en', wayTo(esco))),
    )
    expect(answers.map(({ state }) => state)).not.toContain('unknown')
    expect(esco.failures).toBe(0)
  })

  test('longer and longer pauses after a 500, until it answers', async () => {
    let failing = 2
    const answer = esco.answer.bind(esco)
    esco.answer = (url) =>
      failing-- > 0 ? Promise.resolve(new Response('', { status: 500 })) : answer(url)
    expect((await lookup().concept(WELD.uri, 'en', wayTo(esco))).state).toBe('found')
    expect(clock.waits).toEqual([1_000, 2_000])
  })

  test('a rest after too many, for all badges, and then another try', async () => {
    esco.failEvery = 1
    expect((await lookup().concept(WELD.uri, 'en', wayTo(esco))).state).toBe('unknown')
    expect(esco.log).toHaveLength(4)
    expect((await lookup().concept(OLD.uri, 'en', wayTo(esco))).state).toBe('unknown')
    expect(esco.log).toHaveLength(4)
    esco.failEvery = 0
    clock.time += 61_000
    expect((await lookup().concept(WELD.uri, 'en', wayTo(esco))).state).toBe('found')
  })
})
