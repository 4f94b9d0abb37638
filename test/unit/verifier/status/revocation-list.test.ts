import { describe, expect, test } from 'vitest'
import { judgeRevocationList, judgeStatus } from '../../../../src/verifier/status'
import { CREDENTIAL, ISSUER, LIST_URL, statusWorld } from './status-world'

const entry = { id: LIST_URL, type: '1EdTechRevocationList' }

describe('1EdTechRevocationList', () => {
  async function judge(
    list: object | string | number,
    options: Parameters<typeof statusWorld>[1] = {},
  ) {
    const world = statusWorld({ [LIST_URL]: list }, options)
    const judgement = await judgeStatus([entry], world.context)
    return { ...judgement, check: judgement.checks[0], world }
  }

  const codes = ({ check }: Awaited<ReturnType<typeof judge>>) =>
    check?.reasons.map(({ code }) => code)

  const list = (revokedCredential: unknown[]) => ({
    id: LIST_URL,
    type: '1EdTechRevocationList',
    issuer: ISSUER,
    revokedCredential,
  })

  test('names the credential: revoked, with the reason', async () => {
    const revoked = [{ id: 'urn:other' }, { id: CREDENTIAL, revocationReason: 'Issued by mistake' }]
    expect(await judge(list(revoked))).toMatchObject({
      currency: 'revoked',
      check: {
        id: 'status',
        subject: LIST_URL,
        outcome: 'failed',
        reasons: [
          { code: 'revoked', params: { host: 'issuer.example', reason: 'Issued by mistake' } },
        ],
      },
    })
  })

  test.each([
    ['an id alone', [CREDENTIAL]],
    ['revoked: true', [{ id: CREDENTIAL, revoked: true }]],
    ['a second entry after one taken back', [{ id: CREDENTIAL, revoked: false }, CREDENTIAL]],
  ])('%s revokes', async (_name, revoked) => {
    expect((await judge(list(revoked))).currency).toBe('revoked')
  })

  test('the plural that occurs is read too', async () => {
    const plural = { issuer: { id: ISSUER }, revokedCredentials: [{ id: CREDENTIAL }] }
    expect((await judge(plural)).currency).toBe('revoked')
  })

  test('does not name the credential: not revoked, for a day', async () => {
    const finding = await judge(list([{ id: `${CREDENTIAL}0` }, { uid: 'x' }]))
    expect(finding).toMatchObject({ currency: 'current', freshUntil: '2025-06-02T12:00:00.000Z' })
    expect(codes(finding)).toEqual(['not-revoked'])
    expect((await judge(list([{ id: CREDENTIAL, revoked: false }]))).currency).toBe('current')
  })

  test.each([[{ uid: 7 }], [null], [3], [{ id: {} }]])(
    'an entry that names nothing, %j, may mean any credential',
    async (entry) => {
      const finding = await judge(list([entry]))
      expect(finding.currency).toBe('unknown')
      expect(codes(finding)).toEqual(['status-list-malformed'])
    },
  )

  test('an entry whose id stands in a list of one still names it', async () => {
    expect((await judge(list([{ id: [CREDENTIAL] }]))).currency).toBe('revoked')
  })

  test('of a credential without an id cannot be looked up', async () => {
    const finding = await judge(list([]), { credentialId: null })
    expect(finding.currency).toBe('unknown')
    expect(codes(finding)).toEqual(['property-missing'])
    expect(finding.world.asked).toEqual([])
  })

  test.each<[string, object | string | number, string[]]>([
    ['not found', 404, ['status-not-obtained', 'http-status']],
    ['an error that looks like a list', 500, ['status-not-obtained', 'http-status']],
    ['a page for people', '<html>', ['status-not-obtained', 'answer-not-readable']],
    [
      'any other JSON, which lacks our credential too',
      { issuer: ISSUER, status: 'ok' },
      ['status-list-wrong-type'],
    ],
    ['no issuer', { revokedCredential: [] }, ['status-list-malformed']],
    [
      'another list, served in its place',
      { id: `${LIST_URL}/2`, issuer: ISSUER, revokedCredential: [] },
      ['status-list-differs'],
    ],
    [
      'a list that is no array',
      { issuer: ISSUER, revokedCredential: {} },
      ['status-list-malformed'],
    ],
    [
      'the list of another issuer',
      { issuer: 'https://attacker.example/', revokedCredential: [] },
      ['status-list-foreign'],
    ],
  ])('%s: unknown, never “not revoked”', async (_name, answer, expected) => {
    const finding = await judge(answer)
    expect(finding.currency).toBe('unknown')
    expect(finding.check?.outcome).toBe('unknown')
    expect(codes(finding)).toEqual(expected)
  })

  test('an empty list that says what it is may leave the array out', async () => {
    const { currency } = await judge({ issuer: ISSUER, type: ['1EdTechRevocationList'] })
    expect(currency).toBe('current')
  })

  test('an entry without an address is unknown', async () => {
    const { context } = statusWorld({})
    const { currency, checks } = await judgeStatus([{ type: '1EdTechRevocationList' }], context)
    expect(currency).toBe('unknown')
    expect(checks[0]?.reasons[0]?.code).toBe('property-missing')
  })
})

describe('Open Badges 2.0 revocationList', () => {
  const id = 'https://issuer.example/assertions/1'

  async function judge(list: object | number, assertion: { id?: string; uid?: string }) {
    const { context } = statusWorld({ [LIST_URL]: list })
    return judgeRevocationList(LIST_URL, assertion, ISSUER, context.verification)
  }

  const list = (revokedAssertions: unknown[], issuer?: string) => ({
    '@context': 'https://w3id.org/openbadges/v2',
    id: LIST_URL,
    type: 'RevocationList',
    ...(issuer !== undefined && { issuer }),
    revokedAssertions,
  })

  test.each([
    ['an id', [id], { id }],
    ['an id that lost its https', ['http://issuer.example/assertions/1'], { id }],
    ['an object with id', [{ id, revocationReason: 'x' }], { id }],
    ['an object with uid', [{ uid: 'abc' }], { id, uid: 'abc' }],
    ['a bare uid', ['abc'], { uid: 'abc' }],
  ])('matches by %s', async (_name, revoked, assertion) => {
    expect((await judge(list(revoked, ISSUER), assertion)).currency).toBe('revoked')
  })

  test('that names others does not match', async () => {
    const finding = await judge(list(['https://issuer.example/assertions/11', { uid: 'abcd' }]), {
      id,
      uid: 'abc',
    })
    expect(finding).toMatchObject({ currency: 'current', check: { outcome: 'passed' } })
  })

  test('of another issuer says nothing', async () => {
    const finding = await judge(list([], 'https://attacker.example/'), { id })
    expect(finding.check.reasons[0]?.code).toBe('status-list-foreign')
    expect(finding.currency).toBe('unknown')
  })

  test('that is not found says nothing', async () => {
    expect(await judge(404, { id })).toMatchObject({
      currency: 'unknown',
      check: { outcome: 'unknown' },
    })
  })

  test('cannot look up an assertion that has no name', async () => {
    expect((await judge(list([]), {})).currency).toBe('unknown')
  })
})
