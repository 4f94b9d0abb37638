import { describe, expect, it } from 'vitest'
import {
  certify,
  ocspAnswer,
  p256Pair,
  QUALIFIED,
  sealAuthorities,
  sealCredential,
  trustedLists,
  UNIVERSITY,
  type SealOptions,
} from '../../../fixtures/seals'
import { codesOf, isTrusted, judge, judgeDocument, NOW, PARTIES, PAYLOAD } from './judge'
import { expectLittleWork } from '../../cpu-time'

/** Options for another sealer than the university. */
async function sealedBy(name: 'college' | 'chamber'): Promise<SealOptions> {
  const all = await sealAuthorities()
  const [authority, root, responder] =
    name === 'college'
      ? [all.sealAuthority, all.root, all.ocspResponder]
      : [all.latvianAuthority, all.latvianRoot, all.latvianResponder]
  const at = '2026-01-15T10:00:05Z'
  const answer = await ocspAnswer({ about: all[name], issuer: authority, responder, at })
  return { sealer: all[name], xVals: [authority.der, root.der], ocsp: [answer] }
}

describe('what a seal is worth', () => {
  it('is a qualified seal where the trusted list has its issuer, and the key is on a device', async () => {
    const found = await judge()
    expect(isTrusted(found)).toBe(true)
    expect(found).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      issuerId: `urn:x509:sha256:${found.seal?.certificate.sha256 ?? ''}`,
      seal: {
        level: 'qualified',
        algorithm: 'RS256',
        sealer: 'issuer',
        time: { source: 'timestamp', authority: { organisation: 'Example Timestamps' } },
        trustedList: { country: 'EE', service: 'Example Seal CA' },
      },
    })
    expect(found.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['proof', 'passed'],
      ['certificate', 'passed'],
      ['chain', 'passed'],
      ['seal-time', 'passed'],
      ['seal-revocation', 'passed'],
      ['trusted-list', 'passed'],
      ['sealer', 'passed'],
    ])
  })

  it('is an advanced seal with a qualified certificate where that says nothing of a device', async () => {
    const parties = { ...PARTIES, issuer: { names: ['GRAND COLLEGE OU'], identifiers: [] } }
    const found = await judge(await sealedBy('college'), { parties })
    expect(found).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      seal: { level: 'advanced-qualified-certificate', algorithm: 'ES256', sealer: 'issuer' },
    })
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-qualified-certificate'])
  })

  it('is an advanced seal where nobody has lists', async () => {
    const { timestamps } = await sealAuthorities()
    const found = await judge({}, { lists: undefined, anchors: [timestamps.der] })
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'advanced' } })
    expect(found.seal).not.toHaveProperty('trustedList')
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-not-asked'])
    // Whoever makes a chain of certificates may write any name into the last one.
    expect(found.checks.find(({ id }) => id === 'sealer')).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'sealer-unproven' }],
    })
  })

  it('is of an unknown chain where the certificate of its issuer is missing', async () => {
    const lists = await trustedLists()
    const found = await judge({ xVals: [] }, { lists })
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'unknown-chain' } })
    expect(codesOf(found, 'chain')).toEqual(['chain-incomplete'])
    expect(lists.asked).not.toContain('EE')
  })

  it('looks in the list of the country that issued the certificate', async () => {
    const lists = await trustedLists()
    const names = ['Chamber of Skilled Trades']
    const parties = { ...PARTIES, issuer: { names, identifiers: ['LV40000000001'] } }
    const found = await judge(await sealedBy('chamber'), { lists, parties })
    expect(isTrusted(found)).toBe(true)
    expect(lists.asked).toEqual(['LU', 'LV'])
  })

  it('needs nothing above the issuer that is listed', async () => {
    const { sealAuthority } = await sealAuthorities()
    expect(isTrusted(await judge({ xVals: [sealAuthority.der] }))).toBe(true)
  })

  it('takes the chain from the signed header as well', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    expect(isTrusted(await judge({ xVals: [], x5c: [sealAuthority.der, root.der] }))).toBe(true)
  })

  it('says when the chain ends at an anchor, which makes no seal a qualified one', async () => {
    const { root, timestamps } = await sealAuthorities()
    const anchors = [root.der, timestamps.der]
    const found = await judge({}, { lists: undefined, anchors })
    expect(codesOf(found, 'chain')).toEqual(['chain-anchored'])
    expect(found.seal?.level).toBe('advanced')
  })

  it.each(['PS256', 'RS256'])('knows %s', async (algorithm) => {
    expect(isTrusted(await judge({ algorithm }))).toBe(true)
  })

  it('knows payloads in base64url', async () => {
    expect(isTrusted(await judge({ b64: true }))).toBe(true)
  })

  it('asks no list where the signature does not hold', async () => {
    const sealed = await sealCredential(PAYLOAD)
    const lists = await trustedLists()
    const found = await judgeDocument({ ...sealed, payload: '{"id":"urn:other"}' }, { lists })
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
    expect(codesOf(found, 'proof')).toEqual(['altered'])
    expect(lists.asked).toEqual([])
  })

  it('does not judge what it does not understand', async () => {
    const found = await judge({ header: { crit: ['b64', 'sigPl'], sigPl: {} } })
    expect(found).toMatchObject({ authenticity: 'unknown', issuerId: '' })
    expect(codesOf(found, 'proof')).toEqual(['seal-header-unknown'])
    const other = await judge({ header: { alg: 'ES256K' } })
    expect(other.authenticity).toBe('unknown')
    expect(codesOf(other, 'proof')).toEqual(['proof-not-supported'])
  })
})

describe('the certificate', () => {
  it.each([
    ['an authority', { authority: {}, uses: 0x84 }, 'cA'],
    ['keys', { uses: 0x20 }, 'keyUsage'],
    ['servers', { purposes: ['1.3.6.1.5.5.7.3.1'] }, 'serverAuth'],
    ['timestamps', { purposes: ['1.3.6.1.5.5.7.3.8'] }, 'timeStamping'],
  ])('of %s is not for seals', async (_, options, use) => {
    const { sealAuthority, root } = await sealAuthorities()
    const pair = p256Pair('other use')
    const sealer = await certify({ subject: UNIVERSITY, pair, issuer: sealAuthority, ...options })
    const found = await judge({ sealer, xVals: [sealAuthority.der, root.der] })
    expect(found.questionable).toBe(true)
    const [check] = found.checks.filter(({ id }) => id === 'certificate')
    expect(check?.reasons).toContainEqual({ code: 'certificate-not-for-seals', params: { use } })
  })

  it('for tests vouches for nobody, whatever it states', async () => {
    const { sealAuthority, root } = await sealAuthorities()
    const subject = { ...UNIVERSITY, commonName: 'TEST SEAL' }
    const pair = p256Pair('test seal')
    const issued = { subject, pair, issuer: sealAuthority, statements: QUALIFIED }
    const sealer = await certify(issued)
    const found = await judge({ sealer, xVals: [sealAuthority.der, root.der] })
    expect(found).toMatchObject({ questionable: true, seal: { level: 'advanced' } })
    expect(codesOf(found, 'certificate')).toEqual(['certificate-for-tests'])
    expect(codesOf(found, 'trusted-list')).toEqual(['certificate-not-qualified'])
  })

  it('that cannot be read leaves everything open', async () => {
    const found = await judge({ header: { x5c: ['MAMCAQE='] } })
    expect(found).toMatchObject({ authenticity: 'unknown', issuerId: '' })
    expect(codesOf(found, 'proof')).toEqual(['certificate-malformed'])
  })

  it('that the header does not name fails', async () => {
    const found = await judge({ header: { 'x5t#S256': 'A'.repeat(43) } })
    expect(found.authenticity).toBe('fails')
    expect(codesOf(found, 'certificate')).toEqual(['certificate-hash-differs'])
  })
})

describe('several seals', () => {
  it('are all judged, and the one of the issuer counts', async () => {
    const [college, university] = await Promise.all([
      sealCredential(PAYLOAD, await sealedBy('college')),
      sealCredential(PAYLOAD),
    ])
    const signatures = [college.signatures, university.signatures].flat() as never
    const found = await judgeDocument({ ...university, signatures })
    expect(isTrusted(found)).toBe(true)
    expect(codesOf(found, 'proof')).toEqual(['seal-holds', 'seals-several'])
  })

  it('of which one fails are for a person to look at', async () => {
    const other = await sealCredential({ id: 'urn:other' })
    const good = await sealCredential(PAYLOAD)
    const signatures = [other.signatures, good.signatures].flat() as never
    const found = await judgeDocument({ ...good, signatures })
    expect(found).toMatchObject({ authenticity: 'holds', questionable: true })
    expect(found.checks[0]).toMatchObject({
      outcome: 'warned',
      reasons: [{ code: 'seals-several', params: { count: 1, total: 2 } }, { code: 'seal-holds' }],
    })
  })

  it('of which none holds fail', async () => {
    const other = await sealCredential({ id: 'urn:other' })
    const unknown = await sealCredential(PAYLOAD, { header: { alg: 'ES256K' } })
    const signatures = [unknown.signatures, other.signatures].flat() as never
    const found = await judgeDocument({ ...unknown, signatures })
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
  })
})

describe('the parties', () => {
  it('differ where another organisation sealed it', async () => {
    const names = ['Grand University']
    const issuer = { names, identifiers: ['NTREE-99999999'] }
    const found = await judge({}, { parties: { ...PARTIES, issuer } })
    expect(found).toMatchObject({ questionable: true, seal: { sealer: 'other' } })
    expect(codesOf(found, 'sealer')).toEqual(['sealer-differs'])
  })

  it('cannot be compared where the credential names nobody', async () => {
    const issuer = { names: [], identifiers: [] }
    const found = await judge({}, { parties: { ...PARTIES, issuer } })
    expect(found).toMatchObject({ questionable: true, seal: { sealer: 'unknown' } })
  })

  it('are said where the awarding body is another one, which is no fault', async () => {
    const body = { names: ['Faculty of Welding'], identifiers: [] }
    const found = await judge({}, { parties: { ...PARTIES, awardingBodies: [body] } })
    expect(isTrusted(found)).toBe(true)
    expect(codesOf(found, 'sealer')).toEqual(['sealer-is-issuer', 'awarding-body-differs'])
  })

  it.each([
    ['by name alone', []],
    ['by its identifier as well', [UNIVERSITY.identifier]],
  ])('are said where only one of several names is the sealer’s: %s', async (_, identifiers) => {
    const sealer = UNIVERSITY.organisation
    const issuer = { names: ['Harvard University', sealer], identifiers }
    const found = await judge({}, { parties: { issuer, awardingBodies: [issuer] } })
    expect(isTrusted(found)).toBe(true)
    expect(found.checks.find(({ id }) => id === 'sealer')?.reasons).toEqual([
      { code: 'sealer-is-issuer', params: { name: sealer } },
      { code: 'issuer-named-also', params: { sealer, issuer: 'Harvard University' } },
    ])
  })

  it('accuse nobody of another’s seal where nobody vouches for it and the issuer has two names', async () => {
    const sealer = UNIVERSITY.organisation
    const issuer = { names: [sealer, 'Universität Nordfeld'], identifiers: [] }
    const { timestamps } = await sealAuthorities()
    const world = { lists: undefined, anchors: [timestamps.der] }
    const found = await judge({}, { ...world, parties: { issuer, awardingBodies: [] } })
    expect(codesOf(found, 'sealer')).toEqual(['sealer-unproven', 'issuer-named-also'])
  })

  it.each([
    ['beside the sealer’s', { names: ['Harvard University', UNIVERSITY.organisation] }],
    [
      'with its identifier',
      { names: ['Harvard University'], identifiers: [UNIVERSITY.identifier] },
    ],
  ])('are said where the awarding body has another’s name %s', async (_, body) => {
    const awardingBodies = [{ identifiers: [], ...body }]
    const found = await judge({}, { parties: { ...PARTIES, awardingBodies } })
    expect(found.checks.find(({ id }) => id === 'sealer')?.reasons).toContainEqual({
      code: 'awarding-body-differs',
      params: { body: 'Harvard University', sealer: UNIVERSITY.organisation },
    })
  })

  // A credential may say anything; its sealer's identifier beside another's name is no proof of that name.
  it('are for a person to look at where the sealer calls itself somebody else', async () => {
    const issuer = { names: ['Grand University'], identifiers: [UNIVERSITY.identifier] }
    const found = await judge({}, { parties: { ...PARTIES, issuer } })
    expect(found.questionable).toBe(true)
    expect(codesOf(found, 'sealer')).toEqual(['sealer-named-otherwise'])
  })
})

it('judges in well under a second', async () => {
  const sealed = await sealCredential(PAYLOAD)
  await expectLittleWork(2, () => judgeDocument(sealed, { now: NOW }))
})
