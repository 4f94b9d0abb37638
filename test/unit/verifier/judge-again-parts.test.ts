import { describe, expect, it } from 'vitest'
import { compareRecipient, judgeAgain } from '../../../src/verifier'
import {
  checkOf,
  codesOf,
  COLLEGE,
  endorsementOf,
  GUILD,
  LEARNER,
  signedBadge,
  signedClr,
  verify,
} from './parts-world'

const LATER = new Date('2026-06-01T00:00:00Z')
const YESTERDAY = new Date('2026-01-14T00:00:00Z')

const lasting = await signedBadge('Welding', GUILD)
const ending = await signedBadge('Brazing', COLLEGE, { validUntil: '2026-03-01T00:00:00Z' })

describe('a kept report with credentials inside, judged for the present', () => {
  it('changes nothing within the time of all of them', async () => {
    const report = await verify(await signedClr([lasting, ending]))
    expect(judgeAgain(report, new Date('2026-02-01T00:00:00Z'))).toEqual(report)
    expect(judgeAgain(structuredClone(report), LATER)).toEqual(judgeAgain(report, LATER))
  })

  it('sees that one of them has expired since', async () => {
    const again = judgeAgain(await verify(await signedClr([lasting, ending])), LATER)
    expect(again).toMatchObject({ verdict: 'attention', reason: 'parts-need-attention' })
    expect(again.parts[1]).toMatchObject({ verdict: 'attention', reason: 'expired' })
  })

  it('sees that one of them has come into force since, and only that', async () => {
    const coming = await signedBadge('Soldering', GUILD, { validFrom: '2026-02-01T00:00:00Z' })
    const report = await verify(await signedClr([coming]))
    expect(report.verdict).toBe('attention')
    expect(judgeAgain(report, LATER).verdict).toBe('authentic')
    const otherwise = { ...report, ownConformity: 'questionable' as const }
    expect(judgeAgain(otherwise, LATER).verdict).toBe('attention')
  })

  it('keeps what time does not change', async () => {
    const report = await verify(await signedClr([lasting]), {}, { limits: { parts: 0 } })
    const again = judgeAgain(report, YESTERDAY)
    expect(codesOf(again, 'parts')).toEqual(['parts-not-checked'])
    expect(again.verdict).toBe('attention')
    const altered = await verify({ ...(await signedClr([lasting])), name: 'X' })
    expect(codesOf(judgeAgain(altered, LATER), 'parts')).toEqual(['not-reached'])
  })

  it('counts an endorsement no longer once it has ended', async () => {
    const validUntil = '2026-03-01T00:00:00Z'
    const endorsement = [await endorsementOf('urn:badge:Welding', undefined, { validUntil })]
    const report = await verify(await signedBadge('Welding', GUILD, { endorsement }))
    expect(codesOf(report, 'endorsements')).toEqual(['endorsements-hold'])
    const again = judgeAgain(report, LATER)
    expect(again.verdict).toBe('authentic')
    expect(codesOf(again, 'endorsements')).toEqual(['endorsements-not-in-force'])
  })

  it('makes a presentation as bad as the worst of it, later as well', async () => {
    const report = await verify({
      type: 'VerifiablePresentation',
      verifiableCredential: [lasting, ending],
    })
    expect(report.verdict).toBe('authentic')
    const again = judgeAgain(report, LATER)
    expect(again).toMatchObject({ verdict: 'attention', currency: 'expired' })
  })
})

describe('compareRecipient with credentials inside', () => {
  it('compares each of them as well', async () => {
    const report = await verify(await signedClr([lasting]))
    expect(await compareRecipient(report, LEARNER)).toMatchObject({
      holder: 'matches',
      verdict: 'authentic',
      parts: [{ holder: 'matches' }],
    })
    const other = await compareRecipient(report, 'did:example:cheat')
    expect(other).toMatchObject({ holder: 'differs', verdict: 'attention' })
    expect(other.parts[0]).toMatchObject({ holder: 'differs', verdict: 'attention' })
    expect(checkOf(other, 'parts').outcome).toBe('warned')
  })

  it('does not ask whose an endorsement is', async () => {
    const report = await verify(await endorsementOf('urn:badge:Welding'))
    expect(await compareRecipient(report, LEARNER)).toEqual(report)
  })
})
