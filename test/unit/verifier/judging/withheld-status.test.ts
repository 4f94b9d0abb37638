import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../../src/verifier/index'
import type { JsonObject } from '../../../../src/verifier/verification'
import { NOW } from '../fake-verification'
import { disclose } from '../proofs/selective-signing'
import { ecdsaKey, suiteProof } from '../proofs/suite-signing'
import { badge } from '../signing'

const key = await ecdsaKey('P-256')
const document = badge(key.did)

async function verify(signed: JsonObject) {
  const report = await verifyBadge(
    { text: JSON.stringify(signed) },
    { fetch: () => Promise.reject(new Error('closed')), now: () => NOW },
  )
  const status = report.checks.find(({ id }) => id === 'status')
  return {
    verdict: report.verdict,
    reason: report.reason,
    status: `${status?.outcome} ${status?.reasons.map(({ code }) => code).join(' ')}`,
  }
}

describe('a credential without a status', () => {
  it('of which the holder shows a part: a person should ask for the rest', async () => {
    expect(await verify(await disclose(document, key))).toEqual({
      verdict: 'attention',
      reason: 'perhaps-withheld',
      status: 'unknown perhaps-withheld',
    })
  })

  it.each(['2030-06-01T00:00:00Z', '2025-12-01T00:00:00Z'])(
    'of which the holder shows a part is the same when it is judged again, with an end at %s',
    async (validUntil) => {
      const signed = await disclose({ ...document, validUntil }, key)
      const source = { text: JSON.stringify(signed) }
      const fetch = () => Promise.reject(new Error('closed'))
      const report = await verifyBadge(source, { fetch, now: () => NOW })
      expect(report.currency).toBe('unknown')
      expect(judgeAgain(report, NOW)).toEqual(report)
    },
  )

  it('of which the end may be left out as well', async () => {
    const { validUntil: _, ...endless } = document
    expect(await verify(await disclose(endless, key))).toMatchObject({ verdict: 'attention' })
  })

  it('that is shown whole: the issuer published none', async () => {
    const proof = await suiteProof(document, key, 'ecdsa-rdfc-2019')
    expect(await verify({ ...document, proof })).toMatchObject({
      verdict: 'authentic',
      status: 'not-applicable no-status-published',
    })
  })
})
