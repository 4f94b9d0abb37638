import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '../../../../src/verifier/http/limits'
import { unbake } from '../../../../src/verifier/unbake/unbake'
import { damagedFile } from './damaged-bytes'
import { judgeAnything } from './judge-anything'
import { tries, TIMEOUT } from './runs'
import { samples, type Samples } from './samples'

let genuine: Samples
beforeAll(async () => {
  genuine = await samples()
}, TIMEOUT)

/** Compressed text grows at most a thousandfold; a limit as small as this is met often. */
const SMALL = { ...LIMITS, imageBytes: 60_000, bakedTextBytes: 2_000, jsonBytes: 2_000 }

function unbakesWithin(bytes: Uint8Array): void {
  const result = unbake(bytes, SMALL)
  if (!result.found) return
  expect(result.text).not.toBe('')
  // Latin-1 text doubles where it is read into UTF-8.
  expect(new TextEncoder().encode(result.text).length).toBeLessThanOrEqual(4_000)
}

describe.each(['png', 'svg'] as const)('a damaged %s', (kind) => {
  it('is a report within the limits', { timeout: TIMEOUT }, async () => {
    expect(genuine[kind].length).toBeGreaterThan(0)
    const property = fc.asyncProperty(damagedFile(genuine[kind]), async (bytes) => {
      unbakesWithin(bytes)
      await judgeAnything({ bytes }, genuine.fetch)
    })
    await tries(property, 150)
  })
})

it('noise is a report', { timeout: TIMEOUT }, async () => {
  const starts = ['', '\x89PNG\r\n\x1a\n', '<svg ', '{', 'eyJ', 'https://'].map((text) =>
    Buffer.from(text, 'latin1'),
  )
  const property = fc.asyncProperty(
    fc.constantFrom(...starts),
    fc.uint8Array({ maxLength: 300 }),
    async (start, noise) => {
      const bytes = new Uint8Array(Buffer.concat([start, noise]))
      unbakesWithin(bytes)
      await judgeAnything({ bytes }, genuine.fetch)
    },
  )
  await tries(property, 100, 0.1)
})
