import { describe, expect, test } from 'vitest'
import { isDecided, isFresh } from '../../../src/background/judge'
import { CLR, ENDORSED } from '../../screens/parts'

const SOON = new Date(new Date(CLR.checkedAt).getTime() + 60_000)
const [authentic, , , unverifiable] = CLR.parts
const need = { host: 'a.example', url: 'https://a.example/', purpose: 'key' } as const

describe('a kept report with credentials inside', () => {
  test('is asked anew where one of them could not be checked', () => {
    expect(isFresh({ ...CLR, parts: [authentic!] }, SOON)).toBe(true)
    expect(isFresh({ ...CLR, parts: [authentic!, unverifiable!] }, SOON)).toBe(false)
  })

  test('is asked anew once the status of one of them is too old', () => {
    const old = { ...authentic!, freshUntil: CLR.checkedAt }
    expect(isFresh({ ...CLR, parts: [old] }, SOON)).toBe(false)
  })

  test('stands where only an endorsement could not be checked', () => {
    const place = { role: 'endorsement', subject: 'unknown' } as const
    expect(isFresh({ ...ENDORSED, parts: [{ ...unverifiable!, place }] }, SOON)).toBe(true)
  })

  test('of a presentation is not final while credentials in it are to be asked about', () => {
    const invalid = { ...CLR, verdict: 'invalid' as const, needs: [need] }
    expect(isDecided(invalid)).toBe(true)
    expect(isDecided({ ...invalid, kind: 'presentation' })).toBe(false)
  })
})
