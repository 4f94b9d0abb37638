import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../../src/verifier'
import { controllerDocument, didWebUrl, UNIVERSITY } from '../../../fixtures/issuers'
import { credential } from '../../../fixtures/open-badges-3'
import { signDataIntegrity } from '../../../fixtures/signing'
import { fakeWeb } from '../fake-web'

const NOW = new Date('2026-01-15T12:00:00Z')
const ACHIEVEMENT = { slug: 'end', name: 'Data Analysis', description: 'Explains data' }

/** The badge of an issuer whose document says this of its key, at a time. */
async function verify(dates: object, now = NOW) {
  const document = controllerDocument(UNIVERSITY)
  const [method] = document.verificationMethod as object[]
  const pages = {
    [didWebUrl(UNIVERSITY.id)]: { ...document, verificationMethod: [{ ...method, ...dates }] },
  }
  const badge = await signDataIntegrity(credential(ACHIEVEMENT, UNIVERSITY), UNIVERSITY)
  const environment = { fetch: fakeWeb(pages).fetch, now: () => now }
  return verifyBadge({ text: JSON.stringify(badge) }, environment)
}

describe('a key that its issuer gives an end', () => {
  it.each([
    [{ expires: '2026-02-01T00:00:00Z' }, '2026-02-01T00:00:00.000Z'],
    // Without a time zone UTC is meant, wherever it is read.
    [{ expires: '2026-02-01T00:00:00' }, '2026-02-01T00:00:00.000Z'],
    [{ expires: '2027-01-01', revoked: '2026-03-01T00:00:00Z' }, '2026-03-01T00:00:00.000Z'],
  ])('is kept with the report: %j', async (dates, keyUntil) => {
    expect(await verify(dates)).toMatchObject({ verdict: 'authentic', keyUntil })
  })

  it('judges a kept report as a fresh one once the end has come', async () => {
    const dates = { expires: '2026-02-01T00:00:00Z' }
    const kept = await verify(dates)
    const later = new Date(dates.expires)
    expect(judgeAgain(kept, new Date(later.getTime() - 1)).verdict).toBe('authentic')
    const again = judgeAgain(kept, later)
    const fresh = await verify(dates, later)
    expect(again.verdict).toBe(fresh.verdict)
    expect(again.reason).toBe('key-expired')
    expect(fresh.reason).toBe('key-expired')
  })

  it('has none where nothing is said', async () => {
    expect(await verify({})).not.toHaveProperty('keyUntil')
    expect(await verify({ expires: null, revoked: false })).not.toHaveProperty('keyUntil')
  })

  it.each(['someday', 'Thu, 01 Jan 2099 00:00:00 GMT', 7, true])(
    'that cannot be read has come: %j',
    async (expires) => {
      expect(await verify({ expires })).toMatchObject({
        verdict: 'attention',
        reason: 'key-expired',
      })
    },
  )
})
