import { Sequence, Utf8String } from 'asn1js'
import type { Extension } from 'pkijs'
import { describe, expect, it } from 'vitest'
import {
  certify,
  extension,
  ocspAnswer,
  p256Pair,
  QUALIFIED,
  rsaPair,
  sealAuthorities,
  sealCredential,
  trustedLists,
  UNIVERSITY,
} from '../../../fixtures/seals'
import { codesOf, isTrusted, judge, judgeDocument, PAYLOAD } from './judge'

const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64')
const pair = p256Pair('attacker')

describe('a certificate that somebody made for the name of a university', () => {
  it('is worth nothing signed by itself', async () => {
    const sealer = await certify({ subject: UNIVERSITY, pair, statements: QUALIFIED })
    const lists = await trustedLists()
    const found = await judge({ sealer }, { lists })
    expect(found.seal?.level).toBe('unknown-chain')
    expect(codesOf(found, 'chain')).toEqual(['chain-self-signed'])
    expect(isTrusted(found)).toBe(false)
    expect(lists.asked).not.toContain('EE')
  })

  it('is worth nothing under an authority of their own, whatever that is called', async () => {
    const { sealAuthority } = await sealAuthorities()
    const own = await certify({ subject: sealAuthority.subject, pair, authority: {} })
    const sealer = await certify({ subject: UNIVERSITY, pair, issuer: own, statements: QUALIFIED })
    const found = await judge({ sealer, xVals: [own.der] })
    expect(isTrusted(found)).toBe(false)
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-lacks'])
  })

  it('fails beside the genuine authority, which did not sign it', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    const forged = { subject: UNIVERSITY, pair, issuer: sealAuthority, signedWith: pair }
    const sealer = await certify({ ...forged, statements: QUALIFIED })
    const found = await judge({ sealer, xVals: [sealAuthority.der, root.der] })
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
    expect(codesOf(found, 'chain')).toEqual(['chain-broken'])
  })
})

describe('a genuine certificate that is used for more than it allows', () => {
  it('issues none where it is no authority', async () => {
    const { college, sealAuthority, root } = await sealAuthorities()
    const sealer = await certify({
      subject: UNIVERSITY,
      pair,
      issuer: college,
      statements: QUALIFIED,
    })
    const found = await judge({ sealer, xVals: [college.der, sealAuthority.der, root.der] })
    expect(found.authenticity).toBe('fails')
    expect(codesOf(found, 'chain')).toEqual(['chain-broken'])
  })

  it('issues none where its key is not for that', async () => {
    const { root } = await sealAuthorities()
    const subject = { commonName: 'Not for certificates' }
    const issuer = await certify({ subject, pair, issuer: root, authority: {}, uses: 0x80 })
    const sealer = await certify({ subject: UNIVERSITY, pair: p256Pair('x'), issuer })
    const found = await judge({ sealer, xVals: [issuer.der, root.der] })
    expect(found.authenticity).toBe('fails')
  })

  it('has no longer a path below it than it allows', async () => {
    const { root } = await sealAuthorities()
    const authority = { pathLength: 0 }
    const upper = await certify({ subject: { commonName: 'Upper' }, pair, issuer: root, authority })
    const below = { commonName: 'Lower' }
    const lower = await certify({
      subject: below,
      pair: p256Pair('l'),
      issuer: upper,
      authority: {},
    })
    const sealer = await certify({ subject: UNIVERSITY, pair: p256Pair('x'), issuer: lower })
    const found = await judge({ sealer, xVals: [lower.der, upper.der, root.der] })
    expect(found.authenticity).toBe('fails')
    expect(codesOf(found, 'chain')).toEqual(['chain-broken'])
  })
})

describe('a certificate of an authority whose limits are not read here', () => {
  const college = { value: [new Utf8String({ value: 'Grand College' })] }
  const names = extension('2.5.29.30', new Sequence(college))
  const judged = async (extensions: Extension[]) => {
    const { root, sealAuthority, ocspResponder } = await sealAuthorities()
    const { subject, pair } = sealAuthority
    const limited = await certify({ subject, pair, issuer: root, authority: {}, extensions })
    const of = { subject: UNIVERSITY, pair: rsaPair('university'), issuer: limited }
    const sealer = await certify({ ...of, statements: QUALIFIED })
    const answer = { about: sealer, issuer: limited, responder: ocspResponder }
    const ocsp = [await ocspAnswer({ ...answer, at: '2026-01-15T10:00:05Z' })]
    const xVals = [limited.der, root.der]
    const lists = await trustedLists()
    return judge({ sealer, xVals, ocsp }, { lists })
  }

  it('is vouched for by nobody, and not refuted either', async () => {
    expect(codesOf(await judged([]), 'chain')).toEqual(['chain-whole'])
    const found = await judged([names])
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'unknown-chain' } })
    expect(codesOf(found, 'chain')).toEqual(['chain-not-supported'])
  })
})

it('a certificate that is qualified under the law of another country is none of the Union', async () => {
  const { sealAuthority, root, ocspResponder } = await sealAuthorities()
  const judged = async (statements: typeof QUALIFIED) => {
    const of = { subject: UNIVERSITY, pair: rsaPair('university'), issuer: sealAuthority }
    const sealer = await certify({ ...of, statements })
    const answer = { about: sealer, issuer: sealAuthority, responder: ocspResponder }
    const ocsp = [await ocspAnswer({ ...answer, at: '2026-01-15T10:00:05Z' })]
    return judge({ sealer, xVals: [sealAuthority.der, root.der], ocsp })
  }
  expect(isTrusted(await judged(QUALIFIED))).toBe(true)
  const found = await judged([...QUALIFIED, 'swiss'])
  expect(isTrusted(found)).toBe(false)
  expect(codesOf(found, 'trusted-list')).toEqual(['certificate-not-qualified'])
})

describe('a certificate that is swapped', () => {
  it('for another of the same key and another name does not hold', async () => {
    const { university, college } = await sealAuthorities()
    const twin = await certify({ subject: college.subject, pair: university.pair })
    const sealed = await sealCredential(PAYLOAD)
    const [signature] = sealed.signatures as { protected: string }[]
    const header = JSON.parse(
      Buffer.from(signature?.protected ?? '', 'base64url').toString(),
    ) as object
    const swapped = { ...header, x5c: [base64(twin.der)] }
    const text = Buffer.from(JSON.stringify(swapped)).toString('base64url')
    const found = await judgeDocument({
      ...sealed,
      signatures: [{ ...signature, protected: text }],
    })
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
  })

  it('is none where it stands outside what is signed, and nothing signed names it', async () => {
    const { university } = await sealAuthorities()
    const unprotected = { x5c: [base64(university.der)] }
    const found = await judge({ header: { x5c: null, 'x5t#S256': null }, unprotected })
    expect(found.authenticity).toBe('unknown')
  })

  it('is the one that the signed hash names, wherever it stands', async () => {
    const { university, college } = await sealAuthorities()
    const unprotected = { x5c: [base64(college.der), base64(university.der)] }
    const found = await judge({ header: { x5c: null }, unprotected })
    expect(isTrusted(found)).toBe(true)
  })
})

describe('an algorithm that the key was not made for', () => {
  it.each(['ES256', 'ES384'])('is refused: %s with RSA', async (algorithm) => {
    const found = await judge({ algorithm })
    expect(found.authenticity).toBe('fails')
    expect(codesOf(found, 'proof')).toEqual(['algorithm-refused'])
  })

  it('does not hold by another padding of RSA', async () => {
    for (const [signedBy, claimed] of [
      ['RS256', 'PS256'],
      ['PS256', 'RS256'],
    ] as const) {
      const found = await judge({ algorithm: signedBy, header: { alg: claimed } })
      expect(found.authenticity).toBe('fails')
      expect(codesOf(found, 'proof')).toEqual(['altered'])
    }
  })

  it.each(['none', 'HS256'])('fails: %s', async (alg) => {
    expect((await judge({ header: { alg } })).authenticity).toBe('fails')
  })
})

describe('algorithms that no longer protect', () => {
  it('are said of a short key', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    const short = rsaPair('weak')
    const issued = {
      subject: UNIVERSITY,
      pair: short,
      issuer: sealAuthority,
      statements: QUALIFIED,
    }
    const found = await judge({
      sealer: await certify(issued),
      xVals: [sealAuthority.der, root.der],
    })
    expect(found).toMatchObject({ authenticity: 'holds', questionable: true })
    expect(found.checks[1]?.reasons).toMatchObject([
      { code: 'certificate-weak', params: { what: 'RSA 1024' } },
    ])
  })

  it('are said of SHA-1, and never trusted', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    const issued = { subject: UNIVERSITY, pair, issuer: sealAuthority, statements: QUALIFIED }
    const sealer = await certify({ ...issued, hash: 'SHA-1' })
    const found = await judge({ sealer, xVals: [sealAuthority.der, root.der] })
    expect(isTrusted(found)).toBe(false)
    expect(codesOf(found, 'certificate')).toEqual(['certificate-weak'])
  })
})

// ETSI TS 119 182-1: what stands in etsiU is unsigned, and may be of any size and shape.
describe('unsigned properties', () => {
  it.each([
    ['none', []],
    ['no list', 'x'],
    ['other things', [7, null, {}, 'AA', '%', { xVals: 7, rVals: [], sigTst: { tstTokens: {} } }]],
    ['very many', Array<string>(5000).fill('e30')],
  ])('of %s prove nothing and break nothing', async (_, etsiU) => {
    const found = await judge({ unprotected: { etsiU } })
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'unknown-chain' } })
    expect(found.seal?.time.source).toBe('self-declared')
  })
})

it('takes its id from the certificate, and never from what the payload claims', async () => {
  const sealed = await sealCredential({ issuer: { id: 'https://university.edu' } })
  expect((await judgeDocument(sealed)).issuerId).toMatch(/^urn:x509:sha256:[0-9a-f]{64}$/)
})
