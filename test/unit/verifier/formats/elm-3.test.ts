/** Sealed European Digital Credentials, from the file to the verdict, and whoever would like to be one. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  compareRecipient,
  judgeAgain,
  personIdentities,
  verifyBadge,
  type VerificationReport,
} from '../../../../src/verifier'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { achievementClaim, europeanCredential, ISSUER, person } from '../../../fixtures/elm-3'
import { UNIVERSITY as BADGE_ISSUER } from '../../../fixtures/issuers'
import { credential as openBadge } from '../../../fixtures/open-badges-3'
import { sealAuthorities, sealCredential, trustedLists, UNIVERSITY } from '../../../fixtures/seals'
import { signDataIntegrity } from '../../../fixtures/signing'
import { servedFetch } from '../../../fixtures/served-fetch'
import type { ServedWeb } from '../../../fixtures/web'

const NOW = new Date('2026-02-01T12:00:00Z')

/** The issuer as the certificate of the fixtures names it. */
const SEALER = {
  ...ISSUER,
  legalName: { en: UNIVERSITY.organisation },
  eIDASIdentifier: { type: 'LegalIdentifier', notation: UNIVERSITY.identifier },
  registration: undefined,
}

type Options = Parameters<typeof europeanCredential>[0]
const issued = (more: Record<string, unknown> = {}, options: Options = {}) =>
  europeanCredential(options, { issuer: SEALER, ...more })

async function verify(
  document: unknown,
  { web = new Map(), ...environment }: Partial<VerifierEnvironment> & { web?: ServedWeb } = {},
) {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const report = await verifyBadge(
    { text },
    { fetch: servedFetch(web), now: () => NOW, trustedLists: await trustedLists(), ...environment },
  )
  return report
}

const check = ({ checks }: VerificationReport, id: string) => checks.find((one) => one.id === id)
const codes = ({ reasons }: { reasons: { code: string }[] }) => reasons.map(({ code }) => code)

beforeAll(async () => {
  await sealAuthorities()
})

describe.each([
  ['1.1', 'claim'],
  ['2.0', 'claim'],
  ['1.1', 'specification'],
] as const)('with a qualified seal, data model %s, mapping at the %s', (model, mapping) => {
  it('is trusted under the name of its certificate', async () => {
    const report = await verify(await sealCredential(issued({}, { model, mapping })))
    expect(report).toMatchObject({
      kind: 'credential',
      format: 'ELM/3',
      verdict: 'trusted',
      reason: 'issuer-sealed',
      currency: 'current',
      issuer: { standing: 'sealed', id: expect.stringMatching(/^urn:x509:sha256:/) as string },
      seal: { level: 'qualified', sealer: 'issuer' },
      source: { carrier: 'json' },
    })
    expect(report.credential?.achievements[0]?.name).toEqual({
      en: 'Data Analysis',
      de: 'Datenanalyse',
    })
    expect(report.descriptors?.[0]?.completeness.present).toBe(11)
    expect(check(report, 'profile')?.outcome).toBe('passed')
    expect(check(report, 'accreditation')).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'accreditation-stated' }],
    })
  })
})

describe('the flattened serialization', () => {
  it('is read as the general one is', async () => {
    const { payload, signatures } = (await sealCredential(issued())) as {
      payload: string
      signatures: [object]
    }
    const report = await verify({ payload, ...signatures[0] })
    expect(report).toMatchObject({ verdict: 'trusted', format: 'ELM/3' })
  })
})

describe('what was changed, or is another’s', () => {
  it('one letter of the payload: nothing behind the seal is said to have passed', async () => {
    const sealed = await sealCredential(issued())
    const payload = (sealed.payload as string).replace('Ana Andromeda', 'Eve Andromeda')
    const report = await verify({ ...sealed, payload })
    expect(report).toMatchObject({ verdict: 'invalid', authenticity: 'fails' })
    for (const id of ['profile', 'dates', 'status', 'accreditation', 'issuer', 'recipient'])
      expect(check(report, id)?.outcome, id).toBe('not-applicable')
  })

  it('a famous issuer’s id and name under another’s seal give it no standing', async () => {
    const issuer = {
      ...ISSUER,
      id: 'https://famous.example/issuer',
      legalName: { en: 'Famous University' },
    }
    const famous = { id: issuer.id, name: 'Famous University' }
    const list = { id: 'urn:list', name: 'List', issuers: [famous] }
    const report = await verify(await sealCredential(issued({ issuer })), { trustLists: [list] })
    expect(report).toMatchObject({
      verdict: 'attention',
      reason: 'sealer-differs',
      issuer: { standing: 'unknown' },
    })
    const again = judgeAgain(report, NOW, [list])
    expect(again).toMatchObject({ verdict: 'attention', issuer: { standing: 'unknown' } })
  })

  it('a seal that no trusted list knows makes no green', async () => {
    const report = await verify(await sealCredential(issued()), {
      trustedLists: await trustedLists({ EE: { problem: 'not-in-union' } }),
    })
    expect(report.verdict).not.toBe('trusted')
    expect(report.issuer.standing).toBe('unknown')
  })

  it('an Open Badge in a seal is named, however well it is signed itself', async () => {
    const badge = openBadge({ slug: 'a', name: 'A', description: 'B' }, BADGE_ISSUER)
    const report = await verify(await sealCredential(await signDataIntegrity(badge, BADGE_ISSUER)))
    expect(report).toMatchObject({ verdict: 'unverifiable', format: 'OpenBadges/3.0' })
    expect(report.seal).toBeUndefined()
  })

  it('what is sealed and is no credential is none', async () => {
    expect(await verify(await sealCredential({ invoice: 1 }))).toMatchObject({ verdict: 'none' })
  })

  it('an uploaded file in a seal is no credential either', async () => {
    const upload = { credential: issued(), deliveryDetails: {} }
    const report = await verify(await sealCredential(upload))
    expect(report).toMatchObject({ kind: 'unsealed', verdict: 'unverifiable' })
  })
})

describe('an issuer of several names', () => {
  const named = async (legalName: object, registered = {}) =>
    verify(await sealCredential(issued({ issuer: { ...SEALER, legalName, ...registered } })))

  it.each([{}, { eIDASIdentifier: undefined }])(
    'is called by none but that of its certificate: %j',
    async (registered) => {
      const legalName = { en: 'Harvard University', ga: UNIVERSITY.organisation.toUpperCase() }
      const report = await named(legalName, registered)
      expect(report).toMatchObject({ verdict: 'trusted', reason: 'issuer-sealed' })
      expect(report.issuer.claimedName).toBe(legalName.ga)
      expect(report.credential?.issuer.name).toEqual({ ga: legalName.ga })
      expect(check(report, 'sealer')?.reasons[1]?.params).toEqual({
        ...{ sealer: UNIVERSITY.organisation, issuer: 'Harvard University' },
      })
    },
  )

  it.each([{ en: 'Harvard University' }, { en: ['Harvard University'] }])(
    'is for a person to look at where none of them is: %j',
    async (legalName) => {
      const report = await named(legalName)
      expect(report).toMatchObject({ verdict: 'attention', reason: 'sealer-named-otherwise' })
    },
  )
})

describe('dates and status', () => {
  it.each([
    ['expired', { expirationDate: '2026-01-20T00:00:00Z' }],
    ['expired', { validUntil: '2026-01-20T00:00:00Z' }],
    ['not-yet-valid', { validFrom: '2026-03-01T00:00:00Z' }],
  ])('%s by %j', async (code, dates) => {
    const report = await verify(await sealCredential(issued(dates)))
    expect(report).toMatchObject({ verdict: 'attention', reason: code })
  })

  const entry = {
    id: 'https://status.example/list#7',
    type: 'StatusList2021Entry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://status.example/list',
  }

  it.each(['credentialStatus', 'status'])(
    'a list under `%s` that is down leaves it open',
    async (name) => {
      const report = await verify(await sealCredential(issued({ [name]: entry })))
      expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
      expect(check(report, 'status')?.reasons[0]?.code).toBe('status-not-obtained')
    },
  )

  it('a status of a kind that nobody knows leaves it open, and a word of ELM does not', async () => {
    const unknown = await verify(await sealCredential(issued({ status: { type: 'Odd2030' } })))
    expect(unknown).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    const word = await verify(await sealCredential(issued({ status: 'released' })))
    expect(word.verdict).toBe('trusted')
  })

  const bits = (revoked: boolean) => {
    const list = new Uint8Array(16_384)
    if (revoked) list[0] = 1
    return list
  }
  const listWeb = async (revoked: boolean, options = {}): Promise<ServedWeb> => {
    const { gzipSync } = await import('node:zlib')
    const list = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://w3id.org/vc/status-list/2021/v1',
      ],
      id: entry.statusListCredential,
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      issuer: 'urn:epass:org:99',
      issuanceDate: '2026-01-01T00:00:00Z',
      credentialSubject: {
        type: 'StatusList2021',
        statusPurpose: 'revocation',
        encodedList: gzipSync(bits(revoked)).toString('base64url'),
      },
    }
    const text = JSON.stringify(await sealCredential(list, options))
    const body = new TextEncoder().encode(text)
    return new Map([['status.example', new Map([['/list', { status: 200, headers: {}, body }]])]])
  }

  it('a list by the same sealer is believed, whatever it calls its issuer', async () => {
    const sealed = await sealCredential(issued({ credentialStatus: entry }))
    const good = await verify(sealed, { web: await listWeb(false) })
    expect(check(good, 'status')).toMatchObject({ outcome: 'passed' })
    expect(good.verdict).toBe('trusted')
    const revoked = await verify(sealed, { web: await listWeb(true) })
    expect(revoked).toMatchObject({ verdict: 'invalid', currency: 'revoked' })
  })

  it('a list by another sealer says nothing', async () => {
    const { chamber, latvianAuthority, latvianRoot } = await sealAuthorities()
    const xVals = [latvianAuthority.der, latvianRoot.der]
    const sealed = await sealCredential(issued({ credentialStatus: entry }))
    const report = await verify(sealed, { web: await listWeb(false, { sealer: chamber, xVals }) })
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    expect(check(report, 'status')?.reasons[0]?.code).toBe('status-list-unproven')
  })
})

describe('awarding bodies', () => {
  it('other than the sealer are said, each once, and held against nobody', async () => {
    const hasClaim = [achievementClaim('claim'), achievementClaim('claim', { id: 'urn:second' })]
    const report = await verify(
      await sealCredential(issued({ credentialSubject: person({ hasClaim }) })),
    )
    expect(report.verdict).toBe('trusted')
    expect(codes(check(report, 'sealer') ?? { reasons: [] })).toEqual([
      'sealer-is-issuer',
      'awarding-body-differs',
    ])
  })
})

describe('profile and accreditation', () => {
  it('what is missing is said, and changes nothing', async () => {
    const report = await verify(await sealCredential(issued({ credentialSchema: undefined })))
    expect(report.verdict).toBe('trusted')
    expect(check(report, 'profile')).toMatchObject({
      outcome: 'warned',
      reasons: [{ code: 'profile-property-missing', params: { path: 'credentialSchema' } }],
    })
  })

  it('an accreditation that had ended before is for a person to look at', async () => {
    const accreditation = { title: { en: 'Review' }, expiryDate: '2025-01-01T00:00:00Z' }
    const issuer = { ...SEALER, accreditation }
    const report = await verify(await sealCredential(issued({ issuer })))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'accreditation-ended' })
    const since = {
      ...SEALER,
      accreditation: { ...accreditation, expiryDate: '2025-12-01T00:00:00Z' },
    }
    expect((await verify(await sealCredential(issued({ issuer: since })))).verdict).toBe('trusted')
  })

  it('without one nothing is held against it', async () => {
    const report = await verify(
      await sealCredential(issued({ credentialSubject: person({ hasClaim: [] }) })),
    )
    expect(codes(check(report, 'accreditation') ?? { reasons: [] })).toEqual(['accreditation-none'])
  })
})

describe('presentations', () => {
  const presented = (...verifiableCredential: unknown[]) => ({
    type: ['VerifiablePresentation', 'EuropeanDigitalPresentation'],
    verifiableCredential,
  })

  it('sealed or not are as good as what they hold', async () => {
    const inside = await sealCredential(issued())
    for (const document of [presented(inside), await sealCredential(presented(inside))]) {
      const report = await verify(document)
      expect(report).toMatchObject({ kind: 'presentation', verdict: 'trusted' })
      expect(report.parts[0]).toMatchObject({ format: 'ELM/3', verdict: 'trusted' })
    }
    const asText = await verify(presented(JSON.stringify(inside)))
    expect(asText.verdict).toBe('trusted')
  })

  it('the seal around what somebody else did not seal proves nothing of it', async () => {
    const report = await verify(await sealCredential(presented(issued())))
    expect(report).toMatchObject({ kind: 'presentation', verdict: 'unverifiable' })
    expect(report.parts[0]).toMatchObject({ kind: 'unsealed', authenticity: 'unknown' })
  })
})

describe('the owner', () => {
  const ana = personIdentities('Andromeda, Ana', '1999-10-02')
  const eve = personIdentities('Eve Andromeda', '1999-10-02')

  it('by name and date of birth, and neither enters the report', async () => {
    const sealed = await sealCredential(issued())
    expect(await verify(sealed, { recipients: ana })).toMatchObject({
      verdict: 'trusted',
      holder: 'matches',
    })
    const report = await verify(sealed, { recipients: eve })
    expect(report).toMatchObject({ verdict: 'attention', holder: 'unknown' })
    expect(JSON.stringify(report.checks)).not.toMatch(/Eve|1999/)
  })

  it('of a kept report, also inside a presentation', async () => {
    const inside = await sealCredential(issued())
    const presentation = { type: ['VerifiablePresentation'], verifiableCredential: [inside] }
    for (const document of [inside, presentation]) {
      const report = await verify(document)
      expect((await compareRecipient(report, ana)).verdict).toBe('trusted')
      expect((await compareRecipient(report, eve)).verdict).toBe('attention')
    }
  })

  it('of what is not sealed is not asked', async () => {
    const report = await verify(issued(), { recipients: ana })
    expect(report.holder).toBe('not-asked')
  })
})

describe('text that is meant to harm', () => {
  it('is kept as the text that it is', async () => {
    const hostile = '"><img src=x onerror=alert(1)>\u202e\u0000'
    const title = { en: hostile, __proto__x: 'y', 'x".y': 'z' }
    const report = await verify(await sealCredential(issued({ displayParameter: { title } })))
    expect(report.credential?.name).toEqual({ en: hostile })
    expect(structuredClone(report)).toEqual(report)
  })

  it('a prototype in the payload is refused', async () => {
    const payload = JSON.stringify(issued()).replace('{', '{"__proto__":{"a":1},')
    expect((await verify(await sealCredential(payload))).verdict).toBe('unverifiable')
  })

  it('nesting beyond the limit is refused', async () => {
    const payload = JSON.stringify(issued()).replace(
      '{',
      `{"a":${'['.repeat(70)}${']'.repeat(70)},`,
    )
    expect((await verify(await sealCredential(payload))).verdict).toBe('unverifiable')
  })
})
