/** Every part of a qualified seal, altered byte by byte at places all over it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { parseSealedDocument } from '../../../../src/verifier/proofs/jades'
import type { SealFinding } from '../../../../src/verifier/seals/judge-seal'
import type { JsonObject } from '../../../../src/verifier/verification'
import { sealCredential } from '../../../fixtures/seals'
import { isTrusted, judgeDocument, PAYLOAD } from './judge'

interface Signature {
  protected: string
  header: { etsiU: string[] }
  signature: string
}

/** Places in each part: enough for every field, the same in every run. */
const PLACES = 48

let sealed: { payload: string; signatures: [Signature] }
let unaltered: SealFinding

beforeAll(async () => {
  sealed = (await sealCredential(PAYLOAD)) as unknown as typeof sealed
  unaltered = await judgeDocument(sealed as unknown as JsonObject)
  expect(isTrusted(unaltered)).toBe(true)
})

/** The bytes with one bit changed, at each of so many places. */
function* altered(bytes: Buffer): Generator<Buffer> {
  const step = Math.max(1, Math.floor(bytes.length / PLACES))
  for (let at = 0; at < bytes.length; at += step) {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ (1 << (at % 7))
    yield copy
  }
}

async function judgeWith(changes: Partial<Signature>, payload = sealed.payload) {
  const [signature] = sealed.signatures
  const json = { payload, signatures: [{ ...signature, ...changes }] } as unknown as JsonObject
  return 'reason' in parseSealedDocument(json) ? undefined : judgeDocument(json)
}

describe('what the sealer signed', () => {
  it('never holds with its payload altered', async () => {
    for (const bytes of altered(Buffer.from(sealed.payload)))
      expect((await judgeWith({}, bytes.toString('latin1')))?.authenticity).not.toBe('holds')
  })

  it('never holds with its header altered', async () => {
    const { protected: text } = sealed.signatures[0]
    for (const bytes of altered(Buffer.from(text, 'base64url'))) {
      const found = await judgeWith({ protected: bytes.toString('base64url') })
      expect(found?.authenticity).not.toBe('holds')
    }
  })

  it('never holds with the certificate in its header altered', async () => {
    const header = JSON.parse(
      Buffer.from(sealed.signatures[0].protected, 'base64url').toString(),
    ) as { x5c: [string] }
    for (const bytes of altered(Buffer.from(header.x5c[0], 'base64'))) {
      const changed = JSON.stringify({ ...header, x5c: [bytes.toString('base64')] })
      const found = await judgeWith({ protected: Buffer.from(changed).toString('base64url') })
      expect(found?.authenticity).not.toBe('holds')
    }
  })

  it('never holds with the signature altered', async () => {
    for (const bytes of altered(Buffer.from(sealed.signatures[0].signature, 'base64url'))) {
      const found = await judgeWith({ signature: bytes.toString('base64url') })
      expect(found?.authenticity).not.toBe('holds')
    }
  })
})

describe('what stands beside it', () => {
  type Value = { val: string }
  type Property = {
    sigTst: { tstTokens: [Value] }
    xVals: [{ x509Cert: Value }, { x509Cert: Value }]
    rVals: { ocspVals: [Value] }
  }

  async function alterEach(
    index: number,
    valueIn: (property: Property) => Value,
    see: (found: SealFinding | undefined) => void,
  ) {
    const { etsiU } = sealed.signatures[0].header
    const read = () =>
      JSON.parse(Buffer.from(etsiU[index] ?? '', 'base64url').toString()) as Property
    for (const bytes of altered(Buffer.from(valueIn(read()).val, 'base64'))) {
      const property = read()
      valueIn(property).val = bytes.toString('base64')
      const text = Buffer.from(JSON.stringify(property)).toString('base64url')
      see(await judgeWith({ header: { etsiU: etsiU.with(index, text) } }))
    }
  }

  /** A few bytes of a token are in nothing that is signed, and mean nothing. */
  const caughtOrTheSame = (found: SealFinding | undefined) => {
    if (found && isTrusted(found)) expect(found).toEqual(unaltered)
  }

  it('is never trusted with the answer about revocation altered', () =>
    alterEach(
      2,
      ({ rVals }) => rVals.ocspVals[0],
      (found) => {
        expect(found && isTrusted(found)).toBe(false)
      },
    ))

  it('is not trusted with the timestamp altered, unless that says what it said', () =>
    alterEach(0, ({ sigTst }) => sigTst.tstTokens[0], caughtOrTheSame))

  // TS 119 612, section 5.5.3: the listed service is its key. Above it nothing is needed, so that a
  // certificate which no longer leads to the root adds nothing and takes nothing away.
  it.each([0, 1] as const)('is trusted for the listed key alone, authority %i altered', (index) =>
    alterEach(
      1,
      ({ xVals }) => xVals[index].x509Cert,
      (found) => {
        if (!found || !isTrusted(found)) return
        const { certificate, time, trustedList, sealer } = unaltered.seal ?? {}
        expect(found.seal).toMatchObject({ certificate, time, trustedList, sealer })
        expect(found.checks.find(({ id }) => id === 'seal-revocation')?.outcome).toBe('passed')
      },
    ),
  )
})
