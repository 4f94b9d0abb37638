import { describe, expect, it } from 'vitest'
import { mayBeOneNumber } from '../../../../src/verifier/recipients/telephone-number'

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
