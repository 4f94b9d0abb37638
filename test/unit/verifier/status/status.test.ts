import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { combineStatus, judgeStatus, STATUS_METHODS } from '../../../../src/verifier/status'
import {
  bits,
  encodeList,
  entry,
  ISSUER,
  LIST_URL,
  listCredential,
  statusWorld,
} from './status-world'

const SUSPENSIONS = 'https://issuer.example/status/suspensions'
const PLAIN = 'https://issuer.example/status/plain'

const suspensions = (set: number[]) =>
  listCredential([], {
    id: SUSPENSIONS,
    subject: { statusPurpose: 'suspension', encodedList: encodeList(bits(131_072, set)) },
  })
const suspension = entry({
  id: `${SUSPENSIONS}#7`,
  statusPurpose: 'suspension',
  statusListCredential: SUSPENSIONS,
})
const plain = { id: PLAIN, type: '1EdTechRevocationList' }
const plainList = { issuer: ISSUER, revokedCredential: [] }

describe('judgeStatus', () => {
  test('without entries says that nothing is published, not that nothing was revoked', async () => {
    const { context } = statusWorld({})
    expect(await judgeStatus([], context)).toEqual({
      currency: 'current',
      checks: [
        {
          id: 'status',
          outcome: 'not-applicable',
          reasons: [{ code: 'no-status-published', params: {} }],
        },
      ],
    })
  })

  test('checks every entry, also where an earlier one decided', async () => {
    const { context, asked } = statusWorld({
      [LIST_URL]: listCredential([7]),
      [SUSPENSIONS]: suspensions([]),
      [PLAIN]: plainList,
    })
    const { currency, checks } = await judgeStatus([entry(), suspension, plain], context)
    expect(currency).toBe('revoked')
    expect(checks.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'passed'])
    expect(asked).toEqual([LIST_URL, SUSPENSIONS, PLAIN])
  })

  test('a revocation that stands last is not missed', async () => {
    const { context } = statusWorld({
      [LIST_URL]: listCredential([7]),
      [SUSPENSIONS]: suspensions([]),
    })
    expect((await judgeStatus([suspension, entry()], context)).currency).toBe('revoked')
  })

  test.each([
    // Its bits were written in two orders, so that nobody can tell whose are read.
    {
      type: 'RevocationList2020Status',
      revocationListCredential: LIST_URL,
      revocationListIndex: '7',
    },
    { type: 'ToString' },
    { type: ['__proto__', 'constructor'] },
    {},
    { type: 7 },
  ])('an entry of another type leaves the status unknown: %j', async (other) => {
    const { context } = statusWorld({ [LIST_URL]: listCredential() })
    const { currency, checks } = await judgeStatus([entry(), other], context)
    expect(currency).toBe('unknown')
    expect(checks[1]).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'status-not-supported' }],
    })
  })

  test('an unreadable list does not hide a suspension, nor a suspension a revocation', async () => {
    const { context } = statusWorld({ [SUSPENSIONS]: suspensions([7]) })
    expect((await judgeStatus([entry(), suspension], context)).currency).toBe('suspended')
    const both = statusWorld({
      [LIST_URL]: listCredential([7]),
      [SUSPENSIONS]: suspensions([7]),
    })
    expect((await judgeStatus([suspension, entry()], both.context)).currency).toBe('revoked')
  })

  test('entries beyond the eighth are not looked at, and leave the status unknown', async () => {
    const { context, asked } = statusWorld({ [LIST_URL]: listCredential() })
    const many = Array.from({ length: 2000 }, (_, index) =>
      entry({ statusListCredential: `https://flooded.example/${index}` }),
    )
    expect((await judgeStatus(many, context)).currency).toBe('unknown')
    expect(asked.length).toBeLessThanOrEqual(8)
  })

  test('a list that many entries share is asked for and proven once', async () => {
    const { context, asked, proven } = statusWorld({ [LIST_URL]: listCredential() })
    const many = Array.from({ length: 8 }, (_, index) => entry({ statusListIndex: String(index) }))
    expect((await judgeStatus(many, context)).checks).toHaveLength(8)
    expect(asked).toHaveLength(1)
    expect(proven).toHaveLength(1)
  })

  test('nor more often for several credentials inside one, but for each issuer by itself', async () => {
    const { context, asked, proven } = statusWorld({ [LIST_URL]: listCredential() })
    const { get } = context.verification.http
    const part = { ...context.verification, http: { get, needs: [], requests: [] } }
    await judgeStatus([entry()], context)
    expect((await judgeStatus([entry()], { ...context, verification: part })).currency).toBe(
      'current',
    )
    expect([asked.length, proven.length]).toEqual([1, 1])
    const foreign = { ...context, verification: part, issuerId: 'https://other.example/' }
    expect((await judgeStatus([entry()], foreign)).currency).toBe('unknown')
  })

  test('but by itself where something else has to prove it', async () => {
    const { context, asked, proven } = statusWorld({ [LIST_URL]: listCredential() })
    const { verification } = context
    const unproven = statusWorld({}, { proof: 'unknown' }).context
    const strict = { ...unproven, verification, provenBy: 'seal' }
    const ofBoth = await Promise.all([
      judgeStatus([entry()], context),
      judgeStatus([entry()], strict),
    ])
    expect(ofBoth.map(({ currency }) => currency)).toEqual(['current', 'unknown'])
    expect([asked.length, proven.length]).toEqual([1, 1])
  })

  test('stands as long as the answer that goes stale first', async () => {
    const { context } = statusWorld({
      [LIST_URL]: listCredential([], { subject: { ttl: 60_000 } }),
      [PLAIN]: plainList,
    })
    const { freshUntil } = await judgeStatus([plain, entry()], context)
    expect(freshUntil).toBe('2025-06-01T12:01:00.000Z')
  })
})

test('the worst of several findings decides, in whatever order', () => {
  const order = ['current', 'unknown', 'suspended', 'revoked'] as const
  const finding = (currency: (typeof order)[number]) => ({
    currency,
    check: { id: 'status' as const, outcome: 'unknown' as const, reasons: [] },
  })
  for (const [at, worse] of order.entries()) {
    for (const better of order.slice(0, at)) {
      expect(combineStatus([finding(better), finding(worse)]).currency).toBe(worse)
      expect(combineStatus([finding(worse), finding(better)]).currency).toBe(worse)
    }
  }
})

test('every file that exports a status method is in the list', () => {
  const folder = new URL('../../../../src/verifier/status/', import.meta.url)
  const files = readdirSync(folder).filter((file) =>
    readFileSync(new URL(file, folder), 'utf8').includes(': StatusMethod = '),
  )
  expect(files.sort()).toEqual([
    'bitstring-status-list.ts',
    'one-edtech-revocation-list.ts',
    'status-list-2021.ts',
  ])
  expect(STATUS_METHODS).toHaveLength(files.length)
})
