import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fake-web'
import {
  assertion,
  badge,
  BADGE,
  CONTEXT,
  issuer,
  ISSUER,
  outcomes,
  verify,
} from './open-badges-2-site'

describe('signed Open Badges 2.0', () => {
  const KEY = 'https://issuer.example/keys/1.json'
  const LIST = 'https://issuer.example/revoked.json'
  let privateKey: KeyObject
  let pem: string
  let otherKey: KeyObject
  let otherPem: string

  beforeAll(() => {
    const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
    const [own, other] = [pair(), pair()]
    privateKey = own.privateKey
    otherKey = other.privateKey
    pem = String(own.publicKey.export({ type: 'spki', format: 'pem' }))
    otherPem = String(other.publicKey.export({ type: 'spki', format: 'pem' }))
  })

  const signed = {
    ...assertion,
    id: 'urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b',
    verification: { type: 'SignedBadge', creator: KEY },
  }

  function pages(): Record<string, object> {
    return {
      [ISSUER]: { ...issuer, publicKey: KEY, revocationList: LIST },
      [BADGE]: badge,
      [KEY]: {
        '@context': CONTEXT,
        id: KEY,
        type: 'CryptographicKey',
        owner: ISSUER,
        publicKeyPem: pem,
      },
      [LIST]: {
        '@context': CONTEXT,
        id: LIST,
        type: 'RevocationList',
        issuer: ISSUER,
        revokedAssertions: [],
      },
    }
  }

  function sign(payload: object, key = privateKey, header: object = {}): Promise<string> {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(key)
  }

  it('is authentic when a key that the issuer lists signed it', async () => {
    const report = await verify(await sign(signed), pages())
    expect(report).toMatchObject({
      verdict: 'authentic',
      currency: 'current',
      format: 'OpenBadges/2.0',
    })
    expect(outcomes(report)).toMatchObject({ proof: 'passed', key: 'passed', status: 'passed' })
  })

  it.each([
    [['SignedBadge', 'Extension', 'extensions:ExampleExtension']],
    [['Verification', 'SignedBadge']],
    [['obi:VerificationObject', 'SignedBadge', 'https://w3id.org/openbadges/extensions#Foo']],
  ])('may be of other classes, too: %j', async (type) => {
    const extended = { ...signed, verification: { type, creator: KEY } }
    expect(await verify(await sign(extended), pages())).toMatchObject({
      verdict: 'authentic',
      authenticity: 'holds',
    })
  })

  it.each([
    ['a list of URLs', () => [KEY, 'https://issuer.example/keys/0.json']],
    ['an embedded key', () => ({ id: KEY, owner: ISSUER, publicKeyPem: pem })],
    ['a list with an embedded key', () => [{ id: KEY, owner: ISSUER, publicKeyPem: pem }]],
  ])('reads publicKey as %s', async (_, publicKey) => {
    const site = { ...pages(), [ISSUER]: { ...issuer, publicKey: publicKey() } }
    const report = await verify(await sign(signed), site)
    expect(report).toMatchObject({ verdict: 'authentic', authenticity: 'holds' })
    expect(report.checks.find(({ id }) => id === 'status')?.reasons[0]?.code).toBe(
      'no-status-published',
    )
  })

  it('reads key and revocation list in other words', async () => {
    const { owner, publicKeyPem, ...key } = pages()[KEY] as Record<string, string>
    const spelled = {
      ...key,
      'sec:owner': owner,
      'https://w3id.org/security#publicKeyPem': publicKeyPem,
    }
    const site = { ...pages(), [KEY]: spelled }
    expect((await verify(await sign(signed), site)).verdict).toBe('authentic')
    const list = { '@context': CONTEXT, id: LIST, type: 'obi:RevocationList' }
    const revoking = { ...list, 'obi:revoked': [{ '@id': signed.id }, 'urn:other'] }
    expect(await verify(await sign(signed), { ...site, [LIST]: revoking })).toMatchObject({
      verdict: 'invalid',
      reason: 'revoked',
    })
  })

  it('signs the text: a context in it is covered, and may still not rename what decides', async () => {
    const context = [CONTEXT, { until: 'sec:expiration' }]
    const ended = { ...signed, '@context': context, until: '2020-01-01T00:00:00Z' }
    expect(await verify(await sign(ended), pages())).toMatchObject({ currency: 'expired' })
    const hiding = {
      ...signed,
      '@context': [CONTEXT, { expires: 'obi:genre' }],
      expires: '2020-01-01',
    }
    expect(await verify(await sign(hiding), pages())).toMatchObject({
      verdict: 'unverifiable',
      reason: 'term-redefined',
    })
  })

  it('does not verify once a letter was altered', async () => {
    const [head, , tail] = (await sign(signed)).split('.')
    const altered = Buffer.from(JSON.stringify({ ...signed, issuedOn: '2020-01-01' })).toString(
      'base64url',
    )
    const report = await verify([head, altered, tail].join('.'), pages())
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'altered' })
    expect(outcomes(report)).toMatchObject({
      key: 'not-applicable',
      dates: 'not-applicable',
      status: 'not-applicable',
    })
  })

  it('refuses the attacker’s own key for a foreign issuer', async () => {
    const evil = 'https://evil.example/key.json'
    const forged = { ...signed, verification: { type: 'SignedBadge', creator: evil } }
    const report = await verify(await sign(forged, otherKey), {
      ...pages(),
      [evil]: { id: evil, type: 'CryptographicKey', owner: ISSUER, publicKeyPem: otherPem },
    })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('refuses a profile that the assertion embeds for a foreign issuer', async () => {
    const evil = { id: 'https://issuer.example/keys/evil', owner: ISSUER, publicKeyPem: otherPem }
    const forged = {
      ...signed,
      badge: { ...badge, issuer: { ...issuer, publicKey: evil } },
      verification: { type: 'SignedBadge', creator: evil.id },
    }
    const report = await verify(await sign(forged, otherKey), pages())
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it.each(['https://other.example', ['https://other.example'], { id: 'https://other.example' }, 7])(
    'refuses a key document that belongs to somebody else: %j',
    async (owner) => {
      const site = { ...pages(), [KEY]: { id: KEY, owner, publicKeyPem: pem } }
      const report = await verify(await sign(signed), site)
      expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
    },
  )

  it('refuses a header key, and the algorithms that protect nothing', async () => {
    const jwk = otherKey.export({ format: 'jwk' })
    const headerKey = await verify(
      await sign(signed, otherKey, { jwk: { kty: 'RSA', n: jwk.n, e: jwk.e } }),
      pages(),
    )
    expect(headerKey).toMatchObject({ verdict: 'invalid', reason: 'altered' })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const none = await verify(`${part({ alg: 'none' })}.${part(signed)}.AA`, pages())
    expect(none).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
    const hmac = await verify(`${part({ alg: 'HS256' })}.${part(signed)}.AA`, pages())
    expect(hmac).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
  })

  it.each([['id'], ['uid']])('is revoked when the list names its %s', async (property) => {
    const uid = 'abc-123'
    const revokedAssertions = [
      { [property]: property === 'id' ? signed.id : uid, revocationReason: 'Error' },
    ]
    const list = { id: LIST, issuer: ISSUER, revokedAssertions }
    const report = await verify(await sign({ ...signed, uid }), { ...pages(), [LIST]: list })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked', authenticity: 'holds' })
  })

  it.each([
    [true, 'invalid', 'revoked'],
    ['true', 'invalid', 'revoked'],
    [{ reason: 'fraud' }, 'attention', 'unknown'],
    ['yes', 'attention', 'unknown'],
    [false, 'authentic', 'current'],
  ])('says itself whether it is revoked: %j', async (revoked, verdict, currency) => {
    const jws = await sign({ ...signed, revoked })
    expect(await verify(jws, pages())).toMatchObject({ verdict, currency, authenticity: 'holds' })
    const unlisted = { ...pages(), [ISSUER]: { ...issuer, publicKey: KEY } }
    expect(await verify(jws, unlisted)).toMatchObject({ verdict, currency })
  })

  describe('the documents behind it', () => {
    const formatOf = ({ checks }: Awaited<ReturnType<typeof verify>>) =>
      checks
        .filter(({ id }) => id === 'format')
        .flatMap(({ reasons }) => reasons)
        .flatMap(({ params }) => ('property' in params ? [params.property] : []))
    const without = (url: string, ...names: string[]) => {
      const document = Object.entries(pages()[url]!).filter(([name]) => !names.includes(name))
      return { ...pages(), [url]: Object.fromEntries(document) }
    }
    const withList = (changes: object) => ({ ...pages(), [LIST]: { ...pages()[LIST], ...changes } })

    it.each<[string, () => Record<string, object>]>([
      ['key.owner', () => without(KEY, 'owner')],
      ['revocationList.type', () => without(LIST, 'type')],
      ['revocationList.type', () => withList({ type: 'List' })],
    ])('are for a person to look at where they lack what decides: %s', async (property, site) => {
      const report = await verify(await sign(signed), site())
      expect(report).toMatchObject({
        verdict: 'attention',
        authenticity: 'holds',
        currency: 'current',
        conformity: 'questionable',
      })
      expect(report.reasons[0]?.code).toMatch(/^property-/)
      expect(formatOf(report)).toEqual([property])
      expect(outcomes(report).format).toBe('warned')
    })

    it.each<[string, () => Record<string, object>]>([
      ['key.id', () => without(KEY, 'id')],
      ['revocationList.id', () => without(LIST, 'id')],
      ['revocationList.issuer', () => without(LIST, 'issuer')],
      [
        'revocationList.revokedAssertions[1].revocationReason',
        () => withList({ revokedAssertions: ['urn:x', { uid: 'x', revocationReason: 7 }] }),
      ],
    ])('are as they should be, but for what is only said: %s', async (property, site) => {
      const report = await verify(await sign(signed), site())
      expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
      expect(formatOf(report)).toEqual([property])
    })

    it('say what decides first', async () => {
      const { owner: _, ...key } = pages()[KEY] as Record<string, string>
      const site = { ...without(LIST, 'type', 'id'), [KEY]: key, [BADGE]: { ...badge, tags: [7] } }
      const found = formatOf(await verify(await sign(signed), site))
      expect(found.slice(0, 1)).toEqual(['key.owner'])
      expect(found).toContain('revocationList.type')
      expect(found).toContain('badge.tags')
    })

    it('change nothing where it is revoked, or altered', async () => {
      const list = { '@context': CONTEXT, id: LIST, revokedAssertions: [signed.id] }
      expect(await verify(await sign(signed), { ...pages(), [LIST]: list })).toMatchObject({
        ...{ verdict: 'invalid', reason: 'revoked' },
      })
      expect(await verify(await sign(signed, otherKey), without(KEY, 'owner'))).toMatchObject({
        ...{ verdict: 'invalid', reason: 'altered' },
      })
    })

    it('may be long: a list of many that were revoked', async () => {
      const revokedAssertions = Array.from({ length: 12_000 }, (_, at) => ({ id: `urn:x:${at}` }))
      const report = await verify(await sign(signed), withList({ revokedAssertions }))
      expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
    })
  })

  it('needs a person when the revocation list does not answer', async () => {
    const report = await verify(await sign(signed), { ...pages(), [LIST]: answer(500) })
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    expect(outcomes(report).status).toBe('unknown')
  })

  it('could not be checked when the issuer’s document is gone', async () => {
    const report = await verify(await sign(signed), { ...pages(), [ISSUER]: answer(404) })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })

  it('proves nothing as bare JSON without its signature', async () => {
    const report = await verify(signed, pages())
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'no-proof' })
  })
})
