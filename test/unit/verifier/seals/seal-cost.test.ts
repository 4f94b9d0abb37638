import { Sequence, ObjectIdentifier } from 'asn1js'
import { expect, it } from 'vitest'
import {
  certify,
  extension,
  ocspAnswer,
  p256Pair,
  revocationList,
  type Holder,
} from '../../../fixtures/seals'
import { expectLittleWork } from '../../cpu-time'
import { codesOf, judge } from './judge'

const [AT, UNTIL] = ['2026-01-15T10:00:05Z', '2026-02-15T10:00:05Z']

/** A stranger's own authorities, as many as a chain may have, and a sealer below them. */
async function strangers(): Promise<{ sealer: Holder; issuer: Holder; above: Holder[] }> {
  const above: Holder[] = []
  for (const level of [1, 2, 3, 4, 5, 6]) {
    const [issuer] = above
    const subject = { organisation: 'Stranger', commonName: `Stranger CA ${level}` }
    const pair = p256Pair(`stranger ${level}`)
    above.unshift(await certify({ subject, pair, ...(issuer && { issuer }), authority: {} }))
  }
  const [issuer] = above
  if (!issuer) throw new Error('expected authorities')
  const subject = { organisation: 'Stranger', commonName: 'Stranger seal' }
  return { sealer: await certify({ subject, pair: p256Pair('stranger'), issuer }), issuer, above }
}

it('reads long lists of revoked certificates without much work', async () => {
  const { sealer, issuer, above } = await strangers()
  const serials = Array.from({ length: 4_000 }, (_, at) => `01${at.toString(16).padStart(6, '0')}`)
  const revoked = Object.fromEntries(serials.map((serial) => [serial, '2025-01-01T00:00:00Z']))
  const list = await revocationList({ issuer, at: AT, until: UNTIL, revoked })
  const options = { sealer, xVals: above.map(({ der }) => der), crls: Array(8).fill(list) }
  const found = await expectLittleWork(10, () => judge(options))
  expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-not-revoked'])
})

it('leaves certificates alone that are larger together than those of any seal', async () => {
  const identifier = new Sequence({ value: [new ObjectIdentifier({ value: '1.2.3' })] })
  const policies = extension(
    '2.5.29.32',
    new Sequence({ value: Array<Sequence>(2_000).fill(identifier) }),
    false,
  )
  const { der } = await certify({
    subject: { commonName: 'Ballast' },
    pair: p256Pair('ballast'),
    extensions: [policies],
  })
  const x5c = Array<typeof der>(15).fill(der)
  const found = await judge({ x5c })
  expect(codesOf(found, 'chain')).toEqual(['chain-incomplete'])
  expect(codesOf(await judge({ x5c: x5c.slice(10) }), 'chain')).toEqual(['chain-whole'])
})

it('reads an answer about revocation once, however long the chain is', async () => {
  const { sealer, issuer, above } = await strangers()
  const answer = await ocspAnswer({
    about: sealer,
    issuer,
    responder: issuer,
    at: AT,
    until: UNTIL,
    certificates: Array<Holder>(300).fill(issuer),
  })
  const ocsp = Array<typeof answer>(8).fill(answer)
  const options = { sealer, xVals: above.map(({ der }) => der), ocsp }
  const found = await expectLittleWork(10, () => judge(options))
  expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
})

it('takes any number of answers about revocation', async () => {
  const many = Array<{ val: string }>(300_000).fill({ val: '' })
  const unprotected = { etsiU: [{ rVals: { ocspVals: many, crlVals: many } }] }
  const found = await judge({ unprotected })
  expect(codesOf(found, 'seal-revocation')).toEqual(['certificate-revocation-unproven'])
})
