import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgeStatus } from '../../../../src/verifier/status'
import type { JsonObject, ProofFinding } from '../../../../src/verifier/verification'
import {
  bits,
  encodeList,
  entry,
  ISSUER,
  LIST_URL,
  listCredential,
  NOW,
  statusWorld,
} from './status-world'

async function judge(
  list: object | string | number,
  asked: JsonObject = entry(),
  options: Parameters<typeof statusWorld>[1] = {},
) {
  const world = statusWorld({ [LIST_URL]: list }, options)
  const judgement = await judgeStatus([asked], world.context)
  return { ...judgement, check: judgement.checks[0], world }
}

/** Never fine, never bad: unknown, with these reasons. */
function expectUnknown(
  finding: Awaited<ReturnType<typeof judge>>,
  codes: string[],
  outcome = 'unknown',
) {
  expect(finding.currency).toBe('unknown')
  expect(finding.check?.outcome).toBe(outcome)
  expect(finding.check?.reasons.map(({ code }) => code)).toEqual(codes)
}

describe('a bitstring status list', () => {
  test('whose bit is not set: not revoked', async () => {
    const { currency, checks, world } = await judge(listCredential([6, 8]))
    expect(currency).toBe('current')
    expect(checks).toEqual([
      {
        id: 'status',
        subject: `${LIST_URL}#7`,
        outcome: 'passed',
        reasons: [{ code: 'not-revoked', params: { host: 'issuer.example' } }],
        spec: 'https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm',
      },
    ])
    expect(world.proven).toEqual([{ json: listCredential([6, 8]), isJwt: false, issuerId: ISSUER }])
  })

  test('whose bit is set: revoked', async () => {
    expect(await judge(listCredential([7]))).toMatchObject({
      currency: 'revoked',
      check: { outcome: 'failed', reasons: [{ code: 'revoked' }] },
    })
  })

  test.each(['0', '131071'])('is read at its edge, entry %s', async (statusListIndex) => {
    const asked = entry({ statusListIndex })
    expect((await judge(listCredential([Number(statusListIndex)]), asked)).currency).toBe('revoked')
    expect((await judge(listCredential([1, 131_070]), asked)).currency).toBe('current')
  })

  test('about suspension says nothing of revocation', async () => {
    const suspension = { subject: { statusPurpose: 'suspension' } }
    const asked = entry({ statusPurpose: 'suspension' })
    const clear = await judge(listCredential([], suspension), asked)
    expect(clear).toMatchObject({ currency: 'current', check: { outcome: 'passed' } })
    expect(clear.check?.reasons.map(({ code }) => code)).toEqual(['not-suspended'])
    const set = await judge(
      listCredential([], {
        subject: { ...suspension.subject, encodedList: encodeList(bits(131_072, [7])) },
      }),
      asked,
    )
    expect(set).toMatchObject({ currency: 'suspended', check: { outcome: 'failed' } })
  })

  test('may carry messages in several bits', async () => {
    const list = bits(131_072 * 2, [14])
    const asked = entry({
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'pending' },
        { status: '0x2', message: 'handed over' },
      ],
    })
    const finding = await judge(
      listCredential([], { subject: { statusPurpose: 'message', encodedList: encodeList(list) } }),
      asked,
    )
    expect(finding).toMatchObject({
      currency: 'current',
      check: {
        outcome: 'warned',
        reasons: [
          { code: 'status-message', params: { host: 'issuer.example', message: 'handed over' } },
        ],
      },
    })
  })

  test.each([
    ['without a word for this value', [{ status: '0x1', message: 'pending' }]],
    ['whose word is no text', [{ status: '0x80', message: {} }]],
    ['without words', undefined],
  ])('that says a message %s says its value', async (_name, statusMessage) => {
    const asked = entry({
      statusPurpose: 'message',
      statusSize: 8,
      ...(statusMessage !== undefined && { statusMessage }),
    })
    const encodedList = encodeList(bits(131_072 * 8, [56]))
    const list = listCredential([], { subject: { statusPurpose: 'message', encodedList } })
    expect((await judge(list, asked)).check?.reasons[0]?.params).toMatchObject({ message: '0x80' })
  })

  test('whose message is long is cut short', async () => {
    const statusMessage = [{ status: '0x1', message: 'x'.repeat(1000) }]
    const asked = entry({ statusPurpose: 'message', statusMessage })
    const list = listCredential([7], { subject: { statusPurpose: 'message' } })
    const { params } = (await judge(list, asked)).check?.reasons[0] ?? {}
    expect(params).toEqual({ host: 'issuer.example', message: 'x'.repeat(500) })
  })

  test('for refreshing is not asked for and says nothing', async () => {
    const finding = await judge(listCredential([7]), entry({ statusPurpose: 'refresh' }))
    expect(finding).toMatchObject({ currency: 'current', check: { outcome: 'not-applicable' } })
    expect(finding.world.asked).toEqual([])
  })

  test('may have several purposes', async () => {
    const both = { subject: { statusPurpose: ['suspension', 'revocation'] } }
    expect((await judge(listCredential([], both))).currency).toBe('current')
  })

  test('may lack the multibase prefix of later drafts', async () => {
    const encodedList = encodeList(bits(131_072, [7])).slice(1)
    expect((await judge(listCredential([], { subject: { encodedList } }))).currency).toBe('revoked')
    const random = bits(131_072, [7]).map((byte, at) => (at < 8 ? byte : (at * 197) % 251))
    const plain = gzipSync(random).toString('base64')
    expect(plain).toMatch(/[+/]/)
    const other = await judge(listCredential([], { subject: { encodedList: plain } }))
    expect(other.currency).toBe('revoked')
  })

  test('may be a JWT of either data model', async () => {
    const jwt = (payload: object) =>
      [{ alg: 'EdDSA' }, payload, {}]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
    const { issuer: _issuer, ...anonymous } = listCredential([7])
    expect((await judge(jwt(listCredential([7])))).currency).toBe('revoked')
    const finding = await judge(jwt({ iss: ISSUER, vc: anonymous }))
    expect(finding.currency).toBe('revoked')
    expect(finding.world.proven[0]).toMatchObject({ isJwt: true, json: { issuer: ISSUER } })
    const enveloped = {
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${jwt(listCredential([7]))}`,
    }
    expect(await judge(enveloped)).toMatchObject({
      currency: 'revoked',
      world: { proven: [{ isJwt: true }] },
    })
    for (const id of ['data:application/json,{}', 'data:application/vc+jwt,x', 7])
      expectUnknown(await judge({ ...enveloped, id }), [
        'status-not-obtained',
        'answer-not-readable',
      ])
    const expired = jwt({ iss: ISSUER, vc: anonymous, exp: NOW.getTime() / 1000 - 1 })
    expectUnknown(await judge(expired), ['status-list-expired'])
  })
})

describe('a list that does not speak leaves the status unknown', () => {
  test.each<[string, object | string | number, string[]]>([
    ['not found', 404, ['status-not-obtained', 'http-status']],
    ['gone', 410, ['status-not-obtained', 'http-status']],
    ['a page for people', '<html>', ['status-not-obtained', 'answer-not-readable']],
    ['an array', [], ['status-not-obtained', 'answer-not-readable']],
    [
      'a JWT that carries no credential',
      'eyJhbGciOiJFZERTQSJ9.e30.e30',
      ['status-not-obtained', 'answer-not-readable'],
    ],
    ['half a JWT', 'eyJ.e', ['status-not-obtained', 'answer-not-readable']],
    ['another kind of credential', { issuer: ISSUER }, ['status-list-wrong-type']],
    [
      'a list without the type of its credential',
      listCredential([], { type: ['VerifiableCredential'] }),
      ['status-list-wrong-type'],
    ],
    [
      'a list of another generation',
      listCredential([], {
        type: ['VerifiableCredential', 'StatusList2021Credential'],
        subject: { type: 'StatusList2021' },
      }),
      ['status-list-wrong-type'],
    ],
    ['no issuer', listCredential([], { issuer: [] }), ['status-list-malformed']],
    ['no list', listCredential([], { subject: { encodedList: 7 } }), ['status-list-malformed']],
    [
      'no gzip',
      listCredential([], { subject: { encodedList: 'uAAAA' } }),
      ['status-list-malformed'],
    ],
    [
      'cut off',
      listCredential([], { subject: { encodedList: encodeList(bits(131_072)).slice(0, 30) } }),
      ['status-list-malformed'],
    ],
    [
      'no base64url',
      listCredential([], { subject: { encodedList: 'u!!' } }),
      ['status-list-malformed'],
    ],
  ])('%s', async (_name, list, codes) => {
    expectUnknown(await judge(list), codes)
  })

  test('no answer at all', async () => {
    const { context } = statusWorld({})
    const { currency, checks } = await judgeStatus([entry()], context)
    expect(currency).toBe('unknown')
    expect(checks[0]?.reasons.map(({ code }) => code)).toEqual([
      'status-not-obtained',
      'host-unreachable',
    ])
  })

  test('the user’s refusal, which is not a host’s silence', async () => {
    const finding = await judge(listCredential(), entry(), { refuse: ['issuer.example'] })
    expectUnknown(finding, ['permission-needed'])
  })

  test.each([
    ['http://127.0.0.1/status', 'address-refused'],
    ['https://router.local/status', 'address-refused'],
    ['ipfs://list', 'address-refused'],
    ['list 7', 'address-refused'],
  ])('an address that may not be asked: %s', async (statusListCredential, code) => {
    const finding = await judge(listCredential(), entry({ statusListCredential }))
    expectUnknown(finding, ['status-not-obtained', code])
    expect(finding.world.asked).toEqual([])
  })
})

describe('attacks', () => {
  test('a list of another issuer does not clear this one’s credential', async () => {
    const issuer = 'https://attacker.example/issuers/1'
    const finding = await judge(listCredential([], { issuer }))
    expectUnknown(finding, ['status-list-foreign'])
    expect(finding.check?.reasons[0]?.params).toEqual({
      host: 'issuer.example',
      issuer: ISSUER,
      listIssuer: issuer,
    })
    expect(finding.world.proven).toEqual([])
  })

  test.each([
    'did:web:issuer.example#key',
    'did:web:issuer.example:evil',
    'DID:web:issuer.example',
  ])('an issuer that only resembles ours (%s) is another', async (issuer) => {
    const finding = await judge(listCredential([], { issuer: { id: issuer } }), entry(), {
      issuerId: 'did:web:issuer.example',
    })
    expectUnknown(finding, ['status-list-foreign'])
  })

  test.each(['fails', 'unknown'] as const)('a list whose proof %s says nothing', async (proof) => {
    for (const list of [listCredential(), listCredential([7])]) {
      expectUnknown(await judge(list, entry(), { proof }), ['status-list-unproven', 'altered'])
    }
  })

  test('a list whose key is questionable says nothing', async () => {
    const finding = await judge(listCredential(), entry(), { questionable: true })
    expectUnknown(finding, ['status-list-unproven'])
  })

  test('another list of the same issuer, served in its place, says nothing', async () => {
    const finding = await judge(listCredential([], { id: 'https://issuer.example/status/2' }))
    expectUnknown(finding, ['status-list-differs'])
  })

  test('an old list that has expired is not replayed', async () => {
    const list = listCredential([], { validUntil: '2025-05-31T00:00:00Z' })
    const finding = await judge(list)
    expectUnknown(finding, ['status-list-expired'])
  })

  test('one that is made for each who asks speaks where the clock here is late', async () => {
    const list = listCredential([], { validFrom: '2025-06-01T12:02:00Z' })
    expect(await judge(list)).toMatchObject({ currency: 'current' })
  })

  test('nor one that is not in force yet, or whose dates cannot be read', async () => {
    const future = await judge(listCredential([], { validFrom: '2026-01-01T00:00:00Z' }))
    expectUnknown(future, ['status-list-not-yet-valid'])
    for (const validUntil of ['someday', 7, {}]) {
      const unreadable = await judge(listCredential([], { validUntil }))
      expectUnknown(unreadable, ['status-list-malformed'])
    }
  })

  test('a list for another purpose says nothing', async () => {
    const list = listCredential([], { subject: { statusPurpose: 'suspension' } })
    expectUnknown(await judge(list), ['status-purpose-differs'])
  })

  test('an index beyond the list is out of range, not “not revoked”', async () => {
    const finding = await judge(listCredential(), entry({ statusListIndex: '131072' }))
    expectUnknown(finding, ['status-index-out-of-range'])
    expect(finding.check?.reasons[0]?.params).toMatchObject({ index: 131_072, length: 131_072 })
  })

  test('the largest index that can be told apart is out of range', async () => {
    const asked = entry({ statusListIndex: '9007199254740991', statusSize: 16 })
    expectUnknown(await judge(listCredential(), asked), ['status-index-out-of-range'])
  })

  test('a statusSize that moves the index is counted in entries', async () => {
    const finding = await judge(
      listCredential(),
      entry({ statusSize: 2, statusListIndex: '65536' }),
    )
    expectUnknown(finding, ['status-index-out-of-range'])
  })

  test.each([
    ...['-1', '+7', '1.5', '7 ', ' 7', '07', '0x7', '1e3', '', '٧', '99999999999999999999'],
    ...['9007199254740992', 9007199254740992, 1e21, -7, 7.5, null, true, ['7', '8'], {}],
  ])('the index %j is refused', async (statusListIndex) => {
    const finding = await judge(listCredential(), entry({ statusListIndex }))
    expectUnknown(finding, ['property-invalid'])
    expect(finding.world.asked).toEqual([])
  })

  test.each([0, 17, -1, 1.5, 'one', '1.5', null])(
    'the statusSize %j is refused',
    async (statusSize) => {
      expectUnknown(await judge(listCredential(), entry({ statusSize })), ['property-invalid'])
    },
  )

  test.each(['statusPurpose', 'statusListCredential'])('an entry without %s', async (name) => {
    const { [name]: _left, ...asked } = entry()
    expectUnknown(await judge(listCredential(), asked), ['property-missing'])
  })

  test('a purpose that nobody has defined is unknown', async () => {
    const finding = await judge(listCredential(), entry({ statusPurpose: 'constructor' }))
    expectUnknown(finding, ['status-not-supported'])
  })
})

describe('the length of a list', () => {
  const ofLength = (length: number, set: number[] = []) =>
    listCredential([], { subject: { encodedList: encodeList(bits(length, set)) } })

  test('131,072 entries are enough, 131,064 are a deviation and do not pass', async () => {
    expect((await judge(ofLength(131_072))).check?.outcome).toBe('passed')
    const short = await judge(ofLength(131_064))
    expectUnknown(short, ['status-list-too-short'], 'warned')
    expect(short.check?.reasons[0]?.params).toMatchObject({ length: 131_064, minimum: 131_072 })
  })

  test('a short list can still revoke', async () => {
    const short = await judge(ofLength(8, [7]))
    expect(short).toMatchObject({ currency: 'revoked', check: { outcome: 'failed' } })
    expect(short.check?.reasons.map(({ code }) => code)).toEqual([
      'revoked',
      'status-list-too-short',
    ])
  })

  test('is limited while it is expanded: at the limit it passes, one byte more does not', async () => {
    const limits = { statusListBytes: 20_000 }
    const at = await judge(ofLength(160_000), entry(), { limits })
    expect(at.currency).toBe('current')
    expectUnknown(await judge(ofLength(160_008), entry(), { limits }), ['status-list-malformed'])
  })

  test('a bomb of 100 MB is not expanded', async () => {
    const bomb = ofLength(8 * 100_000_000)
    const before = process.memoryUsage().arrayBuffers
    expectUnknown(await judge(bomb), ['status-list-malformed'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })
})

describe('how long the answer stands', () => {
  const until = async (changes: JsonObject & { subject?: JsonObject }) =>
    (await judge(listCredential([], changes))).freshUntil

  test.each([
    ['a day where nothing is said', {}, '2025-06-02T12:00:00.000Z'],
    ['as the ttl says, in milliseconds', { subject: { ttl: 300_000 } }, '2025-06-01T12:05:00.000Z'],
    ['a day at most', { subject: { ttl: 1e12 } }, '2025-06-02T12:00:00.000Z'],
    ['not at all with a ttl of no form', { subject: { ttl: 'soon' } }, NOW.toISOString()],
    ['not into the past', { subject: { ttl: -5 } }, '2025-06-01T12:00:00.000Z'],
    ['not beyond the list', { validUntil: '2025-06-01T13:00:00Z' }, '2025-06-01T13:00:00.000Z'],
  ])('%s', async (_name, changes, expected) => {
    expect(await until(changes)).toBe(expected)
  })

  test.each<[string, Pick<ProofFinding, 'proofUntil' | 'keyEnds'>]>([
    ['its proof', { proofUntil: '2025-06-01T12:15:00Z' }],
    ['its key', { keyEnds: { expires: '2025-06-01T12:15:00Z' } }],
    [
      'the first of them',
      {
        proofUntil: '2025-06-01T13:00:00Z',
        keyEnds: { expires: '2025-06-01T14:00:00Z', revoked: '2025-06-01T12:15:00Z' },
      },
    ],
  ])('not beyond %s', async (_, ends) => {
    const { freshUntil } = await judge(listCredential(), entry(), { ends })
    expect(freshUntil).toBe('2025-06-01T12:15:00.000Z')
  })
})
