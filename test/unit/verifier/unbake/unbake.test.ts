import { describe, expect, it } from 'vitest'
import { bakeSvg } from '../../../../src/verifier/unbake/bake'
import { unbake } from '../../../../src/verifier/unbake/unbake'
import { baked, bytesOf, JSON_TEXT, LIMITS, picture } from './png-files'
import { svgText } from './svg-files'

const JWS = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln'
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const withVerify = bakeSvg(svgText(''), { verify: JWS, generation: 'credential' })

describe('unbake', () => {
  it.each([
    ['a baked PNG', baked(), { carrier: 'png-itxt', keyword: 'openbadges', text: JSON_TEXT }],
    [
      'a baked SVG',
      bytesOf(withVerify),
      { carrier: 'svg', keyword: 'openbadges:credential', text: JWS },
    ],
    ['JSON', bytesOf(`\uFEFF ${JSON_TEXT}\n`), { carrier: 'json', text: JSON_TEXT }],
    ['a compact JWS', bytesOf(`${JWS}\n`), { carrier: 'jws', text: JWS }],
    [
      'a URL',
      bytesOf('https://issuer.example/a\n'),
      { carrier: 'url', text: 'https://issuer.example/a' },
    ],
  ])('reads %s', (_, bytes, expected) => {
    expect(unbake(bytes, LIMITS)).toEqual({ found: true, ...expected, deviations: [] })
  })

  it.each([
    ['a PNG without data', picture(), 'no-badge-data', {}],
    ['an SVG without data', bytesOf(svgText('')), 'no-badge-data', {}],
    ['a JPEG', JPEG, 'no-badge-data', {}],
    ['a GIF', bytesOf('GIF89a'), 'no-badge-data', {}],
    ['a WebP', bytesOf('RIFF\0\0\0\0WEBP'), 'no-badge-data', {}],
    [
      'a COSE_Sign1',
      Uint8Array.of(0xd2, 0x84, 0x43, 0xa1, 0x01, 0x26),
      'format-not-supported',
      { format: 'COSE' },
    ],
    ['an SD-JWT', bytesOf(`${JWS}~WyJhIl0~`), 'format-not-supported', { format: 'SD-JWT' }],
    ['a PDF', bytesOf('%PDF-2.0'), 'pdf-without-credential', {}],
    [
      'a credential of ELM 2',
      bytesOf('<europassCredential xmlns="http://data.europa.eu/snb"/>'),
      'format-not-supported',
      { format: 'ELM/2' },
    ],
    ['HTML', bytesOf('<!doctype html>'), 'file-not-recognised', {}],
    ['nothing', new Uint8Array(0), 'file-not-recognised', {}],
    ['text', bytesOf('hello'), 'file-not-recognised', {}],
    ['JSON that is no UTF-8', Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), 'text-not-utf8', {}],
    ['JSON in UTF-16', new Uint8Array(Buffer.from('\uFEFF{}', 'utf16le')), 'text-not-utf8', {}],
  ])('says why it reads nothing from %s', (_, bytes, code, params) => {
    expect(unbake(bytes, LIMITS)).toEqual({
      found: false,
      reason: { code, params },
      deviations: [],
    })
  })

  it('reads an image of exactly the limit, and none that is larger', () => {
    const file = baked()
    expect(unbake(file, { ...LIMITS, imageBytes: file.length })).toMatchObject({ found: true })
    expect(unbake(file, { ...LIMITS, imageBytes: file.length - 1 })).toEqual({
      found: false,
      reason: { code: 'file-too-large', params: { limit: file.length - 1 } },
      deviations: [],
    })
  })

  it('limits JSON by its own limit', () => {
    const file = bytesOf('{"a":1}')
    expect(unbake(file, { ...LIMITS, jsonBytes: 7 })).toMatchObject({ found: true })
    expect(unbake(file, { ...LIMITS, jsonBytes: 6 })).toMatchObject({
      reason: { code: 'text-too-large', params: { limit: 6 } },
    })
  })
  describe.each([
    ['general', { payload: '{}', signatures: [] }],
    ['flattened', { payload: 'e30', protected: 'e30', signature: 'c2ln' }],
  ])('JSON in a seal, in %s serialization', (_, document) => {
    const file = bytesOf(JSON.stringify(document, null, 1))
    const limits = { ...LIMITS, jsonBytes: 1 }

    it('is limited by the limit of its own', () => {
      expect(unbake(file, { ...limits, sealedBytes: file.length })).toMatchObject({ found: true })
      expect(unbake(file, { ...limits, sealedBytes: file.length - 1 })).toMatchObject({
        reason: { code: 'text-too-large', params: { limit: file.length - 1 } },
      })
    })
  })

  it.each([
    ['nothing sealed', '{"payload":{"signatures":[]}}'],
    ['the names as values', '{"a":"payload","b":"signatures"}'],
    ['the names further inside', '[{"payload":"{}","signatures":[]}]'],
    ['the names in a string', '{"a":"\\",\\"payload\\":\\"signatures\\":"}'],
    ['no payload', '{"signatures":[],"signature":""}'],
  ])('JSON with %s is limited as any other', (_, text) => {
    expect(unbake(bytesOf(text), { ...LIMITS, jsonBytes: text.length - 1 })).toMatchObject({
      reason: { code: 'text-too-large', params: { limit: text.length - 1 } },
    })
  })
})
