import { describe, expect, test } from 'vitest'
import { clip, displayLines, displaySource, displayText, isolate } from '../../../../src/ui/wording'

describe('displayText', () => {
  test.each([
    ['overrides', 'abc\u202Edef\u202C', 'abcdef'],
    ['isolates', 'a\u2066b\u2069c', 'abc'],
    ['direction marks', 'a\u200Eb\u200Fc\u061Cd', 'abcd'],
    ['controls', 'a\u0000b\u001Bc\u009Fd', 'abcd'],
    ['zero width', 'Har\u200Bvard\uFEFF\u00AD', 'Harvard'],
    ['Unicode tags', 'a\u{E0041}\u{E007F}b', 'ab'],
    ['line breaks', 'a\r\nb\u2028c\td', 'a b c d'],
    ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
    ['letters joined by ZWJ stay', '👩\u200D🎓', '👩\u200D🎓'],
    ['Japanese stays', '食品安全', '食品安全'],
    ['markup is only text', '<b>&amp;', '<b>&amp;'],
  ])('%s', (_, input, expected) => {
    expect(displayText(input)).toBe(expected)
  })

  test('marks piled on a letter are cut', () => {
    expect(displayText(`Z${'\u0301'.repeat(50)}`)).toBe(`Z${'\u0301'.repeat(6)}`)
  })

  test('lines stay lines where they belong', () => {
    expect(displayLines('a\r\nb\u202E\n\nc ')).toBe('a\nb\n\nc')
  })
})

test('source shows what hides in it', () => {
  expect(displaySource('{"a":"\u202E\u0007"}\r\n')).toBe('{"a":"\\u202e\\u0007"}\n')
  expect(displaySource('\u{E0041}')).toBe('\\udb40\\udc41')
})

test('clip cuts between letters', () => {
  expect(clip('👩👩👩👩', 2)).toBe('👩👩…')
  expect(clip('abc', 3)).toBe('abc')
})

test('isolate wraps only where reordering is possible', () => {
  expect(isolate('issuer.example', 'en')).toBe('issuer.example')
  expect(isolate('שלום', 'en')).toBe('\u2068שלום\u2069')
  expect(isolate('issuer.example', 'ar')).toBe('\u2068issuer.example\u2069')
})
