import { describe, expect, it, vi } from 'vitest'
import { parseCompactJws } from '../../src/verifier/proofs/jws'
import { credentialOfJwt, verifyVcJwt } from '../../src/verifier/proofs/vc-jwt'
import { asString } from '../../src/verifier/reading/json-values'
import type { JsonObject } from '../../src/verifier/verification'
import { fakeVerification } from '../unit/verifier/fake-verification'
import { JOSE } from './expected/w3c-vc-jose-cose'
import { corpusText, describeFolder, hasCorpus, joseMethods } from './w3c-corpus'

/** The vectors name an issuer whose top-level domain does not exist, so that nobody would be asked. */
vi.mock('tldts', async (importOriginal) => {
  const tldts = await importOriginal<typeof import('tldts')>()
  const parse: typeof tldts.parse = (host, options) => {
    const parsed = tldts.parse(host, options)
    return host === 'example.issuer' ? { ...parsed, isIcann: true } : parsed
  }
  return { ...tldts, parse }
})

describeFolder('w3c-vc-jose-cose', JOSE)

const ISSUER = 'https://example.issuer/vc-jose-cose'

describe.runIf(hasCorpus('w3c-vc-jose-cose'))('W3C vc-jose-cose', () => {
  const methods = joseMethods()

  async function verify(name: string, listed: JsonObject[] = methods) {
    const jws = parseCompactJws(corpusText(`w3c-vc-jose-cose/credential-jose-${name}.txt`).trim())
    if ('reason' in jws) return { read: jws.reason.code }
    const wrapped = credentialOfJwt(jws)
    if ('reason' in wrapped) return { read: wrapped.reason.code }
    const document = { id: ISSUER, verificationMethod: listed, assertionMethod: listed.map(idOf) }
    const verification = fakeVerification({ [ISSUER]: { json: document } })
    const { credential } = wrapped
    const finding = await verifyVcJwt(jws, credential, asString(credential.issuer)!, verification)
    const codes = finding.checks.flatMap(({ reasons }) => reasons.map(({ code }) => code))
    return { authenticity: finding.authenticity, codes }
  }

  it('minimal: ES256, the key named by its kid', async () => {
    expect(await verify('minimal')).toEqual({
      authenticity: 'holds',
      codes: ['signature-holds', 'key-listed-by-issuer'],
    })
  })

  it('minimal: the key of somebody else under the same kid', async () => {
    const foreign = methods.map((method) => ({ ...method, controller: 'https://other.example/' }))
    expect(await verify('minimal', foreign)).toMatchObject({ authenticity: 'fails' })
    expect(await verify('minimal', [])).toMatchObject({ authenticity: 'fails' })
  })

  it('bad signature', async () => {
    expect(await verify('bad-signature')).toEqual({
      authenticity: 'fails',
      codes: ['altered', 'not-reached'],
    })
  })

  it('bad media type: signed well, and said', async () => {
    expect(await verify('bad-media-type')).toEqual({
      authenticity: 'holds',
      codes: ['signature-holds', 'property-invalid', 'property-invalid', 'key-listed-by-issuer'],
    })
  })

  it('claims `vc` and `vp` that are no objects do not stand for the credential', async () => {
    expect(await verify('vc-vp-claims')).toMatchObject({ authenticity: 'holds' })
  })

  it('unknown extensions: ES512', async () => {
    expect(await verify('unknown-extensions')).toEqual({
      authenticity: 'holds',
      codes: ['signature-holds', 'key-listed-by-issuer'],
    })
  })
})

function idOf({ id }: JsonObject): string {
  return asString(id)!
}
