/** A cheat may choose in which generation he forges: none may be weaker than what the issuer uses. */
import { generateKeyPairSync } from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, it } from 'vitest'
import * as ob1 from './open-badges-1-site'
import { issuer, ISSUER, verify } from './open-badges-2-site'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
const KEY = 'https://issuer.example/keys/1.json'
const UPLOAD = 'https://issuer.example/uploads/key.pem'
const LIST = [
  { id: 'https://list.example', name: 'L', issuers: [{ id: ISSUER, name: 'University' }] },
]

/** A signed 1.0 badge with its badge class in it, under the key at an address. */
function signed(url: string) {
  const badge = { ...ob1.badge, name: 'Doctor of Medicine', issuer: ISSUER }
  const payload = { ...ob1.assertion, badge, verify: { type: 'signed', url } }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(privateKey)
}

const text = (body: string) => () =>
  new Response(body, { headers: { 'content-type': 'text/plain' } })

describe('a badge of 1.0, signed by a key that anybody may upload to the issuer’s site', () => {
  const judged = async (document: object, url = UPLOAD) =>
    verify(await signed(url), { [ISSUER]: document, [url]: text(pem) }, { trustLists: LIST })

  it.each<[string, object]>([
    ['is on 2.0 and lists a key', { ...issuer, publicKey: KEY }],
    ['is on 2.0 and lists none', issuer],
    ['is on 1.1 and lists a key', { ...ob1.site11[ob1.ISSUER], id: ISSUER, publicKey: KEY }],
    ['is on 1.0 and lists a key', { ...ob1.issuer, publicKey: KEY }],
    ['has a list of keys that is empty', { ...ob1.issuer, publicKey: [] }],
    [
      'lists a key in other words',
      { ...ob1.site11[ob1.ISSUER], id: ISSUER, 'sec:publicKey': { '@id': KEY } },
    ],
  ])('is nothing of an issuer that %s', async (_, document) => {
    expect(await judged(document)).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it.each<[string, object]>([
    ['1.0', { ...ob1.issuer, verification: { startsWith: 'https://issuer.example/badges/' } }],
    [
      '1.1',
      {
        ...{ ...ob1.site11[ob1.ISSUER], id: ISSUER },
        verification: { startsWith: 'https://issuer.example/badges/' },
      },
    ],
  ])('is nothing of an issuer on %s that says where it keeps what is its own', async (_, of) => {
    expect(await judged(of)).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
    expect((await judged(of, 'https://issuer.example/badges/key.pem')).verdict).toBe('trusted')
  })

  it('is authentic by a key that the issuer lists', async () => {
    const key = { id: KEY, type: 'CryptographicKey', owner: ISSUER, publicKeyPem: pem }
    const pages = { [ISSUER]: { ...issuer, publicKey: KEY }, [KEY]: key }
    const report = await verify(await signed(KEY), pages)
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/1.0' })
  })
})
