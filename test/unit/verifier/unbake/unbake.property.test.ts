import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bakePng, bakeSvg } from '../../../../src/verifier/unbake/bake'
import { probeImage } from '../../../../src/verifier/unbake/probe'
import { unbake } from '../../../../src/verifier/unbake/unbake'
import { baked, bytesOf, concat, LIMITS, picture } from './png-files'
import { svgText } from './svg-files'

/** Text as JSON has it: not blank at its ends, and of characters that UTF-8 and XML can hold. */
const credentialText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 300 })
  .map((inner) => `{${inner.replace(/[^\t\n -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')}}`)

const PICTURE = picture()
const small = { ...LIMITS, bakedTextBytes: 400, jsonBytes: 400, sealedBytes: 400 }

function expectBounded(bytes: Uint8Array): void {
  const result = unbake(bytes, small)
  if (!result.found) return
  expect(result.text).not.toBe('')
  expect(bytesOf(result.text).length).toBeLessThanOrEqual(800)
  const isImage = result.keyword !== undefined
  if (isImage) expect(probeImage(bytes, true)).toEqual({ state: 'badge' })
}

describe('unbake, whatever the file', () => {
  it('reads back from a PNG what was baked', () => {
    fc.assert(
      fc.property(
        credentialText,
        fc.constantFrom('openbadges' as const, 'openbadgecredential' as const),
        fc.constantFrom('iTXt' as const, 'tEXt' as const, 'zTXt' as const),
        fc.boolean(),
        fc.constantFrom('after-ihdr' as const, 'before-iend' as const),
        (text, keyword, chunk, compressed, position) => {
          const file = bakePng(PICTURE, text, { keyword, chunk, compressed, position })
          expect(unbake(file, LIMITS)).toMatchObject({ found: true, text, keyword })
        },
      ),
    )
  })

  it('reads back from an SVG what was baked', () => {
    fc.assert(
      fc.property(
        credentialText,
        credentialText,
        fc.constantFrom('assertion' as const, 'credential' as const),
        (text, verify, generation) => {
          const both = bakeSvg(svgText(''), { text, verify, generation })
          expect(unbake(bytesOf(both), LIMITS)).toMatchObject({ found: true, text, verify })
          const one = bakeSvg(svgText(''), { verify, generation })
          expect(unbake(bytesOf(one), LIMITS)).toMatchObject({ found: true, text: verify })
        },
      ),
    )
  })

  it('never throws and stays bounded: random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), expectBounded))
  })

  it('never throws and stays bounded: a PNG with bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255))
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        fc.nat(),
        fc.boolean(),
        (changes, cut, z) => {
          const chunk = z ? 'zTXt' : 'iTXt'
          const file = bakePng(PICTURE, '{"a":1}', { keyword: 'openbadges', chunk })
          for (const [at, value] of changes) file[8 + (at % 100)] = value
          expectBounded(file.subarray(0, file.length - (cut % 60)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never throws and stays bounded: chunks of random types and data', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(
          ...['iTXt', 'zTXt', 'tEXt', 'IEND', 'openbadges\0', '\0\0\0\x10'].map(bytesOf),
        ),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        expectBounded(concat(PICTURE.subarray(0, 33), ...parts))
      }),
      { numRuns: 500 },
    )
  })

  it('never throws and stays bounded: markup put together at random', () => {
    const token = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        ' ',
        '&',
        '&lt;',
        '&#x41;',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
      ],
      ...['<?', '?>', '<!DOCTYPE', '<svg>', '</svg>', '<g', '<script>', '</script>', 'x', '{}'],
      ...['<openbadges:assertion verify="x">', '</openbadges:assertion>', ' xmlns:openbadges="'],
    )
    const root = '<svg xmlns:openbadges="http://openbadges.org">'
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        expectBounded(bytesOf(root + tokens.join('')))
      }),
      { numRuns: 1_000 },
    )
  })

  it('finds nothing that is not there: the baked file is the control', () => {
    expect(unbake(PICTURE, LIMITS).found).toBe(false)
    expect(unbake(baked(), LIMITS).found).toBe(true)
  })
})
