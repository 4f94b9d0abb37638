import { expect, test } from 'vitest'
import {
  addressOfProfile,
  addressOfReport,
  readAddress,
} from '../../../../src/pages/verify/address'

const ID = `${'a1'.repeat(32)}.${'b2'.repeat(32)}`

test('an address that outlives the tab names reports, and is read as it was written', () => {
  expect(readAddress(addressOfReport(ID))).toEqual({ is: 'report', reportId: ID })
  expect(readAddress(addressOfProfile([ID, 'c3', ID]))).toEqual({
    is: 'kept-profile',
    reportIds: [ID, 'c3', ID],
  })
  expect(addressOfProfile([ID, 'c3'])).toBe(`?show=profile&reports=${ID}_c3`)
})

test('addresses of a tab stay as they were', () => {
  expect(readAddress('?tab=7&badge=x')).toEqual({ is: 'badge', tabId: 7, badgeId: 'x' })
  expect(readAddress('?tab=7&show=profile')).toEqual({ is: 'profile', tabId: 7 })
  expect(readAddress('?tab=seven')).toEqual({ is: 'badge', tabId: undefined, badgeId: undefined })
})

test('an address asks for no more than the worker takes', () => {
  const subject = readAddress(addressOfProfile(Array.from({ length: 5_000 }, () => 'a')))
  expect(subject).toMatchObject({ is: 'kept-profile' })
  expect(subject.is === 'kept-profile' && subject.reportIds).toHaveLength(1_000)
  expect(readAddress('?show=profile&reports=')).toEqual({ is: 'kept-profile', reportIds: [] })
})
