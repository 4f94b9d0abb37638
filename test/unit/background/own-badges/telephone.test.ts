import { describe, expect, it } from 'vitest'
import { endsAsNumber } from '../../../../src/background/own-badges/telephone'

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
