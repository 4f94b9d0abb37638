import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bakePng, pngChunk } from '../../../../src/verifier/unbake/bake'
import { unbakePng } from '../../../../src/verifier/unbake/png'
import {
  hasPixels,
  probeChunks,
  probeImage,
  probeTail,
} from '../../../../src/verifier/unbake/probe'
import {
  baked,
  bytesOf,
  concat,
  indexOf,
  itxt,
  JSON_TEXT,
  LIMITS,
  picture,
  withChunks,
  withUint32,
} from './png-files'
import { svg, svgText } from './svg-files'
import { expectLittleWork } from '../../cpu-time'

const keyword = 'openbadges'
const tailBaked = (): Uint8Array =>
  bakePng(picture(200, 200), JSON_TEXT, { keyword, position: 'before-iend' })
const imitation = itxt(keyword, [0, 0, 0, 0], bytesOf('{"fake":true}'))
const ELEMENT = '<openbadges:assertion verify="https://issuer.example/a"/>'

describe('probeImage, PNG', () => {
  it('sees a badge in the first bytes', () => {
    expect(probeImage(baked().subarray(0, 60), false)).toEqual({ state: 'badge' })
  })

  it.each(['tEXt', 'zTXt', 'iTXt'] as const)('sees a badge in %s', (chunk) => {
    expect(probeImage(bakePng(picture(), '{}', { keyword, chunk }), true)).toEqual({
      state: 'badge',
    })
  })

  it('asks for the next chunk header that it has not seen', () => {
    const file = tailBaked()
    const idat = indexOf(file, 'IDAT') - 4
    const next = indexOf(file, 'iTXt') - 4
    expect(probeImage(file.subarray(0, idat + 4), false)).toEqual({
      state: 'need-more',
      next: idat,
    })
    expect(probeImage(file.subarray(0, idat + 40), false)).toEqual({ state: 'need-more', next })
  })

  it('asks for a text chunk again whose keyword it has seen in part', () => {
    const at = indexOf(baked(), 'iTXt') - 4
    expect(probeImage(baked().subarray(0, at + 12), false)).toEqual({
      state: 'need-more',
      next: at,
    })
  })

  it('is not told by a text chunk without a badge', () => {
    const file = withChunks(pngChunk('tEXt', bytesOf('Software\0openbadges')))
    expect(probeImage(file, true)).toEqual({ state: 'no-badge' })
  })

  it('is not fooled by the word, or a whole chunk, inside IDAT', () => {
    const file = withChunks(pngChunk('IDAT', concat(bytesOf('openbadges\0'), imitation)))
    expect(probeImage(file, true)).toEqual({ state: 'no-badge' })
  })

  it('knows that nothing counts after IEND', () => {
    expect(probeImage(concat(picture(), imitation), false)).toEqual({ state: 'no-badge' })
  })

  it('gives up on a length that no chunk may have', () => {
    const file = withUint32(picture(), indexOf(picture(), 'IDAT') - 4, 0x80000000)
    expect(probeImage(file, false)).toEqual({ state: 'no-badge' })
  })

  it('is done with a truncated file when that is all there is', () => {
    expect(probeImage(picture().subarray(0, 50), true)).toEqual({ state: 'no-badge' })
  })

  it('agrees with unbaking however the file is cut', () => {
    for (const file of [baked(), tailBaked(), picture()]) {
      const { found } = unbakePng(file, LIMITS)
      for (let length = 0; length <= file.length; length += 7) {
        const probe = probeImage(file.subarray(0, length), false)
        if (probe.state === 'badge') expect(found).toBe(true)
        if (probe.state === 'no-badge') expect(found).toBe(false)
        if (probe.state === 'need-more') expect(probe.next).toBeGreaterThanOrEqual(0)
      }
      expect(probeImage(file, true).state).toBe(found ? 'badge' : 'no-badge')
    }
  })
})

describe('probeChunks', () => {
  it('goes on from where more was wanted, and asks for little', () => {
    const file = tailBaked()
    const { next = 0 } = probeImage(file.subarray(0, 100), false)
    expect(next).toBeGreaterThan(100)
    expect(probeChunks(file.subarray(next, next + 32), next, false)).toEqual({ state: 'badge' })
  })

  it('says where in the file more is wanted', () => {
    const file = tailBaked()
    const idat = indexOf(file, 'IDAT') - 4
    const next = indexOf(file, 'iTXt') - 4
    expect(probeChunks(file.subarray(idat, idat + 20), idat, false)).toEqual({
      state: 'need-more',
      next,
    })
  })
})

describe('probeImage, SVG', () => {
  const long = svgText(`<g>${'<path d="M0 0"/>'.repeat(100)}</g>${ELEMENT}`)

  it('sees a badge as soon as its start tag is there', () => {
    expect(probeImage(svg(ELEMENT), true)).toEqual({ state: 'badge' })
    const head = long.slice(0, long.indexOf(ELEMENT) + ELEMENT.length)
    expect(probeImage(bytesOf(head), false)).toEqual({ state: 'badge' })
  })

  it('wants more until then', () => {
    for (const length of [1, 5, 30, 60, 500, long.indexOf(ELEMENT) + 10]) {
      expect(probeImage(bytesOf(long.slice(0, length)), false)).toEqual({
        state: 'need-more',
        next: length,
      })
    }
  })

  it('wants more where the cut goes through a character', () => {
    const file = bytesOf(`<svg><title>é`)
    expect(probeImage(file.subarray(0, -1), false)).toEqual({
      state: 'need-more',
      next: file.length - 1,
    })
  })

  it.each([
    ['without a badge', svg('<title>openbadges http://openbadges.org</title>')],
    ['with the element in a comment', svg(`<!-- ${ELEMENT} -->`)],
    ['with the element in a CDATA section', svg(`<![CDATA[${ELEMENT}]]>`)],
    ['with an undefined prefix', svg(ELEMENT, '')],
    ['with a namespace that nothing uses', svg('')],
    ['with a document type', bytesOf(`<!DOCTYPE svg>${svgText(ELEMENT)}`)],
    ['that is not well-formed', svg(`<>${ELEMENT}`)],
  ])('sees none %s', (_, file) => {
    expect(probeImage(file, true)).toEqual({ state: 'no-badge' })
  })

  it('does not wait for more of an SVG that has a document type', () => {
    expect(probeImage(bytesOf('<!DOCTYPE svg><svg>'), false)).toEqual({ state: 'no-badge' })
  })
})

describe('probeImage, other files', () => {
  it.each([
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1)],
    ['HTML', bytesOf(`<!doctype html>${ELEMENT}`)],
    ['JSON', bytesOf('{"@context":"https://w3id.org/openbadges/v2"}')],
    ['random bytes', Uint8Array.from({ length: 40 }, (_, at) => at * 7)],
  ])('has no badge in %s', (_, head) => {
    expect(probeImage(head, false)).toEqual({ state: 'no-badge' })
  })

  it('wants enough bytes to tell', () => {
    expect(probeImage(new Uint8Array(0), false)).toEqual({ state: 'need-more', next: 0 })
    expect(probeImage(picture().subarray(0, 5), false)).toEqual({ state: 'need-more', next: 5 })
    expect(probeImage(picture().subarray(0, 5), true)).toEqual({ state: 'no-badge' })
  })
})

describe('hasPixels', () => {
  it('is told by a chunk of pixels, and by nothing that looks like one', () => {
    const file = withChunks(pngChunk('tEXt', bytesOf('Comment\0....IDAT....')))
    const idat = Buffer.from(file).lastIndexOf('IDAT') - 4
    expect(hasPixels(file.subarray(0, idat + 7))).toBe(false)
    expect(hasPixels(file.subarray(0, idat + 8))).toBe(true)
    expect(hasPixels(bytesOf('<svg>IDAT</svg>'))).toBe(false)
  })
})

describe('probeTail', () => {
  const tailOf = (file: Uint8Array, length = 1_000): Uint8Array => file.subarray(-length)

  it('finds the chunk that Moodle writes before IEND', () => {
    expect(probeTail(tailOf(tailBaked()))).toBe('badge')
  })

  it('finds it at every cut that leaves it whole', () => {
    const file = tailBaked()
    const chunk = file.length - (indexOf(file, 'iTXt') - 4)
    for (let extra = 0; extra < 12; extra++) {
      expect(probeTail(tailOf(file, chunk + extra))).toBe('badge')
      expect(probeTail(tailOf(file, chunk - extra - 1))).toBe('no-badge')
    }
  })

  it.each([
    ['a PNG without a badge', tailOf(picture())],
    ['nothing', new Uint8Array(0)],
    ['pixels that imitate a chunk', tailOf(withChunks(pngChunk('IDAT', imitation)))],
    ['pixels that imitate a chunk at their end', pngChunk('IDAT', imitation)],
    [
      'a chunk whose CRC is wrong',
      withUint32(tailBaked(), tailBaked().length - 16, 1).subarray(-1_000),
    ],
    [
      'a chunk of another type',
      concat(pngChunk('teXt', bytesOf('openbadges\0{}')), picture().subarray(-12)),
    ],
    [
      'a chunk of another keyword',
      concat(pngChunk('tEXt', bytesOf('openbadge\0{}')), picture().subarray(-12)),
    ],
    [
      'a keyword that goes on',
      concat(pngChunk('tEXt', bytesOf('openbadges2\0{}')), picture().subarray(-12)),
    ],
  ])('finds none in %s', (_, tail) => {
    expect(probeTail(tail)).toBe('no-badge')
  })

  it('reads 16 kB that imitate a chunk everywhere in little time', async () => {
    const fake = bytesOf('\0\0\x3c\0tEXtopenbadges\0')
    const tail = concat(...Array.from({ length: 700 }, () => fake)).subarray(0, 16_384)
    await expectLittleWork(3, () => {
      expect(probeTail(tail)).toBe('no-badge')
    })
  })

  it('never throws, and finds nothing in deflated noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (noise) => {
        expect(probeTail(deflateSync(noise))).toBe('no-badge')
        expect(probeImage(noise, false).state).not.toBe('badge')
      }),
    )
  })
})
