import { describe, expect, it } from 'vitest'
import { unbakeSvg } from '../../../../src/verifier/unbake/svg'
import { bytesOf, LIMITS } from './png-files'
import { svgText } from './svg-files'

const JWS = 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6MX0.c2ln'
const SIGNED = `<openbadges:assertion verify="${JWS}"/>`
const HOSTED = '<openbadges:assertion>{"a":"Gö"}</openbadges:assertion>'

const read = (file: Uint8Array) => unbakeSvg(file, LIMITS)
const declared = (encoding: string, content: string) => svgText(content).replace('UTF-8', encoding)
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const found = (text: string, ...deviations: string[]) => ({
  found: true,
  text,
  deviations: deviations.map((code) => ({ code })),
})

describe('an SVG in the encoding that it declares', () => {
  it.each(['UTF-8', 'utf8', 'us-ascii', 'ISO-8859-1', 'Shift_JIS'])(
    'is read without more ado where it is ASCII: %s',
    (encoding) => {
      expect(read(bytesOf(declared(encoding, SIGNED)))).toMatchObject(found(JWS))
    },
  )

  it('is read without more ado where the credential is ASCII', () => {
    const file = latin1(declared('ISO-8859-1', `<title>Café</title>${SIGNED}`))
    expect(read(file)).toMatchObject(found(JWS))
  })

  it.each([
    ['ISO-8859-1', latin1, '{"a":"Gö"}'],
    ['iso-8859-1', bytesOf, '{"a":"Gö"}'],
    ['windows-1251', bytesOf, '{"a":"Gö"}'],
    ['Shift_JIS', bytesOf, '{"a":"Gö"}'],
  ])('is read in it, or as UTF-8 where it is that, and it is said: %s', (encoding, bytes, text) => {
    expect(read(bytes(declared(encoding, HOSTED)))).toMatchObject(found(text, 'text-not-utf8'))
  })

  it('is read in ISO 8859-1 itself, not in windows-1252, which browsers take for it', () => {
    const file = latin1(declared('ISO-8859-1', HOSTED.replace('ö', '\u009F')))
    expect(read(file)).toMatchObject(found('{"a":"G\u009F"}', 'text-not-utf8'))
  })

  it.each([
    ['ISO-8859-1', latin1],
    ['ISO-8859-1', bytesOf],
    ['windows-1251', bytesOf],
  ])('is read so in the attribute, too: %s', (encoding, bytes) => {
    const address = 'https://issuer.example/Gö'
    const file = bytes(declared(encoding, `<openbadges:assertion verify="${address}"/>`))
    expect(read(file)).toMatchObject(found(address, 'text-not-utf8'))
  })

  it('says so where the first badge is the same, and others come and go', () => {
    const file = `${SIGNED}<desc><![CDATA[\u0081]]></desc>${SIGNED}<desc><![CDATA[]]></desc>`
    const unbaked = read(bytesOf(declared('Shift_JIS', file)))
    expect(unbaked).toMatchObject({ found: true, text: JWS })
    const codes = unbaked.deviations.map(({ code }) => code)
    expect(codes).toEqual(['chunk-repeated', 'text-not-utf8'])
  })

  it('does not hide a credential behind letters that swallow what follows', () => {
    const hidden = '<desc><![CDATA[\u0081]]></desc>'
    const file = `${hidden}${SIGNED}<desc><![CDATA[]]></desc>${HOSTED}`
    const unbaked = read(bytesOf(declared('Shift_JIS', file)))
    expect(unbaked).toMatchObject({ found: true, text: JWS })
    const codes = unbaked.deviations.map(({ code }) => code)
    expect(codes).toEqual(['chunk-repeated', 'text-not-utf8'])
  })
})

describe('an SVG in another encoding than it declares', () => {
  it.each(['UTF-16', 'utf-16be', 'x-unknown', 'UTF-7', 'ISO-2022-JP'])(
    'is read as UTF-8, and it is said that others refuse it: %s',
    (encoding) => {
      const file = bytesOf(declared(encoding, `${HOSTED}<desc>é</desc>`))
      expect(read(file)).toMatchObject(found('{"a":"Gö"}', 'svg-malformed'))
    },
  )

  it('and with a byte-order mark of UTF-8', () => {
    const file = bytesOf(`\uFEFF${declared('ISO-8859-1', HOSTED)}`)
    expect(read(file)).toMatchObject(found('{"a":"Gö"}', 'svg-malformed'))
  })

  it.each(['UTF-8', 'UTF-16', 'x-unknown'])('is not read where it is not UTF-8: %s', (encoding) => {
    expect(read(latin1(declared(encoding, HOSTED)))).toMatchObject({
      found: false,
      reason: { code: 'text-not-utf8' },
    })
  })
})
