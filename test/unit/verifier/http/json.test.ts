import { describe, expect, test } from 'vitest'
import { parseJson, readJson, readText } from '../../../../src/verifier/http/json'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { Answer } from '../../../../src/verifier/http/guarded-fetch'

const parse = (text: string) => parseJson(text, LIMITS)

const answer = (body: string | Uint8Array, mediaType = 'application/json'): Answer => ({
  ok: true,
  status: 200,
  url: 'https://issuer.example/a',
  mediaType,
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

describe('parseJson', () => {
  test('reads JSON of any kind', () => {
    expect(parse('{"a":[1,"b",null]}')).toEqual({ value: { a: [1, 'b', null] } })
    expect(parse('"text"')).toEqual({ value: 'text' })
  })

  test('ignores one byte order mark', () => {
    expect(parse('\uFEFF{}')).toEqual({ value: {} })
    expect(parse('\uFEFF\uFEFF{}')).toEqual({ reason: { code: 'not-json', params: {} } })
  })

  test.each(['', '{', '{"a":1,}', 'undefined', "{'a':1}", '<html>', ']', '{"a":"\\', '{"a":"'])(
    'says that %j is no JSON',
    (text) => {
      expect(parse(text)).toEqual({ reason: { code: 'not-json', params: {} } })
    },
  )

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  test('the depth limit is 64: 64 passes, 65 does not', () => {
    expect(LIMITS.jsonDepth).toBe(64)
    expect(parse(nested(64))).toHaveProperty('value')
    expect(parse(nested(65))).toEqual({ reason: { code: 'json-too-deep', params: { limit: 64 } } })
    expect(parse('{"a":'.repeat(65) + '1' + '}'.repeat(65))).toHaveProperty('reason')
  })

  test('a million brackets are refused without a stack overflow', () => {
    expect(parse('['.repeat(1_000_000))).toMatchObject({ reason: { code: 'json-too-deep' } })
    expect(parse(']'.repeat(100) + '['.repeat(100))).toMatchObject({ reason: { code: 'not-json' } })
  })

  test('brackets and quotation marks inside strings do not count', () => {
    const value = '[{'.repeat(200)
    expect(parse(JSON.stringify({ a: value }))).toEqual({ value: { a: value } })
    const escaped = { [`a"${value}`]: `\\"${value}\\` }
    expect(parse(JSON.stringify(escaped))).toEqual({ value: escaped })
  })

  test.each([
    '{"__proto__":{"admin":true}}',
    '{"a":[{"b":{"__proto__":null}}]}',
    '{"\\u005f_proto__":{"admin":true}}',
    '{"\\u005F\\u005Fproto\\u005f\\u005f":1}',
    '{"__\\u0070roto__":1}',
  ])('refuses a member __proto__ and pollutes nothing: %s', (text) => {
    expect(parse(text)).toMatchObject({
      reason: { code: 'property-invalid', params: { property: '__proto__' } },
    })
    expect({}).not.toHaveProperty('admin')
  })

  test('the word __proto__ as a value is only text', () => {
    expect(parse('{"name":"__proto__"}')).toEqual({ value: { name: '__proto__' } })
  })
})

describe('readJson', () => {
  test('gives the value and the text that it came from', () => {
    expect(readJson(answer('{"a": 1}'), LIMITS)).toEqual({ value: { a: 1 }, text: '{"a": 1}' })
  })

  test('believes the content and not the type', () => {
    expect(readJson(answer('{}', 'text/html'), LIMITS)).toHaveProperty('value')
  })

  test.each(['<!doctype html><title>Log in</title>', '{"a":', ''])(
    'calls %j not readable, with the host',
    (body) => {
      expect(readJson(answer(body, 'text/html'), LIMITS)).toEqual({
        reason: { code: 'answer-not-readable', params: { host: 'issuer.example' } },
      })
    },
  )

  test('does not repair malformed UTF-8', () => {
    const latin1 = new Uint8Array([0x22, 0xe9, 0x22])
    expect(readJson(answer(latin1), LIMITS)).toMatchObject({
      reason: { code: 'answer-not-readable' },
    })
    expect(readText(answer(latin1))).toHaveProperty('reason')
    expect(readText(answer('é'))).toEqual({ text: 'é' })
  })

  test('keeps the reason for depth', () => {
    expect(readJson(answer('['.repeat(65)), LIMITS)).toMatchObject({
      reason: { code: 'json-too-deep' },
    })
  })
})
