import { describe, expect, it } from 'vitest'
import type { Accreditation, Credential } from '../../../../src/verifier/credential'
import { checkAccreditation } from '../../../../src/verifier/judging/accreditation'
import { readElm3 } from '../../../../src/verifier/reading/elm-3'
import type { JsonObject } from '../../../../src/verifier/verification'
import { europeanCredential, person } from '../../../fixtures/elm-3'

const NOW = new Date('2026-01-15T12:00:00Z')

function credential(accreditations: Accreditation[], dates: Partial<Credential> = {}): Credential {
  const document = europeanCredential({}, { credentialSubject: person({ hasClaim: [] }) })
  const { issuedOn: _, validFrom: __, ...read } = readElm3(document as JsonObject, 'ELM/3')
  return { ...read, ...dates, accreditations }
}

const until = (validUntil: string): Accreditation => ({ title: { en: 'Review' }, validUntil })
const outcome = (validUntil: string, dates: Partial<Credential>) =>
  checkAccreditation(credential([until(validUntil)], dates), NOW).outcome

describe('accreditation', () => {
  it('that is not stated is neither good nor bad', () => {
    expect(checkAccreditation(credential([]), NOW)).toMatchObject({
      outcome: 'not-applicable',
      reasons: [{ code: 'accreditation-none' }],
    })
  })

  it('that is stated is the credential’s own word, and never passed', () => {
    const stated = { title: { de: 'Prüfung' }, body: { und: 'Agency' } }
    expect(checkAccreditation(credential([stated, stated]), NOW)).toEqual({
      id: 'accreditation',
      outcome: 'unknown',
      reasons: [{ code: 'accreditation-stated', params: { name: 'Prüfung', body: 'Agency' } }],
    })
  })

  it.each([
    ['the day before it was issued', '2025-05-31', { issuedOn: '2025-06-01T10:00:00Z' }, 'warned'],
    [
      'on the day on which it was issued',
      '2025-06-01',
      { issuedOn: '2025-06-01T10:00:00Z' },
      'unknown',
    ],
    ['since it was issued', '2025-12-31', { issuedOn: '2025-06-01' }, 'unknown'],
    [
      'before it began, where it does not say when it was issued',
      '2025-05-31',
      { validFrom: '2025-06-01' },
      'warned',
    ],
    ['before now, where it says neither', '2026-01-14', {}, 'warned'],
    ['at a time that cannot be read', 'soon', { issuedOn: '2025-06-01' }, 'unknown'],
  ])('that ended %s', (_, validUntil, dates, expected) => {
    expect(outcome(validUntil, dates)).toBe(expected)
  })

  it('that ended stands before those that did not', () => {
    const both = credential([{ title: { en: 'Other' } }, until('2020-01-01')])
    expect(checkAccreditation(both, NOW).reasons.map(({ code }) => code)).toEqual([
      'accreditation-ended',
      'accreditation-stated',
    ])
  })
})
