import { expect, test } from 'vitest'
import { readableSource } from '../../../src/ui/report/source-text'

const base64Url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')

test('JSON is indented', () => {
  expect(readableSource('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}')
})

test('a compact JWS is taken apart, and its text read as UTF-8', () => {
  const jws = `${base64Url('{"alg":"EdDSA"}')}.${base64Url('{"name":"食品"}')}.c2ln`
  expect(readableSource(jws)).toBe('{\n  "alg": "EdDSA"\n}\n.\n{\n  "name": "食品"\n}\n.\nc2ln')
})

test.each(['', 'a.b.c', 'https://issuer.example/a.b.c', 'x.y.z.w', '{"a":'])(
  '%j stays as it is',
  (text) => {
    expect(readableSource(text)).toBe(text)
  },
)
