import canonicalizeByPeer from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/verifier/proofs/jcs'
import type { JsonValue } from '../../../../src/verifier/verification'

describe('canonicalJson', () => {
  it('RFC 8785, section 3.2.3: members in the order of their code units', () => {
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",' +
        '"1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin"}',
    ) as JsonValue
    expect(Object.keys(JSON.parse(canonicalJson(value)!) as object).length).toBe(7)
    const order = [...canonicalJson(value)!.matchAll(/:"(\w+)/g)].map(([, word]) => word)
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'])
  })

  it.each<[string, string]>([
    ['333333333.33333329', '333333333.3333333'],
    ['1E30', '1e+30'],
    ['4.50', '4.5'],
    ['2e-3', '0.002'],
    ['0.000000000000000000000000001', '1e-27'],
    ['-0', '0'],
    ['9007199254740993', '9007199254740992'],
    [
      '"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"',
      '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    ],
    ['[null,true,false,[],{}]', '[null,true,false,[],{}]'],
    ['{"b":1,"a":{"d":1,"c":2}}', '{"a":{"c":2,"d":1},"b":1}'],
    ['{"10":1,"9":2,"a":3}', '{"10":1,"9":2,"a":3}'],
    ['{"__proto__":1,"toJSON":2,"constructor":3}', '{"__proto__":1,"constructor":3,"toJSON":2}'],
  ])('%s', (json, expected) => {
    expect(canonicalJson(JSON.parse(json) as JsonValue)).toBe(expected)
  })

  it.each(['1e400', '-1e400', '[1,[2,{"a":1e999}]]', '"\\ud800"', '"\\udc00x"', '{"\\ud83d":1}'])(
    '%s has no spelling',
    (json) => {
      expect(canonicalJson(JSON.parse(json) as JsonValue)).toBeUndefined()
    },
  )

  it('an independent implementation writes the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue
        expect(canonicalJson(json)).toBe(canonicalizeByPeer(json))
      }),
    )
  })
})
