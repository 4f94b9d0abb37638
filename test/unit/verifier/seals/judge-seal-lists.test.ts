import { describe, expect, it } from 'vitest'
import type {
  ServiceState,
  TrustedListAnswer,
} from '../../../../src/verifier/trusted-lists/trusted-lists'
import { Sequence } from 'asn1js'
import {
  certify,
  extension,
  listOf,
  p256Pair,
  PURPOSES,
  SEALED_AT,
  sealAuthorities,
  service,
  trustedLists,
  type CertificateOptions,
  type Holder,
} from '../../../fixtures/seals'
import { codesOf, isTrusted, judge } from './judge'

/** The seal of the university, where Estonia's list is this. */
async function withList(answer: TrustedListAnswer) {
  return judge({}, { lists: await trustedLists({ EE: answer }) })
}

async function withStates(states: ServiceState[]) {
  const { sealAuthority } = await sealAuthorities()
  return withList({ list: listOf('EE', [service('CA/QC', sealAuthority, { states })]) })
}

const state = (from: string, status: string, forSeals = true): ServiceState => ({
  from: `${from}T00:00:00Z`,
  status,
  forSeals,
})

describe('a list that says nothing', () => {
  it.each([
    ['not-asked', 'trusted-list-not-asked'],
    ['not-obtained', 'trusted-list-not-obtained'],
    ['malformed', 'trusted-list-not-obtained'],
    ['not-signed', 'trusted-list-not-signed'],
    ['not-in-union', 'trusted-list-no-country'],
  ] as const)('because it is %s', async (problem, code) => {
    const found = await withList({ problem })
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'advanced' } })
    expect(found.seal).not.toHaveProperty('trustedList')
    expect(codesOf(found, 'trusted-list')).toEqual([code])
    expect(found.checks.find(({ id }) => id === 'trusted-list')?.outcome).toBe('unknown')
  })

  it.each([
    ['unsigned', { signed: false }, 'trusted-list-not-signed'],
    ['out of date', { nextUpdate: '2026-01-16T12:00:00Z' }, 'trusted-list-stale'],
    ['without a readable date', { nextUpdate: 'soon' }, 'trusted-list-stale'],
    ['that of another country', { country: 'LV' }, 'trusted-list-not-obtained'],
  ] as const)('because it is %s', async (_, changes, code) => {
    const { sealAuthority } = await sealAuthorities()
    const list = listOf('EE', [service('CA/QC', sealAuthority)], changes)
    const found = await withList({ list })
    expect(isTrusted(found)).toBe(false)
    expect(found.seal?.level).toBe('advanced')
    expect(codesOf(found, 'trusted-list')).toEqual([code])
  })

  it('because it is closed', async () => {
    const { sealAuthority } = await sealAuthorities()
    const { nextUpdate: _, ...list } = listOf('EE', [service('CA/QC', sealAuthority)])
    const found = await withList({ list })
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-no-country'])
  })
})

describe('a list that has not qualified the issuer', () => {
  it.each(['root', 'university', 'latvianAuthority'] as const)('but the %s', async (name) => {
    const holder: Holder = (await sealAuthorities())[name]
    const found = await withList({ list: listOf('EE', [service('CA/QC', holder)]) })
    // An authority above the issuer may be the service; the sealer itself never is.
    expect(isTrusted(found)).toBe(name === 'root')
    if (name !== 'root') expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-lacks'])
  })

  it('as an issuer of certificates, but as a clock', async () => {
    const { sealAuthority } = await sealAuthorities()
    const found = await withList({ list: listOf('EE', [service('TSA/QTST', sealAuthority)]) })
    expect(found).toMatchObject({ questionable: false, seal: { level: 'advanced' } })
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-lacks'])
  })

  it('for seals', async () => {
    const found = await withStates([state('2021-01-01', 'granted', false)])
    expect(found).toMatchObject({ questionable: true, seal: { level: 'advanced' } })
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-not-for-seals'])
  })
})

describe('the state of the service', () => {
  it('counts as it was when this was sealed', async () => {
    const withdrawn = [state('2026-01-10', 'withdrawn'), state('2021-01-01', 'granted')]
    const found = await withStates(withdrawn)
    expect(found).toMatchObject({ questionable: true, seal: { level: 'advanced' } })
    expect(found.checks.find(({ id }) => id === 'trusted-list')?.reasons).toMatchObject([
      { code: 'trusted-list-not-granted', params: { status: 'withdrawn' } },
    ])
    const since = [state('2026-01-16', 'withdrawn'), state('2021-01-01', 'granted')]
    expect(isTrusted(await withStates(since))).toBe(true)
  })

  it('counts whatever the order of states', async () => {
    const states = [state('2021-01-01', 'granted'), state('2026-01-10', 'withdrawn')]
    expect(isTrusted(await withStates(states))).toBe(false)
  })

  it('counts as it was when the certificate was issued, too', async () => {
    const granted = [state('2025-06-01', 'granted'), state('2021-01-01', 'withdrawn')]
    expect(codesOf(await withStates(granted), 'trusted-list')).toEqual(['trusted-list-not-granted'])
  })

  it.each(['undersupervision', 'recognisedatnationallevel', 'GRANTED', ''])(
    'is not granted where it is %j',
    async (status) => {
      expect(isTrusted(await withStates([state('2021-01-01', status)]))).toBe(false)
    },
  )

  it('is none before it was listed', async () => {
    expect(isTrusted(await withStates([state('2026-02-01', 'granted')]))).toBe(false)
    expect(isTrusted(await withStates([]))).toBe(false)
  })

  it('is that of the authority itself, whatever is granted to one above it', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    const states = [state('2025-06-01', 'withdrawn'), state('2021-01-01', 'granted')]
    const services = [service('CA/QC', root), service('CA/QC', sealAuthority, { states })]
    const found = await withList({ list: listOf('EE', services) })
    expect(isTrusted(found)).toBe(false)
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-not-granted'])
  })

  /** The certificate is of 2024, the seal of January 2026. */
  it.each([
    ['after this was sealed', [state('2026-02-01', 'granted')], true],
    ['after the certificate was issued', [state('2025-06-01', 'granted')], true],
    ['as withdrawn, after this was sealed', [state('2026-02-01', 'withdrawn')], true],
    ['as withdrawn, before this was sealed', [state('2025-06-01', 'withdrawn')], false],
    [
      'and withdrawn between the two',
      [state('2025-09-01', 'withdrawn'), state('2025-06-01', 'granted')],
      false,
    ],
    [
      'as withdrawn, and granted between the two',
      [state('2025-06-01', 'granted'), state('2023-01-01', 'withdrawn')],
      false,
    ],
    ['between the two, but not for seals', [state('2025-06-01', 'granted', false)], false],
    ['at a time that cannot be read', [{ ...state('', 'withdrawn'), from: 'soon' }], false],
    ['without a state', [], false],
  ])('is that of one above it, or not, where it was listed %s', async (_, states, isGreen) => {
    const { sealAuthority, root } = await sealAuthorities()
    const services = [service('CA/QC', root), service('CA/QC', sealAuthority, { states })]
    expect(isTrusted(await withList({ list: listOf('EE', services) }))).toBe(isGreen)
  })

  it.each([
    ['sealed', [state('2025-06-01', 'withdrawn'), state('2021-01-01', 'granted')]],
    ['issued', [state('2025-06-01', 'granted'), state('2021-01-01', 'withdrawn')]],
  ])(
    'of one above it is no help where that was withdrawn when this was %s',
    async (moment, states) => {
      const { sealAuthority, root } = await sealAuthorities()
      const later = [state(moment === 'sealed' ? '2026-02-01' : '2025-06-01', 'granted')]
      const services = [
        service('CA/QC', root, { states }),
        service('CA/QC', sealAuthority, { states: later }),
      ]
      const found = await withList({ list: listOf('EE', services) })
      expect(isTrusted(found)).toBe(false)
      expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-not-granted'])
    },
  )

  it('of one of several services is enough', async () => {
    const { sealAuthority } = await sealAuthorities()
    const gone = service('CA/QC', sealAuthority, { states: [state('2021-01-01', 'withdrawn')] })
    const services = [gone, service('CA/QC', sealAuthority, { name: 'Second' })]
    const found = await withList({ list: listOf('EE', services) })
    expect(found.seal?.trustedList?.service).toBe('Second')
  })
})

describe('the list of a time-stamping authority', () => {
  async function withClock(services: Parameters<typeof listOf>[1], changes = {}) {
    const list = listOf('LU', services, changes)
    return judge({}, { lists: await trustedLists({ LU: { list } }) })
  }

  it('proves the time where it is granted', async () => {
    const { timestamps } = await sealAuthorities()
    const found = await withClock([service('TSA/QTST', timestamps)])
    expect(found.seal?.time.source).toBe('timestamp')
  })

  /** A clock under an authority under a listed root; what is made of the two below it. */
  async function underRoot(
    clock: Partial<CertificateOptions>,
    authority: Partial<CertificateOptions> = {},
    others: (middle: Holder) => Parameters<typeof listOf>[1] = () => [],
  ) {
    const named = (commonName: string) => ({ organisation: 'Clocks', country: 'LU', commonName })
    const pair = (name: string) => ({ subject: named(name), pair: p256Pair(name) })
    const root = await certify({ ...pair('Clock Root'), authority: {} })
    const middle = await certify({ ...pair('Clock CA'), issuer: root, authority: {}, ...authority })
    const purposes = [PURPOSES.timeStamping]
    const holder = await certify({ ...pair('Clock 1'), issuer: middle, purposes, ...clock })
    const certificates = [holder.der, middle.der, root.der]
    const list = listOf('LU', [service('TSA/QTST', root), ...others(middle)])
    return judge(
      { signatureTimestamp: { at: SEALED_AT, authority: holder, certificates } },
      { lists: await trustedLists({ LU: { list } }) },
    )
  }

  it('proves the time where a root is granted, by a sound chain alone', async () => {
    expect(isTrusted(await underRoot({}))).toBe(true)
    const ended = await underRoot({}, { until: '2025-01-01T00:00:00Z' })
    expect(ended.seal?.time.source).toBe('unproven-timestamp')
    const critical = extension('1.2.3.4.5', new Sequence())
    const unread = await underRoot({ extensions: [critical] })
    expect(unread.seal?.time.source).toBe('unproven-timestamp')
  })

  it('does not where the authority below a granted root is withdrawn', async () => {
    const states = [state('2025-06-01', 'withdrawn'), state('2021-01-01', 'granted')]
    const found = await underRoot({}, {}, (middle) => [service('TSA/QTST', middle, { states })])
    expect(found.seal?.time.source).toBe('unproven-timestamp')
  })

  it('does where the authority below a granted root was listed only later', async () => {
    const states = [state('2026-02-01', 'granted')]
    const found = await underRoot({}, {}, (middle) => [service('TSA/QTST', middle, { states })])
    expect(isTrusted(found)).toBe(true)
  })

  it.each([
    ['withdrawn', { states: [state('2021-01-01', 'withdrawn')] }, {}],
    ['for certificates', { type: 'CA/QC' as const }, {}],
    ['on an unsigned list', {}, { signed: false }],
    ['on a list that is out of date', {}, { nextUpdate: '2026-01-15T00:00:00Z' }],
  ])('does not where it is %s', async (_, changes, listChanges) => {
    const { timestamps } = await sealAuthorities()
    const found = await withClock([service('TSA/QTST', timestamps, changes)], listChanges)
    expect(found.seal?.time.source).toBe('unproven-timestamp')
    expect(isTrusted(found)).toBe(false)
  })
})
