import { X509Certificate } from 'node:crypto'
import { generalVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  isJsonJws,
  parseSealedDocument,
  type ParsedSeal,
} from '../../../../src/verifier/proofs/jades'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { sealAuthorities, sealCredential } from '../../../fixtures/seals'

const PAYLOAD = { id: 'urn:credential:1', title: { et: 'Õppekava' } }

type Signed = { protected: string; header: JsonObject; signature: string }

function signatureOf(document: JsonObject): Signed {
  return (document.signatures as unknown as Signed[])[0]!
}

/** The document with another protected header; its signature no longer holds, which reading does not ask. */
async function withHeader(header: Record<string, JsonValue>, b64 = false) {
  return parseSealedDocument(await sealCredential(PAYLOAD, { header, b64 }))
}

function only(document: ReturnType<typeof parseSealedDocument>): ParsedSeal {
  if ('reason' in document) throw new Error(document.reason.code)
  const [seal] = document.seals
  if (seal === undefined || 'reason' in seal) throw new Error(seal?.reason.code)
  return seal
}

/** Why the only seal of a document cannot be judged. */
function refusal(document: ReturnType<typeof parseSealedDocument>): unknown {
  if ('reason' in document) return document.reason
  const [seal] = document.seals
  return seal && 'reason' in seal ? seal.reason : undefined
}

const malformed = (property: string) => ({ code: 'proof-malformed', params: { property } })

describe('the fixtures', () => {
  it('are sealed as other implementations of JWS understand it', async () => {
    const { university } = await sealAuthorities()
    const key = new X509Certificate(university.der).publicKey
    for (const b64 of [true, false]) {
      const { payload, signatures } = await sealCredential(PAYLOAD, { b64 })
      const bytes = new TextEncoder().encode(payload as string)
      const jws = { payload: b64 ? (payload as string) : bytes, signatures }
      const crit = { sigT: true, adoTst: true }
      const verified = await generalVerify(jws as never, key, { crit })
      expect(JSON.parse(new TextDecoder().decode(verified.payload))).toEqual(PAYLOAD)
    }
  })

  it('have certificates that Node and OpenSSL read and verify', async () => {
    const { root, sealAuthority, university, ocspResponder } = await sealAuthorities()
    const [top, middle, leaf, responder] = [root, sealAuthority, university, ocspResponder].map(
      ({ der }) => new X509Certificate(der),
    )
    if (!top || !middle || !leaf || !responder) throw new Error()
    expect(leaf.verify(middle.publicKey) && leaf.checkIssued(middle)).toBe(true)
    expect(middle.verify(top.publicKey) && middle.ca && top.checkIssued(top)).toBe(true)
    expect(responder.verify(middle.publicKey)).toBe(true)
  })
})

describe('parseSealedDocument', () => {
  it('reads the payload exactly as it stands', async () => {
    const text = '{ "id":"urn:x",\n "n": 1.0, "title":"Õ" }'
    const document = parseSealedDocument(await sealCredential(text))
    expect(document).toMatchObject({ payloadText: text, payload: { n: 1 } })
    const { protectedText, signingInput } = only(document)
    expect(new TextDecoder().decode(signingInput)).toBe(`${protectedText}.${text}`)
  })

  it('reads a payload in base64url', async () => {
    const document = parseSealedDocument(await sealCredential(PAYLOAD, { b64: true }))
    expect(document).toMatchObject({ payload: PAYLOAD })
  })

  it('reads the flattened serialization', async () => {
    const general = await sealCredential(PAYLOAD)
    const flattened = { payload: general.payload, ...signatureOf(general) } as unknown as JsonObject
    expect(isJsonJws(flattened)).toBe(true)
    expect(parseSealedDocument(flattened)).toEqual(parseSealedDocument(general))
  })

  it('refuses a document in both serializations at once', async () => {
    const general = await sealCredential(PAYLOAD)
    const both = { ...general, ...signatureOf(general) } as unknown as JsonObject
    expect(refusal(parseSealedDocument(both))).toMatchObject(malformed('signatures'))
  })

  it('refuses what no payload can be read of', async () => {
    const { signatures } = await sealCredential(PAYLOAD)
    for (const payload of [7, '[]', 'no json', '{"a":"\ud800"}', null])
      expect(parseSealedDocument({ payload, signatures } as JsonObject)).toHaveProperty('reason')
  })

  it('refuses more signatures than anybody makes, and none', async () => {
    const { payload, signatures } = await sealCredential(PAYLOAD)
    const [signature] = signatures as JsonObject[]
    for (const many of [[], Array<JsonObject>(9).fill(signature!), ['x']])
      expect(parseSealedDocument({ payload, signatures: many } as JsonObject)).toHaveProperty(
        'reason',
      )
  })

  it('refuses signatures of which some mean another payload', async () => {
    const plain = await sealCredential(PAYLOAD)
    const encoded = await sealCredential(PAYLOAD, { b64: true })
    const signatures = [signatureOf(plain), signatureOf(encoded)] as unknown as JsonValue
    expect(refusal(parseSealedDocument({ ...plain, signatures }))).toMatchObject(malformed('b64'))
  })

  // RFC 7515, section 4.1.11: "If any of the listed extension Header Parameters are not understood and
  // supported by the recipient, then the JWS is invalid."
  it.each(['sigPl', 'x5t#S256', 'exp', 'alg'])(
    'does not judge what calls %s critical',
    async (name) => {
      const header = { [name]: name === 'alg' ? 'RS256' : 'x', crit: ['b64', name] }
      expect(refusal(await withHeader(header))).toEqual({
        code: 'seal-header-unknown',
        params: { header: name },
      })
    },
  )

  it('does not judge a detached signature, critical or not', async () => {
    const header = { sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURI' } }
    expect(refusal(await withHeader(header))).toMatchObject({ params: { header: 'sigD' } })
  })

  it.each([
    ['an empty crit', { crit: [] }],
    ['a crit that is no list', { crit: 'b64' }],
    // RFC 7797, section 6
    ['b64 without crit', { crit: null }],
    ['b64 that crit leaves out', { crit: ['sigT'] }],
    ['a name that is not in the header', { crit: ['b64', 'adoTst'] }],
    ['a name twice', { crit: ['b64', 'b64'] }],
  ])('refuses %s', async (_, header) => {
    expect(refusal(await withHeader(header))).toMatchObject(malformed('crit'))
  })

  it.each(['none', 'None', 'HS256'])('refuses %s, under which anybody can sign', async (alg) => {
    const found = refusal(await withHeader({ alg }))
    expect(found).toEqual({ code: 'algorithm-refused', params: { algorithm: alg } })
  })

  it.each(['alg', 'crit', 'b64'])('refuses %s outside what is signed', async (name) => {
    const header = name === 'b64' ? { b64: null, crit: ['sigT'] } : { [name]: null }
    const unprotected = { [name]: name === 'alg' ? 'RS256' : false }
    const b64 = name === 'crit'
    const sealed = await sealCredential(PAYLOAD, { header, unprotected, b64 })
    expect(refusal(parseSealedDocument(sealed))).toMatchObject({ code: 'proof-malformed' })
  })

  // RFC 7515, section 7.2.1: the two locations "MUST be disjoint".
  it('refuses a name in both headers', async () => {
    const sealed = await sealCredential(PAYLOAD, { unprotected: { sigT: '2020-01-01T00:00:00Z' } })
    expect(refusal(parseSealedDocument(sealed))).toMatchObject(malformed('sigT'))
  })

  it('refuses a header that names a member twice', async () => {
    const sealed = await sealCredential(PAYLOAD)
    const signature = signatureOf(sealed)
    const text = Buffer.from(signature.protected, 'base64url').toString()
    const twice = text.replace('{', '{"alg":"ES256",')
    signature.protected = Buffer.from(twice).toString('base64url')
    expect(refusal(parseSealedDocument(sealed))).toMatchObject(malformed('protected'))
  })

  it.each(['', '%%%', 'AA=='])('refuses the signature %j', async (text) => {
    const sealed = await sealCredential(PAYLOAD)
    signatureOf(sealed).signature = text
    expect(refusal(parseSealedDocument(sealed))).toMatchObject(malformed('signature'))
  })
})
