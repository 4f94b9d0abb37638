/** How a badge fares: what is fine, what its holder should do, and that nothing unchecked is fine. */
import { describe, expect, it } from 'vitest'
import { checkHealth } from '../../../src/health/check-health'
import { HEALTH_TOPICS, worstOf, type HealthFinding } from '../../../src/health/health'
import {
  reason,
  type Check,
  type DescriptorRow,
  type TrailStep,
  type VerificationReport,
} from '../../../src/verifier/report'

const NOW = new Date('2026-11-22T12:00:00Z')

const row = (descriptor: string, state: string, notes: string[] = [], obligation = 'mandatory') =>
  ({
    descriptor,
    state,
    notes,
    obligation,
    values: [],
    group: 'descriptive',
  }) as never as DescriptorRow
const table = (id: string, ...rows: DescriptorRow[]) =>
  ({ framework: { id }, rows, explanations: [] }) as never

const CHECKS: Check[] = [
  { id: 'carrier', outcome: 'passed', reasons: [reason('carrier-found', { carrier: 'png-itxt' })] },
  {
    ...{ id: 'proof', outcome: 'passed' },
    reasons: [reason('signature-holds', { suite: 'eddsa', method: 'did:key:z' })],
  },
  { id: 'artwork', outcome: 'passed', reasons: [reason('artwork-alike')] },
]

/** Everything is fine. */
const FINE = {
  ...{ schema: 1, kind: 'credential', verdict: 'authentic', authenticity: 'holds' },
  ...{ currency: 'current', conformity: 'conforms', holder: 'not-asked' },
  reasons: [reason('issuer-unknown', { issuer: 'school.example' })],
  checks: CHECKS,
  credential: { validUntil: '2030-01-01T00:00:00Z' },
  descriptors: [table('eu-annex-1', row('title', 'present'))],
  ...{ parts: [], needs: [], requests: [] },
  source: { sha256: 'abc', carrier: 'png-itxt', text: '{}' },
} as unknown as VerificationReport

const withChecks = (id: Check['id'], outcome: Check['outcome'], why: Check['reasons'][0]) => ({
  checks: [...CHECKS.filter((check) => check.id !== id), { id, outcome, reasons: [why] }],
})

const health = (more: object = {}, isPicture = true) =>
  checkHealth({ ...FINE, ...more }, isPicture, NOW)
const of = (topic: string, more: object = {}, isPicture = true) => {
  const found = health(more, isPicture).find((each) => each.topic === topic)
  return `${found?.state ?? ''} ${found?.code ?? ''}`
}
const okTopics = (findings: HealthFinding[]) =>
  findings.filter(({ state }) => state === 'ok').map(({ topic }) => topic)

it('says one thing of each topic, in order, and of a badge without a fault that all is fine', () => {
  expect(health().map(({ topic }) => topic)).toEqual(HEALTH_TOPICS)
  expect(okTopics(health())).toEqual([...HEALTH_TOPICS])
})

describe('nothing that could not be checked is fine', () => {
  it.each(['fails', 'unknown'])('where authenticity %s', (authenticity) => {
    const verdict = authenticity === 'fails' ? 'invalid' : 'unverifiable'
    // The pictures are not compared before authenticity holds.
    const skipped = withChecks('artwork', 'not-applicable', reason('not-reached'))
    expect(okTopics(health({ authenticity, verdict, ...skipped }))).toEqual([])
  })

  it('in a report of nothing', () => {
    const nothing = {
      ...{ authenticity: 'unknown', verdict: 'none' },
      checks: [],
      credential: undefined,
    }
    const bare = { ...nothing, descriptors: undefined, source: { sha256: '', carrier: 'unknown' } }
    expect(okTopics(health(bare))).toEqual([])
  })

  it.each(['checks', 'descriptors', 'credential', 'source', 'trail', 'requests'])(
    'and taking away %s makes nothing better',
    (key) => {
      const empty = Array.isArray(FINE[key as never])
        ? []
        : key === 'source'
          ? { carrier: 'unknown' }
          : undefined
      for (const before of [
        {},
        { verdict: 'unverifiable', authenticity: 'unknown' },
        {
          credential: { validUntil: '2026-12-01T00:00:00Z' },
          descriptors: [table('x', row('title', 'missing'))],
        },
      ]) {
        const wasOk = okTopics(health(before))
        for (const topic of okTopics(health({ ...before, [key]: empty })))
          // An end that is not there is none: the credential's own word, which is signed.
          if (key !== 'credential') expect(wasOk).toContain(topic)
      }
    },
  )

  it('nor does any outcome of a check but “passed” make one', () => {
    for (const id of ['carrier', 'artwork', 'proof'] as const)
      for (const outcome of ['unknown', 'not-applicable', 'warned', 'failed'] as const) {
        const topic = { carrier: 'data', artwork: 'picture', proof: 'hosted' }[id]
        expect(okTopics(health(withChecks(id, outcome, reason('not-reached'))))).not.toContain(
          topic,
        )
      }
  })

  it('and of no finding at all the worst is unknown', () => {
    expect(worstOf([])).toBe('unknown')
    expect(worstOf(['ok', 'unknown'])).toBe('unknown')
    expect(worstOf(['ok', 'unknown', 'look'])).toBe('look')
    expect(worstOf(['ok'])).toBe('ok')
  })
})

describe('for a stranger', () => {
  it.each([
    [{ verdict: 'trusted' }, 'ok verifies-recognised'],
    [{ verdict: 'authentic' }, 'ok verifies'],
    [{ verdict: 'attention', currency: 'expired' }, 'look needs-look'],
    [
      { verdict: 'attention', conformity: 'questionable', reasons: [reason('artwork-differs')] },
      'look needs-picture',
    ],
    [{ verdict: 'attention', currency: 'unknown' }, 'unknown status-open'],
    [{ verdict: 'attention', currency: 'unknown', conformity: 'questionable' }, 'look needs-look'],
    [{ verdict: 'invalid' }, 'look does-not-verify'],
    [{ verdict: 'unverifiable' }, 'unknown not-checkable'],
    [{ verdict: 'none' }, 'unknown not-checkable'],
  ])('%j: %s', (more, expected) => {
    expect(of('verifies', more)).toBe(expected)
  })
})

describe('its data on the site', () => {
  const step = (from: TrailStep['from'], outcome: TrailStep['outcome']): TrailStep => ({
    ...{ from, outcome, url: 'https://awards.example/1' },
  })
  it.each([
    [
      'stripped, and found by the link',
      [step('image', 'nothing'), step('link', 'credential')],
      'look data-stripped',
    ],
    [
      'stripped, and found in a page',
      [step('image', 'nothing'), step('image', 'leads-on'), step('page', 'credential')],
      'look data-stripped',
    ],
    [
      'made anew by the site',
      [step('image', 'nothing'), step('original', 'credential')],
      'look data-in-original',
    ],
  ])('%s', (_, trail, expected) => {
    expect(of('data', { trail })).toBe(expected)
    // Also where nothing more is known of it: that the picture has none is certain.
    expect(of('data', { trail, authenticity: 'unknown' })).toBe(expected)
    expect(health({ trail })[1]?.host).toBe('awards.example')
  })

  it('is in the picture where its address only sends to the file', () => {
    const trail = [step('image', 'leads-on'), step('original', 'credential')]
    expect(of('data', { trail })).toBe('ok data-in-picture')
  })

  it.each([
    [
      'a picture that could not be read',
      [step('image', 'not-obtained'), step('link', 'credential')],
    ],
    ['one that nobody tried to read', [step('link', 'credential')]],
    ['one whose address leads elsewhere', [step('image', 'leads-on'), step('page', 'credential')]],
  ])('is not known of %s, though its credential was found in another picture', (_, trail) => {
    expect(of('data', { trail })).toBe('unknown data-not-read')
  })

  it('is linked where the page shows no picture of it', () => {
    const linked = { source: { sha256: 'a', carrier: 'json', text: '{}' } }
    expect(of('data', linked, false)).toBe('ok data-linked')
    expect(of('data', linked, true)).toBe('unknown data-not-read')
  })

  it('is not flawed where a PDF has other attachments', () => {
    const several = reason('attachments-several', { count: 2, read: 2 })
    const attached = {
      ...withChecks('carrier', 'warned', several),
      source: { ...FINE.source, carrier: 'pdf' },
    }
    expect(of('data', attached, false)).toBe('ok data-linked')
  })

  it('is not intact where it does not verify, or where its chunk is broken', () => {
    expect(of('data', { authenticity: 'fails' })).toBe('look data-not-genuine')
    expect(of('data', { authenticity: 'unknown' })).toBe('unknown data-unproven')
    const broken = withChecks(
      'carrier',
      'warned',
      reason('chunk-crc-wrong', { keyword: 'openbadges' }),
    )
    expect(of('data', broken)).toBe('look data-flawed')
    expect(of('data', { source: { sha256: '', carrier: 'png-itxt' } })).toBe(
      'unknown data-not-read',
    )
  })
})

describe('the hosted copy', () => {
  const host = 'school.example'
  const url = `https://${host}/1`
  const asked = (status?: number, more: object = {}) => ({
    ...{ authenticity: 'unknown', verdict: 'unverifiable', credential: { id: url } },
    ...withChecks('proof', 'unknown', reason('host-unreachable', { host })),
    requests: [{ host, url, purpose: 'assertion', ms: 1, ...(status && { status }) }],
    ...more,
  })

  it('is reachable where it was read, and not needed of what is signed', () => {
    const read = withChecks('proof', 'passed', reason('hosted-copy-read', { host }))
    expect(of('hosted', read)).toBe('ok hosted-reachable')
    expect(of('hosted')).toBe('ok hosted-not-needed')
  })

  it('was not found at the address, gave no answer, or was not asked', () => {
    expect(of('hosted', asked(404))).toBe('look hosted-gone')
    expect(of('hosted', asked(410))).toBe('look hosted-gone')
    expect(of('hosted', asked(503))).toBe('unknown hosted-no-answer')
    expect(of('hosted', asked())).toBe('unknown hosted-no-answer')
  })

  it('was not asked for: where nothing was read yet, whatever leads to it may be it', () => {
    const open = (address: string, more: object = {}) =>
      of('hosted', {
        ...asked(),
        ...{ requests: [], needs: [{ host, url: address, purpose: 'assertion' }], ...more },
      })
    expect(open(url)).toBe('unknown hosted-not-asked')
    expect(open(url, { credential: undefined })).toBe('unknown hosted-not-asked')
    expect(open(`https://${host}/badge-class`)).toBe('unknown hosted-unknown')
  })

  it('is not known of what answers and proves nothing: the key of a signed badge may be what is missing', () => {
    expect(of('hosted', asked(200))).toBe('unknown hosted-unknown')
    expect(of('hosted', asked(302))).toBe('unknown hosted-unknown')
  })

  it('is at the address that the badge calls its own, by http or https', () => {
    const credential = { id: `http://${host}/1` }
    expect(of('hosted', asked(404, { credential }))).toBe('look hosted-gone')
  })

  it.each([
    ['where no credential was read', undefined],
    ['where the badge has no address', {}],
    ['where the badge calls another address its own', { id: 'https://issuer.example/c/1' }],
  ])('is not what a link of the page leads to, %s', (_, credential) => {
    for (const status of [404, 410, 503, undefined])
      expect(of('hosted', asked(status, { credential }))).toBe('unknown hosted-unknown')
  })

  it.each([200, 404, 410])('that answers %i and says “revoked” is there and says so', (status) => {
    const revoked = withChecks('status', 'failed', reason('revoked', { host }))
    expect(of('hosted', asked(status, revoked))).toBe('look hosted-revoked')
  })

  it('that was withdrawn or says otherwise is for its holder to see to', () => {
    expect(of('hosted', withChecks('status', 'failed', reason('gone', { host })))).toBe(
      'look hosted-gone',
    )
    const differs = withChecks(
      'copy',
      'warned',
      reason('baked-copy-differs', { properties: ['id'] }),
    )
    expect(of('hosted', differs)).toBe('look hosted-differs')
  })
})

describe('the picture', () => {
  it.each([
    [withChecks('artwork', 'warned', reason('artwork-differs')), 'look picture-differs'],
    [withChecks('artwork', 'unknown', reason('artwork-unsure')), 'unknown picture-unsure'],
    [withChecks('artwork', 'not-applicable', reason('artwork-none')), 'unknown picture-none'],
    [
      withChecks('artwork', 'unknown', reason('artwork-not-compared')),
      'unknown picture-not-compared',
    ],
    [{ checks: [] }, 'unknown picture-not-compared'],
  ])('%#: %s', (more, expected) => {
    expect(of('picture', more)).toBe(expected)
  })

  const drawing = reason('artwork-not-comparable', { whose: 'issuer', why: 'drawing' })
  const cut = reason('artwork-not-comparable', { whose: 'shown', why: 'incomplete' })
  const silent = reason('artwork-not-obtained', { host: 'school.example' })
  it.each([
    ['a drawing', [drawing], true],
    ['no picture', [reason('artwork-not-shown', {})], true],
    ['pictures are not compared', [reason('artwork-not-compared', {})], true],
    ['one of two may still be had', [drawing, silent], undefined],
    ['it was read in part', [cut], undefined],
  ])('is compared by no further verification where there is %s: %#', (_, reasons, isFinal) => {
    const checks = [...CHECKS.filter(({ id }) => id !== 'artwork')]
    const artwork = { id: 'artwork', outcome: 'unknown', reasons }
    const found = health({ checks: [...checks, artwork] }).find(({ topic }) => topic === 'picture')
    expect(found).toMatchObject({ code: 'picture-not-compared' })
    expect(found?.isFinal).toBe(isFinal)
  })
})

describe('what could not be checked', () => {
  const unknown = {
    ...{ verdict: 'unverifiable', authenticity: 'unknown' },
    reasons: [reason('unknown-context', { url: 'https://context.example/' })],
  }
  const asked = { url: 'https://school.example/a', host: 'school.example', purpose: 'assertion' }
  const finals = (more: object) =>
    health({ ...unknown, ...more })
      .filter(({ isFinal }) => isFinal)
      .map(({ code }) => code)

  it('stays so where nobody was asked and nobody could be', () => {
    const rest = ['end-unproven', 'descriptors-unproven']
    expect(finals({})).toEqual(['not-checkable', 'data-unproven', 'hosted-unknown', ...rest])
    const broken = { ...unknown, verdict: 'invalid', authenticity: 'fails' }
    const notReached = withChecks('artwork', 'not-applicable', reason('not-reached'))
    expect(finals({ ...broken, ...notReached })).toEqual([
      ...['hosted-unknown', 'picture-not-compared', ...rest],
    ])
  })

  it('may change where somebody was asked, or can be, or where it was not read', () => {
    expect(finals({ requests: [asked] })).toEqual([])
    expect(finals({ needs: [asked] })).toEqual([])
    expect(finals({ source: { sha256: '', carrier: 'unknown' } })).toEqual([])
    const begins = reason('proof-malformed', { property: 'nbf', expected: 'a date that has come' })
    expect(finals(withChecks('proof', 'unknown', begins))).toEqual([])
  })
})

describe('its end', () => {
  const until = (validUntil: string | undefined, more: object = {}) => ({
    credential: { ...(validUntil !== undefined && { validUntil }) },
    ...more,
  })
  it.each([
    [until(undefined), 'ok end-none'],
    [until('2027-01-22T12:00:00Z'), 'ok end-later'],
    [until('2027-01-21T11:59:59Z'), 'look end-soon'],
    [until('2026-11-22T12:00:01Z'), 'look end-soon'],
    [until('2026-11-22T12:00:00Z'), 'look ended'],
    [until('2020-01-01T00:00:00Z'), 'look ended'],
    // The whole of its last day, as the verdict has it.
    [until('2026-11-22'), 'look end-soon'],
    [until('2026-11-21'), 'look ended'],
    [until('2027-01-21'), 'ok end-later'],
    [until(undefined, { proofUntil: '2026-11-22' }), 'look ended'],
    [until('soon'), 'unknown end-unreadable'],
    [until('2030-01-01T00:00:00Z', { proofUntil: '2026-12-01T00:00:00Z' }), 'look end-soon'],
    [until(undefined, { keyEnds: { expires: '2026-12-01T00:00:00Z' } }), 'look end-soon'],
    [until('soon', { keyEnds: { revoked: '2026-11-01T00:00:00Z' } }), 'look ended'],
    [until(undefined, { authenticity: 'unknown' }), 'unknown end-unproven'],
    [until('2030-01-01T00:00:00Z', { authenticity: 'fails' }), 'unknown end-unproven'],
    [until('2026-12-01T00:00:00Z', { authenticity: 'unknown' }), 'look end-soon'],
  ])('%j: %s', (more, expected) => {
    expect(of('end', more)).toBe(expected)
  })

  it('may have been left out of a badge of which parts are shown', () => {
    const withheld = (property: string) =>
      withChecks('proof', 'warned', reason('perhaps-withheld', { properties: [property] }))
    expect(of('end', until(undefined, withheld('validUntil')))).toBe('unknown end-unproven')
    expect(of('end', until('2026-12-01T00:00:00Z', withheld('validUntil')))).toBe('look end-soon')
    expect(of('end', until(undefined, withheld('credentialStatus')))).toBe('ok end-none')
  })

  it('is that of what it holds, and not that of what others say of it', () => {
    const part = (role: string, more: object) => ({ ...FINE, place: { role }, ...more })
    const soon = until('2026-12-01T00:00:00Z')
    const left = withChecks(
      'proof',
      'warned',
      reason('perhaps-withheld', { properties: ['validUntil'] }),
    )
    const whole = (...parts: object[]) => of('end', until(undefined, { parts }))
    expect(whole(part('credential', soon))).toBe('look end-soon')
    expect(whole(part('endorsement', soon))).toBe('ok end-none')
    expect(whole(part('credential', until(undefined, left)))).toBe('unknown end-unproven')
  })

  it('is counted in whole days that are left', () => {
    expect(health(until('2026-12-01T13:00:00Z'))[4]).toMatchObject({ days: 9 })
  })
})

describe('what it must say', () => {
  const tables = (...rows: DescriptorRow[]) => ({ descriptors: [table('eu-annex-1', ...rows)] })
  it.each([
    [
      tables(row('title', 'present'), row('grade', 'missing', [], 'optional')),
      'ok descriptors-complete',
    ],
    [tables(row('workload', 'missing')), 'look descriptors-missing'],
    [tables(row('workload', 'empty')), 'look descriptors-missing'],
    [tables(row('workload', 'contradictory')), 'look descriptors-missing'],
    [tables(row('workload', 'present', ['out-of-range'])), 'look descriptors-missing'],
    [tables(row('workload', 'missing', ['criteria-not-read'])), 'unknown descriptors-perhaps'],
    [{ descriptors: undefined }, 'unknown descriptors-not-read'],
    [tables(row('title', 'missing', [], 'recommended')), 'unknown descriptors-not-read'],
    [
      { ...tables(row('title', 'present')), authenticity: 'unknown' },
      'unknown descriptors-unproven',
    ],
  ])('%#: %s', (more, expected) => {
    expect(of('descriptors', more)).toBe(expected)
  })

  it('names what is surely missing, by the framework that it comes nearest to', () => {
    const descriptors = [
      table('eu-annex-1', row('workload', 'missing'), row('level', 'missing')),
      table('jv-campus', row('credit', 'missing'), row('title', 'present')),
    ]
    expect(health({ descriptors })[5]).toMatchObject({
      framework: { id: 'jv-campus' },
      descriptors: ['credit'],
    })
  })
})
