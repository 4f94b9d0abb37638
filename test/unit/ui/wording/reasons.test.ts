import { describe, expect, test } from 'vitest'
import { reasonSentence } from '../../../../src/ui/wording'
import type { Reason } from '../../../../src/verifier/report'
import { english } from '../english'
import { CODES, SAMPLES, sample } from './samples'

const say = (reason: Reason): string => reasonSentence(reason, english, 'en')

describe('every reason code', () => {
  test.each(CODES)('%s says a full sentence', (code) => {
    const sentence = say(sample(code))
    expect(sentence).toMatch(/^[\p{Lu}\p{Ll}\d]/u)
    expect(sentence).toMatch(/[.”…]$/)
    expect(sentence.split(' ').length).toBeGreaterThan(3)
    expect(sentence).not.toMatch(/\$|undefined|missing|\{|\}|NaN/)
    expect(sentence).not.toMatch(/\bvalid\b|\bwarning\b|not verified|\binvalid\b(?! term)/i)
  })

  test.each(CODES)('%s names what its parameters name', (code) => {
    const sentence = say(sample(code))
    const { host } = SAMPLES[code] as { host?: string }
    if (host !== undefined && code !== 'revoked') expect(sentence).toContain(host)
  })

  test('texts of one image are counted whatever their keywords', () => {
    const several: Reason = { code: 'chunk-repeated', params: { keyword: 'openbadges', count: 2 } }
    const sentence = 'The image carries 2 credential texts; the first, “openbadges”, was read.'
    expect(say(several)).toBe(sentence)
  })

  test('text in another encoding, which may have been read, is not said to be unreadable', () => {
    const sentence = say({ code: 'text-not-utf8', params: {} })
    expect(sentence).toContain('may be read wrongly, or not at all')
  })

  test('different reasons never share a sentence', () => {
    const sentences = CODES.map((code) => say(sample(code)))
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('variants', () => {
  test.each([
    [{}, 'Its issuer revoked it. Ask the holder or the issuer why.'],
    [{ reason: 'Fraud' }, 'Its issuer revoked it: Fraud.'],
    [
      { date: '2026-01-31T00:00:00Z' },
      'Its issuer revoked it on January 31, 2026. Ask the holder or the issuer why.',
    ],
  ])('revoked %j', (params, expected) => {
    const reason: Reason = { code: 'revoked', params: { host: 'a.example', ...params } }
    expect(say(reason)).toBe(expected)
  })

  test('a number takes its plural form', () => {
    expect(say({ code: 'host-timeout', params: { host: 'a.example', seconds: 1 } })).toContain(
      '1 second.',
    )
    expect(say({ code: 'host-timeout', params: { host: 'a.example', seconds: 10 } })).toContain(
      '10 seconds.',
    )
  })

  test('a holder who is named by nothing that is known may be named by a name', () => {
    const said = say({ code: 'holder-not-comparable', params: { type: 'other' } })
    expect(said).toContain('may be a name')
    expect(said).not.toContain('other')
  })

  test('a holder who is not named at all is not named by “none”', () => {
    const said = say({ code: 'holder-not-comparable', params: { type: 'none' } })
    expect(said).toContain('does not say whom it was issued to')
    expect(said).not.toContain('none')
  })

  test('what an issuer wrote ends with one full stop', () => {
    const params = { host: 'a.example', reason: 'Awarded by mistake.' }
    expect(say({ code: 'revoked', params })).toMatch(/Awarded by mistake\W*\.$/)
    expect(say({ code: 'revoked', params })).not.toContain('..')
  })

  test('a date that is none is shown as it is', () => {
    expect(say({ code: 'expired', params: { date: 'soon' } })).toContain('expired on soon.')
  })

  test('dates follow the language', () => {
    const reason: Reason = { code: 'expired', params: { date: '2026-01-31T23:30:00Z' } }
    expect(reasonSentence(reason, english, 'en-GB')).toContain('31 January 2026')
  })

  test('a long list is cut, and says so', () => {
    const terms = Array.from({ length: 12 }, (_, index) => `term${index}`)
    expect(say({ code: 'terms-not-signed', params: { terms } })).toContain(
      'term0, term1, term2, term3, term4, and 7 more',
    )
  })
})

describe('hostile parameters stay inert', () => {
  const attack = 'A\u202Egpj.exe\u2066 <img src=x onerror=alert(1)> $1 $HOST$ \u0000B'

  test('overrides and controls go, markup and placeholders stay text', () => {
    const sentence = say({
      code: 'issuer-unknown',
      params: { issuer: 'evil.example', claimedName: attack },
    })
    expect(sentence).toContain('“Agpj.exe <img src=x onerror=alert(1)> $1 $HOST$ B”')
    expect(sentence).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
  })

  test('a name written from right to left is isolated', () => {
    const sentence = say({
      code: 'issuer-unknown',
      params: { issuer: 'evil.example', claimedName: 'جامعة' },
    })
    expect(sentence).toContain('“\u2068جامعة\u2069”')
  })

  test('a name of 10 kB is cut', () => {
    const claimedName = '名'.repeat(10_000)
    const sentence = say({
      code: 'issuer-unknown',
      params: { issuer: 'evil.example', claimedName },
    })
    expect(sentence.length).toBeLessThan(400)
    expect(sentence).toContain('…')
  })
})
