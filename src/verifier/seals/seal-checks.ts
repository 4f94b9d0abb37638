/** What was found about a certificate, its chain, its dates and its revocation, as checks of the report. */
import { KeyUsageFlags } from '@peculiar/asn1-x509'
import { reason, type Authenticity, type Check, type Reason } from '../report'
import { isInForce, mayBeUsedFor, weaknessOf, type Certificate } from './certificate'
import type { Chain } from './chain'
import { certificateName, partyName } from './named-party'
import type { RevocationFinding } from './revocation-values'
import type { TimeFinding } from './seal-time'

/** One check, and what it means for the whole. */
export interface Judged {
  check: Check
  authenticity: Authenticity
  questionable: boolean
}

const SPEC = {
  certificate: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1',
  chain: 'https://www.rfc-editor.org/rfc/rfc5280#section-6.1',
  'seal-time': 'https://www.rfc-editor.org/rfc/rfc3161#section-2.4.2',
  'seal-revocation': 'https://www.rfc-editor.org/rfc/rfc6960#section-3.2',
} as const

export function judged(
  id: keyof typeof SPEC,
  outcome: Check['outcome'],
  reasons: Reason[],
  questionable = outcome !== 'passed',
): Judged {
  const authenticity = outcome === 'failed' ? 'fails' : 'holds'
  return { check: { id, outcome, reasons, spec: SPEC[id] }, authenticity, questionable }
}

/** Purposes for which a seal is none: RFC 5280, section 4.2.1.12. */
const OTHER_PURPOSES: Record<string, string> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
}

export function judgeCertificate(certificate: Certificate, hashDiffers: boolean): Judged {
  if (hashDiffers) return judged('certificate', 'failed', [reason('certificate-hash-differs')])
  const name = partyName(certificate.subject)
  const use = otherUse(certificate)
  const what = weaknessOf(certificate)
  const isTest = certificate.callsItselfTest || certificate.issuerCallsItselfTest
  const tested = certificateName(
    certificate.callsItselfTest ? certificate.subject : certificate.issuer,
  )
  const problems = [
    ...(use === undefined ? [] : [reason('certificate-not-for-seals', { use })]),
    ...(what === undefined ? [] : [reason('certificate-weak', { name, what })]),
    ...(isTest ? [reason('certificate-for-tests', { name: tested })] : []),
  ]
  if (problems.length > 0) return judged('certificate', 'warned', problems)
  const issuer = partyName(certificate.issuer)
  return judged('certificate', 'passed', [reason('certificate-fits', { sealer: name, issuer })])
}

function otherUse(certificate: Certificate): string | undefined {
  if (certificate.isAuthority) return 'cA'
  const { digitalSignature, nonRepudiation } = KeyUsageFlags
  if (!mayBeUsedFor(certificate, digitalSignature, nonRepudiation)) return 'keyUsage'
  const names = certificate.extendedKeyUsage?.map((purpose) => OTHER_PURPOSES[purpose]) ?? []
  return names.includes(undefined) ? undefined : names.find((name) => name !== undefined)
}

/**
 * @param at the time of sealing, milliseconds
 * @param isListed a trusted list has the key of one of these certificates: nothing above it is needed
 */
export function judgeChain({ certificates, end }: Chain, at: number, isListed: boolean): Judged {
  const last = certificates.at(-1)
  if (last === undefined) throw new TypeError('expected a chain')
  if (end === 'broken') {
    const broken = reason('chain-broken', { name: certificateName(last.subject) })
    return judged('chain', 'failed', [broken])
  }
  const late = certificates.slice(1).find((certificate) => !isInForce(certificate, at))
  const weak = certificates.slice(1).flatMap((certificate) => {
    const what = weaknessOf(certificate)
    const name = certificateName(certificate.subject)
    return what === undefined ? [] : [reason('certificate-weak', { name, what })]
  })
  const problems = [...(late ? [notInForce(late, at)] : []), ...weak]
  const found = reasonOfEnd(end, last, isListed)
  if (problems.length > 0) return judged('chain', 'warned', [...problems, found])
  const isWhole = end === 'anchor' || end === 'root' || isListed
  // That a certificate above is missing proves nothing against the seal; it proves nothing for it, either.
  return judged('chain', isWhole ? 'passed' : 'unknown', [found], false)
}

function notInForce({ subject }: Certificate, at: number): Reason {
  const date = new Date(at).toISOString()
  return reason('chain-not-in-force', { name: certificateName(subject), date })
}

function reasonOfEnd(end: Chain['end'], last: Certificate, isListed: boolean): Reason {
  const name = certificateName(last.subject)
  if (end === 'anchor') return reason('chain-anchored', { root: name })
  if (end === 'root' || isListed) return reason('chain-whole', { root: name })
  if (end === 'self-signed') return reason('chain-self-signed', { name })
  if (end === 'not-supported') return reason('chain-not-supported', { name })
  return reason('chain-incomplete', { issuer: certificateName(last.issuer) })
}

/** The dates of the sealer's certificate at the time of sealing, with who says when that was. */
export function judgeDatesOfSeal(leaf: Certificate, time: TimeFinding, now: Date): Judged {
  const at = time.at ?? now.getTime()
  const until = new Date(leaf.notAfter).toISOString()
  if (!isInForce(leaf, at)) {
    const date = new Date(at).toISOString()
    const from = new Date(leaf.notBefore).toISOString()
    const then = reason('certificate-not-in-force-then', { date, from, until })
    const reasons = [then, ...time.reasons]
    if (wasOutside(leaf, time)) return judged('seal-time', 'failed', reasons)
    return { ...judged('seal-time', 'unknown', reasons), authenticity: 'unknown' }
  }
  const isOver = now.getTime() > leaf.notAfter
  const dates = isOver
    ? reason('certificate-expired-since', { until })
    : reason('certificate-in-force', { until })
  const isSure = time.trusted && time.reasons.length === 1
  return judged('seal-time', isSure ? 'passed' : 'warned', [...time.reasons, dates])
}

/**
 * The sealer itself says that it sealed when the certificate was not in force, or the seal was there before that.
 * A timestamp of later says nothing of when it was made, and one that nobody vouches for nothing at all: anybody can
 * add them (ETSI EN 319 102-1: OUT_OF_BOUNDS_NO_POE is indeterminate).
 */
function wasOutside(leaf: Certificate, { at, declared, trusted }: TimeFinding): boolean {
  const isEarly = trusted && at !== undefined && at < leaf.notBefore
  return isEarly || (declared !== undefined && !isInForce(leaf, declared))
}

/** @param above what was found about the certificates above the sealer's, with their names */
export function judgeRevocations(
  leaf: RevocationFinding,
  above: { certificate: Certificate; finding: RevocationFinding }[],
  { at, trusted }: { at: number; trusted: boolean },
): Judged {
  // Whoever stole the key can write an earlier date; only what somebody vouches for was there before.
  const isSince = (revoked: number) => trusted && revoked > at
  for (const { certificate, finding } of above)
    if (finding.state === 'revoked' && !isSince(finding.at)) {
      const params = { name: certificateName(certificate.subject), date: isoOf(finding.at) }
      return judged('seal-revocation', 'failed', [reason('chain-revoked', params)])
    }
  if (leaf.state === 'none')
    return judged('seal-revocation', 'unknown', [reason('certificate-revocation-none')])
  if (leaf.state === 'unproven')
    return judged('seal-revocation', 'unknown', [reason('certificate-revocation-unproven')])
  const date = isoOf(leaf.at)
  if (leaf.state === 'revoked')
    return isSince(leaf.at)
      ? judged('seal-revocation', 'warned', [reason('certificate-revoked-since', { date })])
      : judged('seal-revocation', 'failed', [reason('certificate-revoked', { date })])
  if (leaf.state === 'too-old')
    return judged('seal-revocation', 'unknown', [reason('certificate-revocation-old', { date })])
  const authority = certificateName(leaf.authority.subject)
  return judged('seal-revocation', 'passed', [
    reason('certificate-not-revoked', { authority, date }),
  ])
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}
