import { describe, expect, it } from 'vitest'
import { unbakeSvg } from '../../../../src/verifier/unbake/svg'
import { bytesOf, JSON_TEXT, LIMITS } from './png-files'
import { OB2, OB3, svg, svgText } from './svg-files'

const JWS = 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6MX0.c2ln'
const ADDRESS = 'https://issuer.example/a/1?x=1&y=2'

const found = (text: string, keyword = 'openbadges:assertion', extra = {}) => ({
  found: true,
  text,
  carrier: 'svg',
  keyword,
  deviations: [],
  ...extra,
})

describe('unbakeSvg', () => {
  it('reads the body of a hosted assertion, and its address with it', () => {
    const file = svg(`<openbadges:assertion verify="https://issuer.example/a/1?x=1&amp;y=2">
      <![CDATA[
        ${JSON_TEXT}
      ]]>
    </openbadges:assertion>`)
    expect(unbakeSvg(file, LIMITS)).toEqual(
      found(JSON_TEXT, 'openbadges:assertion', { verify: ADDRESS }),
    )
  })

  it.each([
    ['a signed assertion', `<openbadges:assertion verify="${JWS}"/>`],
    ['an element without content', `<openbadges:assertion verify="${JWS}"></openbadges:assertion>`],
    [
      'an empty CDATA section',
      `<openbadges:assertion verify='${JWS}'> <![CDATA[]]>
      </openbadges:assertion>`,
    ],
    ['white space in the tag', `<openbadges:assertion\n\tverify = "\n${JWS} "\r\n/>`],
    [
      'white space in the end tag',
      `<openbadges:assertion verify="${JWS}"></openbadges:assertion >`,
    ],
    ['other attributes', `<openbadges:assertion a="1" b='"2>' verify="${JWS}" c=""/>`],
  ])('reads verify where there is no body: %s', (_, content) => {
    expect(unbakeSvg(svg(content), LIMITS)).toEqual(found(JWS))
  })

  it('reads an Open Badges 3 credential', () => {
    const file = svg(
      `<openbadges:credential><![CDATA[${JSON_TEXT}]]></openbadges:credential>`,
      `xmlns:openbadges="${OB3}"`,
    )
    expect(unbakeSvg(file, LIMITS)).toEqual(found(JSON_TEXT, 'openbadges:credential'))
  })

  it('reads an Open Badges 3 VC-JWT', () => {
    const file = svg(`<openbadges:credential verify="${JWS}"/>`, `xmlns:openbadges="${OB3}"`)
    expect(unbakeSvg(file, LIMITS)).toEqual(found(JWS, 'openbadges:credential'))
  })

  it.each([
    ['another prefix', `<b:assertion verify="${JWS}"/>`, `xmlns:b="${OB2}"`],
    ['single quotes', `<b:assertion verify="${JWS}"/>`, `xmlns:b='${OB2}'`],
    ['a declaration on the element itself', `<b:assertion xmlns:b="${OB2}" verify="${JWS}"/>`, ''],
    ['the default namespace', `<assertion xmlns="${OB2}" verify="${JWS}"/>`, ''],
    ['a declaration on a parent', `<g xmlns:b="${OB2}"><b:assertion verify="${JWS}"/></g>`, ''],
    [
      'an inner declaration that wins',
      `<b:assertion xmlns:b="${OB2}" verify="${JWS}"/>`,
      `xmlns:b="${OB3}"`,
    ],
    [
      'a declaration that holds again',
      `<g xmlns:b="urn:x"/><b:assertion verify="${JWS}"/>`,
      `xmlns:b="${OB2}"`,
    ],
    [
      'references in the namespace',
      `<b:assertion verify="${JWS}"/>`,
      'xmlns:b="http:&#47;&#x2F;openbadges.org"',
    ],
    [
      'an XML name beyond ASCII',
      `<étiquette:assertion verify="${JWS}"/>`,
      `xmlns:étiquette="${OB2}"`,
    ],
  ])('resolves the namespace: %s', (_, content, attributes) => {
    expect(unbakeSvg(svg(content, attributes), LIMITS)).toEqual(found(JWS))
  })

  it('finds an element deep inside and last in the file', () => {
    const file = bytesOf(
      `<svg xmlns:o="${OB2}"><defs/><metadata><g><o:assertion verify="${JWS}"/></g></metadata></svg>`,
    )
    expect(unbakeSvg(file, LIMITS)).toEqual(found(JWS))
  })

  it('joins text and CDATA, resolving references in text alone', () => {
    const file = svg(
      `<openbadges:assertion>{"a":"&lt;&#38;&#x1F393;&quot;<![CDATA[&lt;]]]]><!-- not this --><?nor this?><![CDATA[>"}]]></openbadges:assertion>`,
    )
    expect(unbakeSvg(file, LIMITS)).toMatchObject({ text: '{"a":"<&🎓"&lt;]]>"}' })
  })

  it('reads a file with a byte-order mark', () => {
    const file = bytesOf(`\uFEFF${svgText(`<openbadges:assertion verify="${JWS}"/>`)}`)
    expect(unbakeSvg(file, LIMITS)).toEqual(found(JWS))
  })

  it.each([
    ['text', (body: string) => body],
    ['CDATA', (body: string) => `<![CDATA[${body}]]>`],
  ])('reads line ends in %s as XML has them', (_, within) => {
    const body = within('{\r\n"a":1,\r"b":2,\n"c":3,\r\r\n"d":4}')
    const file = svg(`<openbadges:assertion>${body}</openbadges:assertion>`)
    expect(unbakeSvg(file, LIMITS)).toMatchObject({
      text: '{\n"a":1,\n"b":2,\n"c":3,\n\n"d":4}',
      deviations: [],
    })
  })

  it('reads a carriage return that is written as a reference', () => {
    const file = svg('<openbadges:assertion>{&#13;\n&#xD;"a":1}</openbadges:assertion>')
    expect(unbakeSvg(file, LIMITS)).toMatchObject({ text: '{\r\n\r"a":1}' })
  })

  it('reads white space in an attribute as blanks, and references to it as it is', () => {
    const file = svg('<openbadges:assertion verify="a\r\nb\tc\nd\re&#10;f"/>')
    expect(unbakeSvg(file, LIMITS)).toMatchObject({ text: 'a b c d e\nf' })
  })

  it('reads the first of several elements and says that there are more', () => {
    const file = svg(
      `<openbadges:assertion verify="https://first.example"/>${'<openbadges:assertion verify="https://second.example"/>'.repeat(2)}`,
    )
    expect(unbakeSvg(file, LIMITS)).toMatchObject({
      text: 'https://first.example',
      deviations: [
        { code: 'chunk-repeated', params: { keyword: 'openbadges:assertion', count: 3 } },
      ],
    })
  })

  it('finds what is complete in a truncated file', () => {
    const file = svg(`<openbadges:assertion verify="${JWS}"/>`)
    expect(unbakeSvg(file.subarray(0, file.length - 20), LIMITS)).toEqual(
      found(JWS, undefined, { deviations: [{ code: 'image-truncated', params: {} }] }),
    )
  })

  it('finds what is complete before markup that is not well-formed', () => {
    const file = svg(`<openbadges:assertion verify="${JWS}"/></g>`)
    expect(unbakeSvg(file, LIMITS)).toEqual(
      found(JWS, undefined, { deviations: [{ code: 'svg-malformed', params: {} }] }),
    )
  })

  it.each([
    ['no element', '<title>openbadges</title>'],
    ['an element with nothing in it', '<openbadges:assertion/>'],
    [
      'an element with white space in it',
      '<openbadges:assertion verify=" ">\n</openbadges:assertion>',
    ],
  ])('finds no badge in an SVG with %s', (_, content) => {
    expect(unbakeSvg(svg(content), LIMITS)).toEqual({
      found: false,
      reason: { code: 'no-badge-data', params: {} },
      deviations: [],
    })
  })

  it('limits the text in bytes', () => {
    const read = (text: string) =>
      unbakeSvg(svg(`<openbadges:assertion><![CDATA[${text}]]></openbadges:assertion>`), {
        bakedTextBytes: 1_000,
      })
    expect(read('é'.repeat(500))).toMatchObject({ found: true })
    expect(read('é'.repeat(501))).toMatchObject({
      found: false,
      reason: { code: 'text-too-large', params: { limit: 1_000 } },
    })
  })

  it.each([
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\uFEFF<svg/>', 'utf16le'))],
    ['Latin-1', new Uint8Array(Buffer.from('<svg><title>Café</title></svg>', 'latin1'))],
  ])('refuses %s', (_, file) => {
    expect(unbakeSvg(file, LIMITS)).toEqual({
      found: false,
      reason: { code: 'text-not-utf8', params: {} },
      deviations: [],
    })
  })
})
