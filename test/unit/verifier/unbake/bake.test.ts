import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { bakePng, bakeSvg } from '../../../../src/verifier/unbake/bake'
import { unbakePng } from '../../../../src/verifier/unbake/png'
import { unbakeSvg } from '../../../../src/verifier/unbake/svg'
import { baked, bytesOf, indexOf, itxt, JSON_TEXT, LIMITS, picture, withChunks } from './png-files'
import { OB2, OB3, svgText } from './svg-files'

describe('bakePng', () => {
  it('leaves the pixels as they are', () => {
    for (const position of ['after-ihdr', 'before-iend'] as const) {
      const file = bakePng(picture(), JSON_TEXT, { keyword: 'openbadges', position })
      const read = (png: Uint8Array) => PNG.sync.read(Buffer.from(png), { checkCRC: true })
      expect(read(file).data).toEqual(read(picture()).data)
    }
  })

  it('writes where it is asked to', () => {
    const keyword = 'openbadges'
    const first = bakePng(picture(), '{}', { keyword })
    expect(indexOf(first, 'iTXt')).toBe(33 + 4)
    const last = bakePng(picture(), '{}', { keyword, position: 'before-iend' })
    expect(indexOf(last, 'iTXt')).toBeGreaterThan(indexOf(last, 'IDAT'))
    expect(indexOf(last, 'IEND')).toBe(last.length - 8)
  })

  it('replaces every badge that is there', () => {
    const badge = (text: string) => itxt('openbadges', [0, 0, 0, 0], bytesOf(text))
    const file = bakePng(withChunks(badge('{"a":1}'), badge('{"b":1}')), '{"c":1}', {
      keyword: 'openbadgecredential',
    })
    expect(unbakePng(file, LIMITS)).toMatchObject({ text: '{"c":1}', deviations: [] })
    expect(indexOf(file, 'openbadges\0')).toBe(-1)
  })

  it('gives the same file when it bakes the same text again', () => {
    expect(bakePng(baked(), JSON_TEXT, { keyword: 'openbadges' })).toEqual(baked())
  })

  it('keeps other text chunks', () => {
    const file = withChunks(itxt('Comment', [0, 0, 0, 0], bytesOf('kept')))
    expect(indexOf(bakePng(file, '{}', { keyword: 'openbadges' }), 'kept')).toBeGreaterThan(0)
  })

  it.each([
    ['an SVG', bytesOf('<svg/>')],
    ['a truncated PNG', picture().subarray(0, 60)],
    ['a signature alone', picture().subarray(0, 8)],
  ])('refuses %s', (_, file) => {
    expect(() => bakePng(file, '{}', { keyword: 'openbadges' })).toThrow(TypeError)
  })
})

describe('bakeSvg', () => {
  const unbaked = svgText('<title>A badge</title>', '')
  const read = (text: string) => unbakeSvg(bytesOf(text), LIMITS)

  it('writes what Open Badges 2 describes', () => {
    const file = bakeSvg(unbaked, {
      text: JSON_TEXT,
      verify: 'https://issuer.example/a?b=1&c="2"',
      generation: 'assertion',
    })
    expect(file).toContain(`xmlns:openbadges="${OB2}"><openbadges:assertion verify="`)
    expect(read(file)).toEqual({
      found: true,
      text: JSON_TEXT,
      verify: 'https://issuer.example/a?b=1&c="2"',
      carrier: 'svg',
      keyword: 'openbadges:assertion',
      deviations: [],
    })
  })

  it('writes what Open Badges 3 describes', () => {
    const file = bakeSvg(unbaked, { text: JSON_TEXT, generation: 'credential' })
    expect(file).toContain(`xmlns:openbadges="${OB3}"><openbadges:credential><![CDATA[`)
    expect(read(file)).toMatchObject({ text: JSON_TEXT, keyword: 'openbadges:credential' })
  })

  it('replaces what is there, of either generation', () => {
    const first = bakeSvg(unbaked, { text: '{"a":1}', generation: 'assertion' })
    const second = bakeSvg(first, { verify: 'a.b.c', generation: 'credential' })
    expect(read(second)).toMatchObject({ text: 'a.b.c', keyword: 'openbadges:credential' })
    expect(read(second)).toMatchObject({ deviations: [] })
    expect(second).not.toContain('"a":1')
    const third = bakeSvg(second, { text: '{"d":1}', generation: 'assertion' })
    expect(read(third)).toMatchObject({ text: '{"d":1}', keyword: 'openbadges:assertion' })
  })

  it('gives the same file when it bakes the same again', () => {
    const once = bakeSvg(unbaked, { text: JSON_TEXT, generation: 'assertion' })
    expect(bakeSvg(once, { text: JSON_TEXT, generation: 'assertion' })).toBe(once)
  })

  it('keeps text from ending its section or becoming markup', () => {
    const text = '{"a":"]]></openbadges:assertion><script>alert(1)</script><![CDATA[&amp;"}'
    const file = bakeSvg(unbaked, { text, generation: 'assertion' })
    expect(read(file)).toMatchObject({ text, deviations: [] })
  })

  it.each([
    ['an SVG that is cut off', '<svg><g></g>'],
    ['an SVG that is not well-formed', '<svg><g></svg>'],
    ['an SVG that defines entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'],
    ['an SVG with nothing in it', '<svg/>'],
  ])('refuses %s', (_, file) => {
    expect(() => bakeSvg(file, { text: '{}', generation: 'assertion' })).toThrow(TypeError)
  })

  it('refuses text that XML cannot hold', () => {
    expect(() => bakeSvg(unbaked, { text: '{"a":"\0"}', generation: 'assertion' })).toThrow(
      TypeError,
    )
  })
})
