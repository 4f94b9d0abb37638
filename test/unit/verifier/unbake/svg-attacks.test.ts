import { describe, expect, it } from 'vitest'
import { unbakeSvg } from '../../../../src/verifier/unbake/svg'
import { bytesOf, LIMITS } from './png-files'
import { OB2, OB3, svg, svgText } from './svg-files'
import { expectLittleWork } from '../../cpu-time'

const ELEMENT = '<openbadges:assertion verify="https://attacker.example/"/>'
const outcome = (reason: string) => ({ found: false, reason: { code: reason } })

describe('what only looks like a badge element', () => {
  it.each([
    ['a comment', `<!-- ${ELEMENT} -->`],
    ['a comment that tries to end early', `<!--> ${ELEMENT} -->`],
    ['a comment with dashes', `<!-- - -- ${ELEMENT} -->`],
    ['a CDATA section', `<desc><![CDATA[${ELEMENT}]]></desc>`],
    ['a processing instruction', `<?x ${ELEMENT} ?>`],
    ['escaped text', `<desc>${ELEMENT.replaceAll('<', '&lt;')}</desc>`],
    ['an escaped attribute', `<g title='${ELEMENT.replaceAll('<', '&lt;')}'/>`],
    ['a script', `<script>${ELEMENT}</script>`],
    ['a script deeper', `<script><g>${ELEMENT}</g></script>`],
    ['a script by another prefix', `<s:script xmlns:s="urn:x">${ELEMENT}</s:script>`],
    ['a style sheet', `<style>${ELEMENT}</style>`],
    ['an attribute of the name', '<g openbadges:assertion="https://attacker.example/"/>'],
    ['another local name', '<openbadges:assertions verify="https://attacker.example/"/>'],
    ['another case', '<openbadges:Assertion verify="https://attacker.example/"/>'],
    ['two colons', '<openbadges:x:assertion verify="https://attacker.example/"/>'],
    ['the name of the other generation', '<openbadges:credential verify="a.b.c"/>'],
  ])('is none in %s', (_, content) => {
    expect(unbakeSvg(svg(content), LIMITS)).toMatchObject(outcome('no-badge-data'))
  })

  it.each([
    ['a foreign namespace', 'xmlns:openbadges="http://openbadges.org.attacker.example"'],
    ['a longer namespace', `xmlns:openbadges="${OB2}/"`],
    ['another case of the namespace', 'xmlns:openbadges="http://OPENBADGES.org"'],
    ['the namespace of the other generation', `xmlns:openbadges="${OB3}"`],
    ['an undefined prefix', ''],
    ['an undeclared prefix', 'xmlns:openbadges=""'],
    ['a declaration for another prefix', `xmlns:openbadge="${OB2}"`],
    ['the namespace as a default alone', `xmlns:x="${OB2}" data-xmlns:openbadges="${OB2}"`],
  ])('is none with %s', (_, attributes) => {
    expect(unbakeSvg(svg(ELEMENT, attributes), LIMITS)).toMatchObject(outcome('no-badge-data'))
  })

  it('is none where the declaration stands on a sibling or is overridden', () => {
    const scoped = `<g xmlns:b="${OB2}"/><b:assertion verify="https://attacker.example/"/>`
    expect(unbakeSvg(svg(scoped), LIMITS)).toMatchObject(outcome('no-badge-data'))
    const overridden = `<g xmlns:openbadges="urn:other">${ELEMENT}</g>`
    expect(unbakeSvg(svg(overridden), LIMITS)).toMatchObject(outcome('no-badge-data'))
  })

  it('is none without a prefix where the default namespace is SVG', () => {
    const file = svg('<assertion verify="https://attacker.example/"/>')
    expect(unbakeSvg(file, LIMITS)).toMatchObject(outcome('no-badge-data'))
  })
})

describe('a document type', () => {
  const LAUGHS = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]>`
  it.each([
    ['billion laughs', `${LAUGHS}${svgText(ELEMENT)}`],
    ['an external entity', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${ELEMENT}`],
    ['lower case', `<!doctype svg><svg/>`],
    ['after a badge', `<svg xmlns:openbadges="${OB2}">${ELEMENT}<!DOCTYPE svg></svg>`],
    ['the harmless one of SVG 1.1', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'],
  ])('is refused: %s', (_, file) => {
    expect(unbakeSvg(bytesOf(file), LIMITS)).toEqual({
      found: false,
      reason: { code: 'svg-doctype-refused', params: {} },
      deviations: [],
    })
  })
})

describe('markup that is not well-formed', () => {
  const within = (body: string) => `<openbadges:assertion>${body}</openbadges:assertion>`
  it.each([
    ['an undefined entity', within('&xxe;')],
    ['an undefined entity in verify', '<openbadges:assertion verify="&xxe;"/>'],
    ['a bare ampersand in verify', '<openbadges:assertion verify="https://a.example/?b=1&c=2"/>'],
    ['a reference to NUL', within('&#0;')],
    ['a reference to half a character', within('&#xD800;')],
    ['a reference beyond Unicode', within('&#x110000;')],
    ['a reference that is too long to be one', within(`&#${'0'.repeat(50)}65;`)],
    ['an element within the badge', within('{"a":"<b>x</b>"}')],
    ['a badge within the badge', within(ELEMENT)],
    ['an attribute twice', '<openbadges:assertion verify="a" verify="b"/>'],
    ['markup in an attribute', '<openbadges:assertion verify="<x>"/>'],
    ['an attribute without quotes', '<openbadges:assertion verify=x/>'],
    ['attributes without white space', '<openbadges:assertion a="1"verify="x"/>'],
    ['a tag without a name', '<>'],
    ['an end tag that ends something else', within('').replace('</o', '</p')],
    ['one end tag too many', '</g>'],
    ['another declaration', '<!ENTITY a "b">'],
  ])('is refused: %s', (_, content) => {
    expect(unbakeSvg(svg(content), LIMITS)).toEqual({
      found: false,
      reason: { code: 'svg-malformed', params: {} },
      deviations: [],
    })
  })

  it('is refused: a second root, or text beside the root', () => {
    const second = `<svg/><svg xmlns:openbadges="${OB2}">${ELEMENT}</svg>`
    expect(unbakeSvg(bytesOf(second), LIMITS)).toMatchObject(outcome('svg-malformed'))
    expect(unbakeSvg(bytesOf('<svg/>text'), LIMITS)).toMatchObject(outcome('svg-malformed'))
  })

  it.each([
    ['an unended CDATA section', '<openbadges:assertion><![CDATA[{"a":1}'],
    ['an unended element', '<openbadges:assertion>{"a":1}'],
    ['an unended end tag', '<openbadges:assertion>{"a":1}</openbadges:assert'],
  ])('is read as cut off: %s', (_, content) => {
    const file = bytesOf(`<svg xmlns:openbadges="${OB2}">${content}`)
    expect(unbakeSvg(file, LIMITS)).toMatchObject(outcome('image-truncated'))
  })

  it.each(['<svg><!-- ', '<svg a="', '<svg', '<svg><![CDA', '<?xml ', '<svg><g>'])(
    'is read as cut off, with no badge seen: %s',
    (text) => {
      expect(unbakeSvg(bytesOf(text), LIMITS)).toMatchObject({
        ...outcome('no-badge-data'),
        deviations: [{ code: 'image-truncated' }],
      })
    },
  )
})

describe('files made to cost time', () => {
  const MEGABYTE = 1_000_000
  const costly: [string, string][] = [
    ['only <', '<'.repeat(MEGABYTE)],
    ['only < in an SVG', `<svg>${'<'.repeat(MEGABYTE)}`],
    ['only <!', `<svg>${'<!'.repeat(MEGABYTE / 2)}`],
    ['comments that never end', `<svg>${'<!--'.repeat(MEGABYTE / 4)}`],
    ['comments without content', `<svg>${'<!---->'.repeat(MEGABYTE / 7)}</svg>`],
    ['an attribute that never ends', `<svg a="${'x'.repeat(MEGABYTE)}`],
    ['a name that never ends', `<svg ${'x'.repeat(MEGABYTE)}`],
    ['white space that never ends', `<svg a${' '.repeat(MEGABYTE)}`],
    [
      '200,000 attributes',
      `<svg ${Array.from({ length: 200_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
    ],
    [
      '50,000 prefixes',
      `<svg ${Array.from({ length: 50_000 }, (_, n) => `xmlns:a${n}=""`).join(' ')}><a/></svg>`,
    ],
    ['300,000 elements', `<svg>${'<a/>'.repeat(300_000)}</svg>`],
    ['100,000 elements that declare', `<svg>${'<b:assertion xmlns:b="u"/>'.repeat(100_000)}</svg>`],
    [
      '200,000 ampersands',
      `<svg xmlns:b="${OB2}"><b:assertion>${'&amp;'.repeat(200_000)}</b:assertion></svg>`,
    ],
    [
      'bare ampersands',
      `<svg xmlns:b="${OB2}"><b:assertion>${'&'.repeat(MEGABYTE)}</b:assertion></svg>`,
    ],
    [
      '100,000 pieces of text',
      `<svg xmlns:b="${OB2}"><b:assertion>${'x<!---->'.repeat(100_000)}</b:assertion></svg>`,
    ],
  ]
  it.each(costly)('take linear time: %s', async (_, file) => {
    const bytes = bytesOf(file)
    await expectLittleWork(10, () => {
      unbakeSvg(bytes, LIMITS)
    })
  })

  it('are refused beyond a depth that no drawing has', () => {
    const nested = (depth: number) =>
      `<svg xmlns:b="${OB2}">${'<g>'.repeat(depth)}<b:assertion verify="https://a.example"/>${'</g>'.repeat(depth)}</svg>`
    expect(unbakeSvg(bytesOf(nested(500)), LIMITS)).toMatchObject({ found: true })
    expect(unbakeSvg(bytesOf(nested(1_000)), LIMITS)).toMatchObject(outcome('svg-malformed'))
    expect(unbakeSvg(bytesOf(nested(300_000)), LIMITS)).toMatchObject(outcome('svg-malformed'))
  })
})
