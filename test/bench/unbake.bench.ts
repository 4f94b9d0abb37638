import extractChunks from 'png-chunks-extract'
import { LIMITS } from '../../src/verifier/http/limits'
import { bakePng } from '../../src/verifier/unbake/bake'
import { unbakePng } from '../../src/verifier/unbake/png'
import { megabytePng } from './megabyte-png'

export interface BenchResult {
  name: string
  ours: number
  peer: number
  peerName: string
  unit: 'µs'
}

const PEER = 'png-chunks-extract'
const TEXT = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://issuer.example/assertions/1',
  narrative: 'x'.repeat(1_800),
})

/**
 * Finding the text of a 1 MB PNG, read and decoded, against a peer that only lists the chunks.
 * Microseconds, medians of many runs of each, taken in turns within this process.
 */
export function benchUnbake(): Promise<BenchResult[]> {
  const picture = megabytePng()
  const results = (['after-ihdr', 'before-iend'] as const).map((position) => {
    const file = bakePng(picture, TEXT, { keyword: 'openbadges', position })
    const ours = (): void => {
      const result = unbakePng(file, LIMITS)
      if (!result.found || result.text !== TEXT) throw new Error('expected the baked text')
    }
    const peer = (): void => {
      if (!extractChunks(file).some(({ name }) => name === 'iTXt')) throw new Error('expected iTXt')
    }
    const where = position === 'after-ihdr' ? 'first' : 'last'
    return {
      name: `unbake a 1 MB PNG, text ${where}`,
      ...medians(ours, peer),
      peerName: PEER,
      unit: 'µs' as const,
    }
  })
  return Promise.resolve(results)
}

/** A run of ours is too short for the clock, so its samples are batches. */
function medians(ours: () => void, peer: () => void): { ours: number; peer: number } {
  const oursSamples: number[] = []
  const peerSamples: number[] = []
  sample(ours, 20_000)
  sample(peer, 10)
  for (let round = 0; round < 60; round++) {
    oursSamples.push(sample(ours, 500))
    peerSamples.push(sample(peer, 1))
  }
  return { ours: median(oursSamples), peer: median(peerSamples) }
}

/** Mean time of one of `times` runs, in microseconds. */
function sample(run: () => void, times: number): number {
  const started = performance.now()
  for (let time = 0; time < times; time++) run()
  return ((performance.now() - started) * 1_000) / times
}

function median(samples: number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
