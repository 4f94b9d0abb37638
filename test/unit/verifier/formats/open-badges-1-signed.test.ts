import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../fake-web'
import {
  assertion,
  assertion11,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  outcomes,
  verify,
} from './open-badges-1-site'

const KEY = 'https://issuer.example/keys/badges.pem'
const LIST = 'https://issuer.example/revoked.json'
const at = (url: string) => ({ verify: { type: 'signed', url } })
const signed = { ...assertion, ...at(KEY) }

let own: { privateKey: KeyObject; pem: string }
let evil: { privateKey: KeyObject; pem: string }

beforeAll(() => {
  const pair = () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    return { privateKey, pem: String(publicKey.export({ type: 'spki', format: 'pem' })) }
  }
  own = pair()
  evil = pair()
})

const text = (body: string) => () =>
  new Response(body, { headers: { 'content-type': 'text/plain' } })

function pages(): Record<string, object> {
  return {
    [ISSUER]: { ...issuer, revocationList: LIST },
    [BADGE]: badge,
    [KEY]: text(own.pem),
    [LIST]: { 'abc-1234': 'Issued in error' },
  }
}

function sign(payload: object, key = own.privateKey, alg = 'RS256'): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg })
    .sign(key)
}

describe('signed Open Badges 1.0 and 1.1', () => {
  it.each([
    ['OpenBadges/1.0', signed, 'hosted nowhere'],
    ['OpenBadges/1.1', { ...assertion11, ...at(KEY) }, ID],
  ])('%s is authentic by the key on the issuer’s own site', async (format, payload, id) => {
    const report = await verify(await sign(payload), pages())
    expect(report).toMatchObject({
      verdict: 'authentic',
      format,
      currency: 'current',
      issuer: { id: ISSUER },
      source: { carrier: 'jws' },
    })
    expect(outcomes(report)).toMatchObject({ proof: 'passed', key: 'passed', status: 'passed' })
    expect(report.credential?.id ?? 'hosted nowhere').toBe(id)
  })

  it('does not verify once a letter was altered', async () => {
    const [head, , tail] = (await sign(signed)).split('.')
    const altered = Buffer.from(JSON.stringify({ ...signed, uid: 'f2c21' })).toString('base64url')
    const report = await verify([head, altered, tail].join('.'), pages())
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'altered' })
  })

  it.each([
    ['is down', answer(503), 'http-status'],
    ['is gone', answer(410), 'http-status'],
    ['is a key of another kind', text('ssh-rsa AAAAB3NzaC1yc2E='), 'answer-not-readable'],
    ['is a page', () => new Response('<!doctype html>'), 'answer-not-readable'],
  ])('could not be checked when the key %s', async (_, page, reason) => {
    const report = await verify(await sign(signed), { ...pages(), [KEY]: page })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason, authenticity: 'unknown' })
  })

  it('could not be checked when the issuer’s document is gone', async () => {
    const report = await verify(await sign(signed), { ...pages(), [ISSUER]: answer(404) })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })
})

describe('attacks on the key', () => {
  it('a key on a site of the cheat’s', async () => {
    const forged = { ...signed, ...at('https://evil.example/key.pem') }
    const report = await verify(await sign(forged, evil.privateKey), {
      ...pages(),
      'https://evil.example/key.pem': text(evil.pem),
    })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
    expect(report.requests.map(({ host }) => host)).not.toContain('evil.example')
  })

  it('a badge class of the cheat’s that names the issuer', async () => {
    const url = 'https://evil.example/key.pem'
    const forged = { ...signed, ...at(url), badge: { ...badge, issuer: { id: ISSUER } } }
    const site = { ...pages(), [url]: text(evil.pem) }
    expect(await verify(await sign(forged, evil.privateKey), site)).toMatchObject({
      verdict: 'invalid',
      reason: 'key-not-issuers',
    })
  })

  it('a key that another tenant of the same host keeps', async () => {
    const host = 'https://raw.githubusercontent.com'
    const organization = `${host}/university/badges/issuer.json`
    const keys = [`${host}/university/badges/key.pem`, `${host}/cheat/badges/key.pem`] as const
    const site = { [organization]: issuer, [keys[0]]: text(own.pem), [keys[1]]: text(evil.pem) }
    const payload = { ...signed, badge: { ...badge, issuer: organization } }
    const genuine = await verify(await sign({ ...payload, ...at(keys[0]) }), site)
    expect(genuine.verdict).toBe('authentic')
    const forged = await sign({ ...payload, ...at(keys[1]) }, evil.privateKey)
    expect(await verify(forged, site)).toMatchObject({
      verdict: 'invalid',
      reason: 'key-not-issuers',
    })
  })

  it('an open redirect on the issuer’s host', async () => {
    const url = 'https://issuer.example/go?to=evil'
    const location = 'https://evil.example/key.pem'
    const report = await verify(await sign({ ...signed, ...at(url) }, evil.privateKey), {
      ...pages(),
      [url]: () => new Response(null, { status: 302, headers: { location } }),
      [location]: text(evil.pem),
    })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'redirect-refused' })
  })

  it('a page of the issuer’s on which anybody may write', async () => {
    const url = 'https://issuer.example/forum/1'
    for (const page of [`Hello!\n${evil.pem}`, `${evil.pem}\nBye`, `${own.pem}${evil.pem}`]) {
      const forged = await sign({ ...signed, ...at(url) }, evil.privateKey)
      const report = await verify(forged, { ...pages(), [url]: text(page) })
      expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'answer-not-readable' })
    }
  })

  it('another key of the issuer’s, and the issuer’s key under another algorithm', async () => {
    expect(await verify(await sign(signed, evil.privateKey), pages())).toMatchObject({
      verdict: 'invalid',
      reason: 'altered',
    })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const none = await verify(`${part({ alg: 'none' })}.${part(signed)}.AA`, pages())
    expect(none).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
    const secret = new TextEncoder().encode(own.pem)
    const hmac = await new CompactSign(new TextEncoder().encode(JSON.stringify(signed)))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret)
    expect(await verify(hmac, pages())).toMatchObject({
      verdict: 'invalid',
      reason: 'algorithm-refused',
    })
  })

  it.each([
    [{ type: 'hosted', url: ID }, 'property-invalid'],
    [{ type: 'blockchain', url: KEY }, 'property-invalid'],
    [{ url: KEY }, 'property-invalid'],
    [{ type: 'signed' }, 'property-missing'],
    [{ type: 'signed', url: { id: 7 } }, 'property-missing'],
  ])('a payload that says %j', async (declared, reason) => {
    const report = await verify(await sign({ ...signed, verify: declared }), pages())
    expect(report).toMatchObject({ verdict: 'unverifiable', reason, authenticity: 'unknown' })
  })
})

describe('the revocation list', () => {
  const judged = async (list: object, change: object = {}) =>
    verify(await sign({ ...signed, ...change }), { ...pages(), [LIST]: list })

  it('names what was revoked by its uid, with the reason', async () => {
    const report = await judged({ f2c20: 'Cheated' })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked', authenticity: 'holds' })
    expect(report.reasons[0]?.params).toEqual({ host: 'issuer.example', reason: 'Cheated' })
  })

  it.each(['', null, false, 0, [], { on: '2014' }])(
    'revokes also with the reason %j',
    async (why) => {
      expect(await judged({ f2c20: why })).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
    },
  )

  it('finds a uid that is a number', async () => {
    expect((await judged({ '17': 'Error' }, { uid: 17 })).reason).toBe('revoked')
    expect((await judged({ '18': 'Error' }, { uid: 17 })).verdict).toBe('authentic')
  })

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'has no member that nobody wrote: %s',
    async (uid) => {
      expect((await judged({}, { uid })).verdict).toBe('authentic')
      expect((await judged({ [uid]: 'Error' }, { uid })).reason).toBe('revoked')
    },
  )

  it('is not needed where the badge itself says that it is revoked', async () => {
    expect(await judged({}, { revoked: true })).toMatchObject({
      ...{ verdict: 'invalid', reason: 'revoked' },
    })
    expect(await judged({}, { revoked: {} })).toMatchObject({ currency: 'unknown' })
  })

  it('may be the list of 2.0', async () => {
    const list = { type: 'RevocationList', revokedAssertions: [{ uid: 'f2c20' }] }
    expect((await judged(list)).reason).toBe('revoked')
    expect((await judged({ ...list, revokedAssertions: [] })).verdict).toBe('authentic')
  })

  it.each<[string, object]>([
    ['is a list', [{ uid: 'f2c20' }]],
    ['is an apology', { error: 'Not found' }],
    ['is about something else', { name: 'Example', url: 'https://x.example', items: [] }],
    ['is the list of 2.0 with a fault', { revokedAssertions: 'f2c20' }],
    ['does not answer', answer(500)],
    ['is a page', () => new Response('<!doctype html>')],
  ])('says nothing when it %s', async (_, list) => {
    const report = await judged(list)
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    expect(outcomes(report).status).toBe('unknown')
  })

  it('says nothing of a badge without a uid', async () => {
    expect(await judged({}, { uid: null })).toMatchObject({ currency: 'unknown' })
  })

  it('is the one of the issuer’s own document, not one that the badge embeds', async () => {
    const harmless = 'https://issuer.example/empty.json'
    const embedded = { id: ISSUER, ...issuer, revocationList: harmless }
    const payload = { ...signed, badge: { ...badge, issuer: embedded } }
    const site = { ...pages(), [harmless]: {}, [LIST]: { f2c20: 'Cheated' } }
    expect((await verify(await sign(payload), site)).reason).toBe('revoked')
  })
})
