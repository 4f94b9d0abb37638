import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextLoader } from '../../../../src/verifier/json-ld/loader'
import { readDirectly } from '../../../../src/verifier/json-ld/read-directly'
import { canonicalizeWithLibrary } from '../../../../src/verifier/json-ld/with-library'
import { fakeVerification } from '../fake-verification'
import { drawDocument } from './arbitrary-document'
import { independentForm } from './independent-form'

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150)
const options = { load: contextLoader(), onlyBundled: true, digest: 'SHA-256' } as const

describe('what is read directly', () => {
  it.each([
    ['credentials', 0, 0.4],
    ['credentials with a little mischief', 60, 0.05],
    ['credentials with much mischief', 12, 0],
  ])(
    '%s: is what the library reads',
    async (_, mischief, atLeast) => {
      let direct = 0
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (draw) => {
          const document = drawDocument(draw, mischief)
          const quads = readDirectly(document, options)
          if (quads === undefined) return
          direct++
          const measure = await canonicalizeWithLibrary(document, fakeVerification(), 'SHA-256')
          expect(measure).toBe(quads)
          const unordered = readDirectly(document, { ...options, order: 'code-units' })
          expect(unordered).toBe(await independentForm(document))
        }),
        { numRuns: RUNS },
      )
      // The test would say nothing if all were left to the library.
      expect(direct / RUNS).toBeGreaterThan(atLeast)
    },
    120_000,
  )
})
