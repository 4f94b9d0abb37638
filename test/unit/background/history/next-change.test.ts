import { expect, test } from 'vitest'
import { nextChange, nextListChange } from '../../../../src/background/history/next-change'
import type { TrustList, VerificationReport } from '../../../../src/verifier'

const NOW = Date.parse('2026-06-01T12:00:00Z')
const HOUR = 3_600_000
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const report = (fields: object) => ({ parts: [], ...fields }) as unknown as VerificationReport

test.each([
  ['its end', { credential: { validUntil: at(10) } }],
  ['its beginning', { credential: { validFrom: at(10) } }],
  ['the age of an answer about its status', { freshUntil: at(10) }],
  ['the end of its proof', { proofUntil: at(10) }],
  ['the end of its key', { keyEnds: { expires: at(10) } }],
  ['the end of a trusted list', { seal: { trustedList: { nextUpdate: at(10) }, certificate: {} } }],
  ['the end of a certificate', { seal: { certificate: { notAfter: at(10) } } }],
  ['a part of it', { parts: [report({ freshUntil: at(10) })] }],
])('a judgement stands until %s', (_, fields) => {
  expect(nextChange(report(fields), NOW) - NOW).toBeGreaterThanOrEqual(10 * 60_000)
  expect(nextChange(report(fields), NOW) - NOW).toBeLessThanOrEqual(10 * 60_000 + 1)
})

test('and never longer than an hour, whatever the badge says', () => {
  for (const fields of [
    {},
    { credential: { validUntil: at(-10) } },
    { credential: { validUntil: 'never' } },
    { freshUntil: '9999-12-31T00:00:00Z' },
  ])
    expect(nextChange(report(fields), NOW)).toBe(NOW + HOUR)
})

test('nor beyond what a list says of an issuer', () => {
  const lists = [{ issuers: [{ id: 'x', name: 'X', validUntil: at(30) }] }] as TrustList[]
  expect(nextListChange(lists, NOW)).toBe(NOW + 30 * 60_000)
})
