import { describe, expect, it } from 'vitest'
import {
  certify,
  ocspAnswer,
  p256Pair,
  revocationList,
  SEALED_AT,
  sealAuthorities,
  timestamp,
  trustedLists,
  UNIVERSITY,
  type Holder,
} from '../../../fixtures/seals'
import { codesOf, isTrusted, judge } from './judge'

const LATER = new Date('2032-01-01T00:00:00Z')

describe('when it was sealed', () => {
  it('is only the sealer’s own word without a timestamp', async () => {
    const found = await judge({ signatureTimestamp: null })
    expect(found).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      seal: { time: { source: 'self-declared', at: '2026-01-15T10:00:00.000Z' } },
    })
    expect(codesOf(found, 'seal-time')).toEqual(['seal-time-self-declared', 'certificate-in-force'])
  })

  it('is unproven where nobody vouches for the authority of the timestamp', async () => {
    const { strangerTimestamps: authority } = await sealAuthorities()
    const found = await judge({ signatureTimestamp: { at: SEALED_AT, authority } })
    expect(found).toMatchObject({
      questionable: true,
      seal: {
        time: { source: 'unproven-timestamp', authority: { organisation: 'Unlisted Clock' } },
      },
    })
    expect(isTrusted(found)).toBe(false)
  })

  it('is proven where the authority is an anchor', async () => {
    const { strangerTimestamps: authority } = await sealAuthorities()
    const signatureTimestamp = { at: SEALED_AT, authority }
    const found = await judge({ signatureTimestamp }, { anchors: [authority.der] })
    expect(isTrusted(found)).toBe(true)
  })

  it('is unproven where the list of the authority is not to be had', async () => {
    const lists = await trustedLists({ LU: { problem: 'not-obtained' } })
    const found = await judge({}, { lists })
    expect(found.seal?.time.source).toBe('unproven-timestamp')
    expect(found.questionable).toBe(true)
  })

  it('is proven by a timestamp over all that stands before it', async () => {
    const { timestamps: authority } = await sealAuthorities()
    const at = '2026-01-15T11:00:00Z'
    const archiveTimestamp = { at, authority }
    const found = await judge({ signatureTimestamp: null, archiveTimestamp })
    expect(found.seal?.time).toMatchObject({ source: 'timestamp', at: '2026-01-15T11:00:00.000Z' })
  })

  // It says that the seal was made after, not before.
  it('is not proven by a timestamp of the content alone', async () => {
    const { timestamps: authority } = await sealAuthorities()
    const contentTimestamp = { at: '2026-01-15T12:00:00Z', authority }
    const found = await judge({ signatureTimestamp: null, contentTimestamp })
    expect(found.seal?.time).toEqual({ source: 'self-declared', at: '2026-01-15T12:00:00.000Z' })
  })

  it('is not known where the header says nothing', async () => {
    const found = await judge({ signatureTimestamp: null, sigT: null })
    expect(found).toMatchObject({ authenticity: 'holds', questionable: true })
    expect(codesOf(found, 'seal-time')[0]).toBe('seal-time-none')
    const late = await judge({ signatureTimestamp: null, sigT: null }, { now: LATER })
    expect(late.authenticity).toBe('unknown')
  })

  // RFC 7515: what is not in the protected header anybody can have written.
  it('is not what the unsigned header says', async () => {
    const unsigned = { signatureTimestamp: null, sigT: null }
    const found = await judge({ ...unsigned, unprotected: { sigT: SEALED_AT, etsiU: [] } })
    expect(found.seal?.time).toEqual({ source: 'none' })
  })

  it('holds when the certificate has expired since', async () => {
    const found = await judge({}, { now: LATER, lists: undefined })
    expect(found.authenticity).toBe('holds')
    expect(codesOf(found, 'seal-time')).toContain('certificate-expired-since')
  })

  it.each([
    ['before', '2023-01-01T00:00:00Z'],
    ['after', '2031-01-01T00:00:00Z'],
  ])('fails %s the certificate was in force', async (_, at) => {
    const authority = await wideTimestamps()
    const signatureTimestamp = { at, authority }
    const world = { now: LATER, lists: undefined, anchors: [authority.der] }
    const found = await judge({ sigT: at, signatureTimestamp }, world)
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
    expect(codesOf(found, 'seal-time')[0]).toBe('certificate-not-in-force-then')
    const declared = await judge({ sigT: at, signatureTimestamp: null }, { now: LATER })
    expect(declared.authenticity).toBe('fails')
  })

  it('fails where somebody who is vouched for saw it before the certificate was in force', async () => {
    const authority = await wideTimestamps()
    const signatureTimestamp = { at: '2023-01-01T00:00:00Z', authority }
    const found = await judge({ signatureTimestamp }, { anchors: [authority.der] })
    expect(found.authenticity).toBe('fails')
  })

  // Anybody can add a timestamp, at any time.
  it.each([
    ['after the certificate was in force', { at: '2031-01-01T00:00:00Z' }, true],
    ['after it, of a stranger, and the sealer says nothing', { at: '2031-01-01T00:00:00Z' }, false],
    ['before it, of a stranger', { at: '2023-01-01T00:00:00Z' }, false],
  ])('is not refuted by a timestamp of %s', async (_, { at }, isAnchor) => {
    const authority = await wideTimestamps()
    const sigT = isAnchor || at < SEALED_AT ? SEALED_AT : null
    const world = { now: LATER, lists: undefined, anchors: isAnchor ? [authority.der] : [] }
    const found = await judge({ sigT, signatureTimestamp: { at, authority } }, world)
    expect(found).toMatchObject({ authenticity: 'unknown', issuerId: '' })
    expect(codesOf(found, 'seal-time')[0]).toBe('certificate-not-in-force-then')
  })

  it('is not refuted by an archive timestamp over one of a stranger', async () => {
    const { strangerTimestamps: stranger } = await sealAuthorities()
    const authority = await wideTimestamps()
    const signatureTimestamp = { at: SEALED_AT, authority: stranger }
    const archiveTimestamp = { at: '2031-01-01T00:00:00Z', authority }
    const world = { now: LATER, lists: undefined, anchors: [authority.der] }
    const found = await judge({ signatureTimestamp, archiveTimestamp }, world)
    expect(found.authenticity).toBe('unknown')
  })

  it('is for a person to look at where an authority above was not in force then', async () => {
    const { root } = await sealAuthorities()
    const pair = p256Pair('short authority')
    const subject = {
      commonName: 'Short CA',
      organisation: 'Example Trust Services',
      country: 'EE',
    }
    const until = '2025-06-01T00:00:00Z'
    const short = await certify({ subject, pair, issuer: root, until, authority: {} })
    const sealer = await certify({ subject: UNIVERSITY, pair: p256Pair('u'), issuer: short })
    const found = await judge({ sealer, xVals: [short.der, root.der] })
    expect(found).toMatchObject({ questionable: true, seal: { level: 'unknown-chain' } })
    expect(codesOf(found, 'chain')[0]).toBe('chain-not-in-force')
  })
})

describe('timestamps that prove nothing', () => {
  it('of another document', async () => {
    const { timestamps: authority } = await sealAuthorities()
    const other = await timestamp('another signature', { at: SEALED_AT, authority })
    await expectBroken(other)
  })

  it('by a certificate that is not for timestamps', async () => {
    const { university } = await sealAuthorities()
    const found = await judge({ signatureTimestamp: { at: SEALED_AT, authority: university } })
    expect(found.seal?.time.source).toBe('self-declared')
    expect(codesOf(found, 'seal-time')[0]).toBe('timestamp-broken')
  })

  it('that name another certificate than the one that signed', async () => {
    const { timestamps: authority, strangerTimestamps: named } = await sealAuthorities()
    const found = await judge({ signatureTimestamp: { at: SEALED_AT, authority, named } })
    expect(codesOf(found, 'seal-time')[0]).toBe('timestamp-broken')
  })

  it('later than now', async () => {
    const {
      timestamps: authority,
      university,
      sealAuthority,
      ocspResponder,
    } = await sealAuthorities()
    const at = '2026-01-17T10:00:00Z'
    const about = { about: university, issuer: sealAuthority, responder: ocspResponder }
    const ocsp = [await ocspAnswer({ ...about, at: '2026-01-16T10:00:00Z', until: at })]
    const options = { sigT: at, signatureTimestamp: { at, authority }, ocsp }
    const found = await judge(options)
    expect(found.seal?.time.source).toBe('unproven-timestamp')
    expect(isTrusted(found)).toBe(false)
    expect(isTrusted(await judge(options, { now: new Date(at) }))).toBe(true)
  })

  it('after the end of their authority’s certificate', async () => {
    const { timestamps: authority } = await sealAuthorities()
    const at = '2031-01-01T00:00:00Z'
    const found = await judge({ signatureTimestamp: { at, authority } }, { now: LATER })
    expect(found.seal?.time.source).toBe('self-declared')
  })

  it.each(['', 'AA==', 'MAMCAQE=', 7])('that are none: %j', async (val) => {
    await expectBroken(val)
  })

  async function expectBroken(token: unknown): Promise<void> {
    const val = token instanceof Uint8Array ? Buffer.from(token).toString('base64') : token
    const property = { sigTst: { tstTokens: [{ val }] } }
    const etsiU = [Buffer.from(JSON.stringify(property)).toString('base64url')]
    const found = await judge({ signatureTimestamp: null, unprotected: { etsiU } })
    expect(found.seal?.time.source).toBe('self-declared')
    expect(codesOf(found, 'seal-time')[0]).toBe('timestamp-broken')
    expect(found.questionable).toBe(true)
  }
})

describe('revocation', () => {
  const at = '2026-01-15T10:00:05Z'

  async function answer(changes: Partial<Parameters<typeof ocspAnswer>[0]> = {}) {
    const { university, sealAuthority, ocspResponder } = await sealAuthorities()
    const usual = { about: university, issuer: sealAuthority, responder: ocspResponder, at }
    return ocspAnswer({ ...usual, ...changes })
  }

  it('before it was sealed fails', async () => {
    const ocsp = [await answer({ revoked: '2026-01-10T00:00:00Z' })]
    const found = await judge({ ocsp })
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revoked'])
  })

  it('after it was sealed is for a person to look at', async () => {
    const ocsp = [await answer({ revoked: '2026-01-16T00:00:00Z', at: '2026-01-16T01:00:00Z' })]
    const found = await judge({ ocsp })
    expect(found).toMatchObject({ authenticity: 'holds', questionable: true })
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revoked-since'])
  })

  // Whoever stole the key writes an earlier date.
  it('fails whenever it was, where nobody vouches for the time of sealing', async () => {
    const ocsp = [await answer({ revoked: '2026-01-16T00:00:00Z', at: '2026-01-16T01:00:00Z' })]
    const found = await judge({ ocsp, signatureTimestamp: null })
    expect(found.authenticity).toBe('fails')
  })

  it('counts wherever one answer says it', async () => {
    const ocsp = [await answer(), await answer({ revoked: '2026-01-10T00:00:00Z' })]
    expect((await judge({ ocsp })).authenticity).toBe('fails')
  })

  it('is not known without an answer', async () => {
    const found = await judge({ ocsp: [] })
    expect(found.questionable).toBe(true)
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-none'])
  })

  it('is not known from an answer that had run out', async () => {
    const ocsp = [await answer({ at: '2026-01-10T00:00:00Z', until: '2026-01-11T00:00:00Z' })]
    const found = await judge({ ocsp })
    expect(isTrusted(found)).toBe(false)
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-old'])
  })

  it('is not known from an answer of the future', async () => {
    const ocsp = [await answer({ at: '2026-01-17T10:00:00Z' })]
    const found = await judge({ ocsp })
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
    expect(isTrusted(found)).toBe(false)
    expect(isTrusted(await judge({ ocsp }, { now: new Date('2026-01-17T12:00:00Z') }))).toBe(true)
  })

  it('is not known from an answer about another certificate', async () => {
    const { college } = await sealAuthorities()
    const found = await judge({ ocsp: [await answer({ about: college })] })
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-none'])
  })

  it.each(['university', 'chamber', 'latvianResponder', 'timestamps'] as const)(
    'is not known from an answer that is signed by the %s',
    async (name) => {
      const responder = (await sealAuthorities())[name]
      const found = await judge({ ocsp: [await answer({ responder })] })
      expect(isTrusted(found)).toBe(false)
      expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
    },
  )

  it('is known from the issuer itself', async () => {
    const { sealAuthority } = await sealAuthorities()
    expect(isTrusted(await judge({ ocsp: [await answer({ responder: sealAuthority })] }))).toBe(
      true,
    )
  })

  it('is known from a list of its issuer', async () => {
    const { university, sealAuthority: issuer } = await sealAuthorities()
    const until = '2026-02-01T00:00:00Z'
    const crls = [await revocationList({ issuer, at, until })]
    expect(isTrusted(await judge({ ocsp: [], crls }))).toBe(true)
    const serial = (await judge()).seal?.certificate.serialNumber ?? ''
    const revoked = { [serial]: '2026-01-10T00:00:00Z' }
    const listed = [await revocationList({ issuer, at, until, revoked })]
    expect((await judge({ ocsp: [], crls: listed })).authenticity).toBe('fails')
    const forged = { ...issuer, pair: university.pair }
    const unproven = await judge({
      ocsp: [],
      crls: [await revocationList({ issuer: forged, at, until })],
    })
    expect(codesOf(unproven, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
  })

  it('of an authority above fails as well', async () => {
    const { root, sealAuthority } = await sealAuthorities()
    const above = { about: sealAuthority, issuer: root, responder: root }
    const ocsp = [await answer(), await answer({ ...above, revoked: '2025-12-01T00:00:00Z' })]
    const found = await judge({ ocsp })
    expect(found.authenticity).toBe('fails')
    expect(codesOf(found, 'seal-revocation')).toEqual(['chain-revoked'])
  })

  it('survives answers that are none', async () => {
    const ocsp = [Uint8Array.of(0x30, 3, 2, 1, 1), Uint8Array.of(1)]
    const found = await judge({ ocsp, crls: [Uint8Array.of(0x30, 0)] })
    expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
  })
})

/** A time-stamping authority whose certificate outlives everybody's. */
async function wideTimestamps(): Promise<Holder> {
  return certify({
    subject: { commonName: 'Old Clock' },
    pair: p256Pair('old clock'),
    from: '2020-01-01T00:00:00Z',
    until: '2040-01-01T00:00:00Z',
    purposes: ['1.3.6.1.5.5.7.3.8'],
  })
}
