/** Embedded answers about revocation: OCSP (RFC 6960) and certificate revocation lists (RFC 5280, section 5). */
import type { Certificate } from './certificate'
import { crlStatement } from './crl'
import { ocspStatement, type OcspAnswer } from './ocsp'

/** What one answer says of one certificate, signed by whom may say it. Milliseconds since 1970. */
export interface RevocationStatement {
  /** Absent: not revoked. */
  revokedAt?: number
  thisUpdate: number
  nextUpdate?: number
  /** Who says so. */
  authority: Certificate
}

export interface RevocationValues {
  /** Of each answer that came with the seal; `undefined`: one that cannot be read. */
  ocsp: (OcspAnswer | undefined)[]
  /** DER. */
  crls: Uint8Array<ArrayBuffer>[]
}

export type RevocationFinding =
  | { state: 'not-revoked'; at: number; authority: Certificate }
  | { state: 'too-old'; at: number }
  | { state: 'revoked'; at: number }
  | { state: 'none' }
  | { state: 'unproven' }

/** Clocks differ. */
const TOLERANCE = 5 * 60_000

/**
 * @param issuer of the certificate; absent: no answer can be proved
 * @param pool where certificates of OCSP responders may be
 * @param moments `sealedAt`: when it matters that it was not revoked
 */
export async function judgeRevocation(
  certificate: Certificate,
  issuer: Certificate | undefined,
  values: RevocationValues,
  pool: Certificate[],
  { sealedAt, now }: { sealedAt: number; now: number },
): Promise<RevocationFinding> {
  if (values.ocsp.length + values.crls.length === 0) return { state: 'none' }
  if (issuer === undefined) return { state: 'unproven' }
  const answers = await Promise.all([
    ...values.ocsp.map((answer) => ocspStatement(answer, certificate, issuer, pool)),
    ...values.crls.map((der) => crlStatement(der, certificate, issuer)),
  ])
  if (answers.every((answer) => answer === 'other')) return { state: 'none' }
  const proven = answers.filter((answer) => typeof answer === 'object')
  const revoked = proven.flatMap(({ revokedAt }) => revokedAt ?? [])
  if (revoked.length > 0) return { state: 'revoked', at: Math.min(...revoked) }
  // After its end nobody need keep on saying that it was revoked.
  // RFC 6960, section 4.2.2.1: what is "later than the local system time SHOULD be considered unreliable".
  const latestMoment = Math.min(certificate.notAfter, now + TOLERANCE)
  const inTime = proven.filter(({ thisUpdate }) => thisUpdate <= latestMoment)
  const latest = inTime.toSorted((a, b) => b.thisUpdate - a.thisUpdate)[0]
  if (latest === undefined) return { state: 'unproven' }
  const { thisUpdate, nextUpdate = thisUpdate, authority } = latest
  const covers = Math.max(thisUpdate, nextUpdate) + TOLERANCE >= sealedAt
  return covers
    ? { state: 'not-revoked', at: thisUpdate, authority }
    : { state: 'too-old', at: thisUpdate }
}
