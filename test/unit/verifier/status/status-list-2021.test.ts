import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgeStatus } from '../../../../src/verifier/status'
import type { JsonObject } from '../../../../src/verifier/verification'
import { bits, encodeList, entry, LIST_URL, listCredential, statusWorld } from './status-world'

/** A list as the draft of 2021 has it: no multibase prefix. */
function list2021(set: number[], subject: JsonObject = {}): JsonObject {
  return listCredential([], {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/vc/status-list/2021/v1',
    ],
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    subject: {
      type: 'StatusList2021',
      encodedList: gzipSync(bits(131_072, set)).toString('base64url'),
      ...subject,
    },
  })
}

async function judge(list: JsonObject, changes: JsonObject = {}) {
  const { context, asked } = statusWorld({ [LIST_URL]: list })
  const asks = entry({ type: 'StatusList2021Entry', ...changes })
  const { currency, checks } = await judgeStatus([asks], context)
  return { currency, asked, codes: checks[0]?.reasons.map(({ code }) => code), check: checks[0] }
}

describe('a status list of 2021', () => {
  test('whose bit is not set: not revoked', async () => {
    const { currency, check } = await judge(list2021([6, 8]))
    expect(currency).toBe('current')
    expect(check).toMatchObject({ outcome: 'passed', reasons: [{ code: 'not-revoked' }] })
  })

  test('whose bit is set: revoked, also with the prefix of its successor', async () => {
    expect((await judge(list2021([7]))).currency).toBe('revoked')
    const encodedList = encodeList(bits(131_072, [7]))
    expect((await judge(list2021([], { encodedList }))).currency).toBe('revoked')
  })

  test('about suspension', async () => {
    const suspension = { statusPurpose: 'suspension' }
    expect((await judge(list2021([7], suspension), suspension)).currency).toBe('suspended')
    const clear = await judge(list2021([], suspension), suspension)
    expect(clear).toMatchObject({ currency: 'current', codes: ['not-suspended'] })
  })
})

describe('attacks', () => {
  test.each(['message', 'refresh', 'Revocation'])(
    'the purpose %s is none of this draft, and no reason to pass',
    async (statusPurpose) => {
      const finding = await judge(list2021([], { statusPurpose }), { statusPurpose })
      expect(finding).toMatchObject({ currency: 'unknown', codes: ['status-not-supported'] })
      expect(finding.asked).toEqual([])
    },
  )

  test('a list of the successor does not answer for it', async () => {
    const finding = await judge(listCredential())
    expect(finding).toMatchObject({ currency: 'unknown', codes: ['status-list-wrong-type'] })
  })

  test('a list that is too short does not clear', async () => {
    const encodedList = gzipSync(bits(131_064)).toString('base64url')
    const finding = await judge(list2021([], { encodedList }))
    expect(finding).toMatchObject({ currency: 'unknown', codes: ['status-list-too-short'] })
  })
})
