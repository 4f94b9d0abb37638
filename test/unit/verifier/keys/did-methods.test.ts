import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import { addressOfDidWeb } from '../../../../src/verifier/keys/did-web'
import { DID_METHODS, didMethodOf, resolveIdentifier } from '../../../../src/verifier/keys/index'
import { fakeVerification } from '../fake-verification'
import { ecdsa, ed25519 } from '../signing'

const unreadable = (host: string) => ({
  reason: { code: 'issuer-document-unreadable', params: { host } },
})

describe('the list of DID methods', () => {
  it('holds every file of a method, by the name in the file', () => {
    const folder = new URL('../../../../src/verifier/keys/', import.meta.url)
    const files = readdirSync(folder)
      .map((name) => /^did-(?!method\.)(.+)\.ts$/.exec(name)?.[1])
      .filter((name) => name !== undefined)
    expect(DID_METHODS.map(({ name }) => name).sort()).toEqual(files.sort())
  })

  it('takes only a bare DID', () => {
    for (const id of [
      'did:web',
      'did:web:',
      'did:WEB:a.example',
      'did:web:a.example#k',
      'https://x.example',
      'did:web:a/b',
      'did:web:a.example?x=y',
    ])
      expect(didMethodOf(id), id).toBeUndefined()
    expect(didMethodOf('did:web:a.example')?.name).toBe('web')
  })

  it('says which method it does not know', async () => {
    const answer = await resolveIdentifier('did:ion:abc', 'key', fakeVerification())
    expect(answer).toEqual({
      reason: { code: 'did-method-not-supported', params: { method: 'ion' } },
    })
  })
})

describe('did:key', () => {
  it('lists its one key, and asks nobody', async () => {
    const { did, method, multikey } = await ed25519(3)
    const verification = fakeVerification()
    const document = await resolveIdentifier(did, 'key', verification)
    expect(document).toMatchObject({
      id: did,
      json: {
        verificationMethod: [{ id: method, controller: did, publicKeyMultibase: multikey }],
        assertionMethod: [method],
      },
    })
    expect(verification.asked).toEqual([])
  })

  it.each([
    // W3C CCG, did:key method, test vectors for P-521.
    'z2J9gaYxrKVpdoG9A4gRnmpnRCcxU6agDtFVVBVdn1JedouoZN7SzcyREXXzWgt3gGiwpoHq7K68X4m32D8HgzG8wv3sY5j7',
    'z2J9gcGdb2nEyMDmzQYv2QZQcM1vXktvy1Pw4MduSWxGabLZ9XESSWLQgbuPhwnXN7zP7HpTzWqrMTzaY5zWe6hpzJ2jnw4f',
  ])('reads P-521: %s', async (multikey) => {
    const document = await resolveIdentifier(`did:key:${multikey}`, 'key', fakeVerification())
    expect(document).toMatchObject({ id: `did:key:${multikey}` })
  })

  it('refuses another base and garbage', async () => {
    const { publicJwk } = await ed25519(3)
    const raw = Buffer.from(publicJwk.x as string, 'base64url')
    const inBase64 = `did:key:u${encodeBase64url(Uint8Array.from([0xed, 1, ...raw]))}`
    for (const did of [inBase64, 'did:key:z6Mk', 'did:key:z'])
      expect(await resolveIdentifier(did, 'key', fakeVerification())).toMatchObject({
        reason: { code: 'key-not-supported' },
      })
  })
})

describe('did:jwk', () => {
  const didOf = (value: unknown) => `did:jwk:${encodeBase64url(Buffer.from(JSON.stringify(value)))}`

  it('lists its one key as #0, and asks nobody', async () => {
    const { publicJwk } = await ecdsa('P-256')
    const did = didOf(publicJwk)
    const verification = fakeVerification()
    expect(await resolveIdentifier(did, 'key', verification)).toMatchObject({
      id: did,
      json: { verificationMethod: [{ id: `${did}#0`, publicKeyJwk: publicJwk }] },
    })
    expect(verification.asked).toEqual([])
  })

  it('refuses a private key, and what is no JWK', async () => {
    for (const value of [{ kty: 'OKP', d: 'AAAA' }, [], 'key', null])
      expect(await resolveIdentifier(didOf(value), 'key', fakeVerification())).toMatchObject({
        reason: { code: 'key-not-supported' },
      })
  })
})

describe('did:web', () => {
  it.each([
    ['did:web:issuer.example', 'https://issuer.example/.well-known/did.json'],
    ['did:web:issuer.example:schools:7', 'https://issuer.example/schools/7/did.json'],
    ['did:web:issuer.example%3A8443', 'https://issuer.example:8443/.well-known/did.json'],
    ['did:web:issuer.example%3A8443:a', 'https://issuer.example:8443/a/did.json'],
    ['did:web:xn--bcher-kva.example', 'https://xn--bcher-kva.example/.well-known/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(addressOfDidWeb(did)).toBe(url)
    expect(new URL(url).href).toBe(url)
  })

  it.each([
    'did:web:Issuer.example',
    'did:web:issuer.example%2Fevil',
    'did:web:issuer.example%40evil.example',
    'did:web:user%3Apass%40evil.example',
    'did:web:issuer.example%3A',
    'did:web:issuer.example%3A80%2F',
    'did:web:issuer.example:',
    'did:web:issuer.example::a',
    'did:web:issuer.example:..:a',
    'did:web:issuer.example:.',
    'did:web:issuer.example:%2E%2E',
    'did:web:issuer.example:a%2Fb',
    'did:web:issuer.example:a%23b',
    'did:web:issuer.example:a%3Fb',
    'did:web:.issuer.example',
    'did:web:issuer.example%20',
    'did:web:',
  ])('%s lies nowhere', (did) => {
    expect(addressOfDidWeb(did)).toBeUndefined()
  })

  const did = 'did:web:issuer.example'
  const url = 'https://issuer.example/.well-known/did.json'

  it('is read from its host, as a key', async () => {
    const verification = fakeVerification({ [url]: { json: { id: did } } })
    expect(await resolveIdentifier(did, 'key', verification)).toEqual({
      id: did,
      json: { id: did },
    })
    expect(verification.asked).toEqual([{ url, purpose: 'key' }])
  })

  it('must name itself', async () => {
    for (const id of ['did:web:other.example', `${did}#key`, undefined, 7]) {
      const json = id === undefined ? {} : { id }
      const verification = fakeVerification({ [url]: { json } })
      expect(await resolveIdentifier(did, 'key', verification)).toEqual(
        unreadable('issuer.example'),
      )
    }
  })

  it('is not taken from where its host redirects to', async () => {
    const from = 'https://attacker.example/did.json'
    const verification = fakeVerification({ [url]: { json: { id: did }, from } })
    expect(await resolveIdentifier(did, 'key', verification)).toEqual({
      reason: { code: 'redirect-refused', params: { host: 'attacker.example' } },
    })
  })

  it.each<[string, Parameters<typeof fakeVerification>[0], string]>([
    ['does not answer', {}, 'host-unreachable'],
    ['answers 404', { [url]: { status: 404 } }, 'http-status'],
    ['answers a page', { [url]: { text: '<html>' } }, 'answer-not-readable'],
    [
      'may not be asked',
      { [url]: { fails: { code: 'permission-needed', params: { host: 'issuer.example' } } } },
      'permission-needed',
    ],
  ])('says why, where the host %s', async (_, answers, code) => {
    expect(await resolveIdentifier(did, 'key', fakeVerification(answers))).toMatchObject({
      reason: { code },
    })
  })
})

describe('an https identifier', () => {
  const id = 'https://issuer.example/profile'

  it('is read from its own address, as an issuer', async () => {
    const verification = fakeVerification({ [id]: { json: { id: `${id}#me` } } })
    expect(await resolveIdentifier(`${id}#org`, 'issuer', verification)).toMatchObject({ id })
    expect(verification.asked).toEqual([{ url: id, purpose: 'issuer' }])
  })

  it('must name itself', async () => {
    for (const found of ['https://issuer.example/', 'https://other.example/profile', ''])
      expect(
        await resolveIdentifier(id, 'issuer', fakeVerification({ [id]: { json: { id: found } } })),
      ).toEqual(unreadable('issuer.example'))
  })

  it('is nothing but https', async () => {
    for (const other of ['urn:uuid:1', 'mailto:a@b.example', 'issuer', 'javascript:1', ''])
      expect(await resolveIdentifier(other, 'issuer', fakeVerification())).toEqual(
        unreadable(other),
      )
  })
})
