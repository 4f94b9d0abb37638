import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../src/verifier'
import { matchRecipient } from '../../../src/verifier/recipients/match'
import { fakeWeb } from './fake-web'

/** Input that once took time that grew with the square of its length; now a few milliseconds. */
describe('long input is read in linear time', () => {
  it('an address with a million slashes', async () => {
    const value = `https://a.example/${'/'.repeat(1_000_000)}x`
    const recipient = { identities: [{ type: 'url', value, hashed: false }] }
    expect((await matchRecipient(recipient, ['https://a.example/'])).holder).toBe('differs')
  }, 2_000)

  it('a context of a million letters', async () => {
    const context = `https://openbadgespec.org/${'openbadgespec.org/'.repeat(50_000)}`
    const text = JSON.stringify({ '@context': context, type: 'Assertion' })
    const report = await verifyBadge({ text }, { fetch: fakeWeb({}).fetch, now: () => new Date(0) })
    expect(report.authenticity).toBe('unknown')
  }, 2_000)
})
