import { expect, test } from 'vitest'
import { offlineFirst } from '../../../../src/background/esco/offline-first'
import type { EscoAnswer, EscoLookup } from '../../../../src/verifier/alignments/esco-lookup'

const SOURCE = { version: '1.2.0', asOf: '2026-01-01T00:00:00.000Z' } as const
const NO_WAY = { get: () => Promise.reject(new Error('the network is closed')) }

function lookup(state: 'unknown' | 'not-found', source: 'offline' | 'api') {
  const asked: string[] = []
  const answer: EscoAnswer = state === 'unknown' ? { state } : { state, source, ...SOURCE }
  const looks: EscoLookup = {
    concept: (uri) => (asked.push(uri), Promise.resolve(answer)),
    labelled: (text) => (
      asked.push(text),
      Promise.resolve(
        state === 'unknown' ? { state } : { state: 'answered', concepts: [], source, ...SOURCE },
      )
    ),
  }
  return { ...looks, asked }
}

test('what the index answers is asked of nobody', async () => {
  const live = lookup('not-found', 'api')
  const both = offlineFirst(() => Promise.resolve(lookup('not-found', 'offline')), live)
  expect(await both.concept('a', 'en', NO_WAY)).toMatchObject({ source: 'offline' })
  expect(await both.labelled('b', 'en', NO_WAY)).toMatchObject({ source: 'offline' })
  expect(live.asked).toEqual([])
})

test('what the index does not cover is asked', async () => {
  const live = lookup('not-found', 'api')
  const both = offlineFirst(() => Promise.resolve(lookup('unknown', 'offline')), live)
  expect(await both.concept('a', 'en', NO_WAY)).toMatchObject({ source: 'api' })
  expect(await both.labelled('b', 'en', NO_WAY)).toMatchObject({ source: 'api' })
  expect(live.asked).toEqual(['a', 'b'])
})

test('without an index all is asked', async () => {
  const live = lookup('not-found', 'api')
  const both = offlineFirst(() => Promise.resolve(undefined), live)
  expect(await both.concept('a', 'en', NO_WAY)).toMatchObject({ source: 'api' })
  expect(await both.labelled('b', 'en', NO_WAY)).toMatchObject({ source: 'api' })
})
