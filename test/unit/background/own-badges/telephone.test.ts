import { describe, expect, it } from 'vitest'
import { endsAsNumber, mayBeOneNumber } from '../../../../src/background/own-badges/telephone'

const NUMBER = '+49 30 1234567'

const bothWays = (one: string, other: string) => [
  mayBeOneNumber(one, other),
  mayBeOneNumber(other, one),
]

describe('two texts may be one number', () => {
  it.each([
    ['with the country or without', NUMBER, '030 1234567'],
    ['short, and with the country or without', '+49 89 12345', '12345'],
    ['in Arabic-Indic digits', NUMBER, '٠٣٠ ١٢٣٤٥٦٧'],
    ['with a trunk zero in such digits', '+٤٩ (٠) ٨٩ ١٢٣٤٥', '89 12345'],
  ])('%s', (_, one, other) => {
    expect(bothWays(one, other)).toEqual([true, true])
  })
})

describe('two texts are not one number', () => {
  it.each([
    ['with other digits', NUMBER, '030 7654321'],
    ['short, with other digits at the end', '+49 89 12345', '12344'],
    ['without any digit', NUMBER, '–'],
    ['of zeros alone', NUMBER, '00'],
    ['both without any digit', '0', '+'],
  ])('%s', (_, one, other) => {
    expect(bothWays(one, other)).toEqual([false, false])
  })
})

describe('a number in the digits of another script', () => {
  it.each([
    ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩'],
    ['extended Arabic-Indic', '۰۱۲۳۴۵۶۷۸۹'],
    ['Devanagari', '०१२३४५६७८९'],
    ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
    ['full-width', '０１２３４５６７８９'],
    ['mathematical', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'],
    ['Adlam, which are no single units of UTF-16', '𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙'],
    ['Pa-O Karen', digitsFrom(0x116d0)],
    ['Eastern Pwo Karen, right behind them', digitsFrom(0x116da)],
  ])('is the number: %s', (_, digits) => {
    expect(endsAsNumber(digits, '+49 123456789')).toBe(true)
    expect(endsAsNumber(digits, '+49 123456788')).toBe(false)
    const [zero = '', ...others] = digits
    expect(endsAsNumber(others.join('') + zero, '+49 1234567890')).toBe(true)
  })
})

function digitsFrom(zero: number): string {
  return String.fromCodePoint(...Array.from({ length: 10 }, (_, value) => zero + value))
}
