import { expect, test } from 'vitest'
import { meets, takenFrom } from '../../../../src/verifier/trusted-lists/taken-from'
import type { Criteria } from '../../../../src/verifier/trusted-lists/trusted-lists'

const SEAL = { policies: ['1.2.3', '1.2.4'], keyUsage: 0b11 }
const YES: Criteria = { policies: ['1.2.3'] }
const NO: Criteria = { policies: ['1.9'] }
const MAYBE: Criteria = 'unread'

test.each<[Criteria, boolean | undefined]>([
  [YES, true],
  [NO, false],
  [MAYBE, undefined],
  [{ policies: ['1.2.3', '1.2.4'] }, true],
  [{ policies: ['1.2.3', '1.9'] }, false],
  [{ policies: ['1.2'] }, false],
  [{ keyUsage: { set: 0b01, clear: 0b100 } }, true],
  [{ keyUsage: { set: 0b01, clear: 0b010 } }, false],
  [{ keyUsage: { set: 0b111, clear: 0 } }, false],
  [{ all: [YES, YES] }, true],
  [{ all: [YES, MAYBE] }, undefined],
  [{ all: [MAYBE, NO] }, false],
  [{ any: [NO, YES] }, true],
  [{ any: [MAYBE, YES] }, true],
  [{ any: [NO, MAYBE] }, undefined],
  [{ any: [NO, NO] }, false],
  [{ none: [NO, NO] }, true],
  [{ none: [NO, YES] }, false],
  [{ none: [MAYBE, YES] }, false],
  [{ none: [NO, MAYBE] }, undefined],
  [{ none: [{ any: [NO] }] }, true],
])('%j: %s', (criteria, expected) => {
  expect(meets(SEAL, criteria)).toBe(expected)
})

test('a certificate without policies has none, and one without key usage may have any', () => {
  expect(meets({}, YES)).toBe(false)
  expect(meets({}, { none: [YES] })).toBe(true)
  expect(meets({}, { keyUsage: { set: 1, clear: 0 } })).toBeUndefined()
})

test('what a state takes, surely and perhaps', () => {
  const exceptions = [
    { takes: 'NotQualified', from: NO },
    { takes: 'QCForWSA', from: MAYBE },
    { takes: 'QCNoQSCD', from: YES },
  ]
  const state = { from: '', status: 'granted', forSeals: true }
  expect(takenFrom(SEAL, { ...state, exceptions })).toEqual({
    surely: ['QCNoQSCD'],
    perhaps: ['QCForWSA'],
  })
  expect(takenFrom(SEAL, state)).toEqual({ surely: [], perhaps: [] })
})
