/** When was it sealed, and who says so? */
import type { ParsedSeal } from '../proofs/jades'
import { reason, type Reason } from '../report'
import { isToCome, readMoment } from '../status/moment'
import { isInForce, weaknessOf, type Certificate } from './certificate'
import type { CertificatePool } from './certificate-pool'
import { buildChain } from './chain'
import { decodeDer } from './der'
import { certificateName, partyName } from './named-party'
import type { SealTime } from './seal'
import { readTimestamp, type Timestamp } from './timestamp-token'
import { isGranted, listOfCountry, servicesOf, stateAt, type ListLookup } from './trusted-service'
import type { WrittenTimestamp } from './unsigned-values'

export interface TimeFinding {
  time: SealTime
  /**
   * The moment at which certificates are judged, milliseconds since 1970; absent: nobody says. What nobody
   * vouches for moves the sealer's own word no further on.
   */
  at?: number
  /** The sealer's own word on it, milliseconds since 1970. */
  declared?: number
  /** Somebody who is vouched for says that the seal was there then. */
  trusted: boolean
  /** What was found, worst first. */
  reasons: Reason[]
}

interface Surroundings {
  pool: CertificatePool
  lookUp: ListLookup | undefined
  now: Date
}

type Read = { kind: WrittenTimestamp['kind'] } & (
  { timestamp: Timestamp } | { broken: true; authority?: Certificate }
)

/** With the certificates of its authority a token has a few kilobytes. */
const LARGEST_TOKEN = 16_384

/**
 * A timestamp over the signature says that the seal was there by then; the earliest that somebody vouches for
 * counts. One over the content (`adoTst`) says that the seal was made only later, so that it cannot move the
 * time of sealing back, and `sigT` is the sealer's own word.
 */
export async function judgeSealTime(
  seal: ParsedSeal,
  written: WrittenTimestamp[],
  surroundings: Surroundings,
): Promise<TimeFinding> {
  const read = await Promise.all(written.map((item) => readWritten(item, surroundings.pool)))
  const broken = read
    .filter((item) => 'broken' in item)
    .map(({ authority }) => reason('timestamp-broken', { authority: nameOf(authority) }))
  const stamps = read.filter((item) => 'timestamp' in item)
  const after = stamps
    .filter(({ kind }) => kind !== 'content')
    .map(({ timestamp }) => timestamp)
    .toSorted((a, b) => a.at - b.at)
  const sigT = declaredTime(seal)
  const said = sigT === undefined ? {} : { declared: sigT }
  for (const timestamp of after)
    if (await isVouchedFor(timestamp, surroundings))
      return { ...stamped(timestamp, 'timestamp', timestamp.at, broken), ...said }
  const [first] = after
  if (first) {
    const at = Math.min(sigT ?? Infinity, first.at)
    return { ...stamped(first, 'unproven-timestamp', at, broken), ...said }
  }
  const before = stamps.flatMap(({ kind, timestamp }) => (kind === 'content' ? [timestamp.at] : []))
  return declared(sigT, before, broken)
}

async function readWritten(written: WrittenTimestamp, pool: CertificatePool): Promise<Read> {
  const { kind, token, input } = written
  const der = decodeDer(token, LARGEST_TOKEN)
  if (der === undefined || input === undefined) return { kind, broken: true }
  const read = await readTimestamp(der, new TextEncoder().encode(input), pool.others)
  return 'broken' in read ? { kind, ...read } : { kind, timestamp: read }
}

function stamped(
  { at, authority }: Timestamp,
  source: 'timestamp' | 'unproven-timestamp',
  judgedAt: number,
  broken: Reason[],
): TimeFinding {
  const date = new Date(at).toISOString()
  const params = { date, authority: nameOf(authority) }
  const trusted = source === 'timestamp'
  const said = trusted ? reason('seal-time-trusted', params) : reason('seal-time-unproven', params)
  return {
    time: { at: date, source, authority: authority.subject },
    at: judgedAt,
    trusted,
    reasons: [...broken, said],
  }
}

/** The sealer cannot have sealed before what it sealed was stamped. */
function declared(sigT: number | undefined, before: number[], broken: Reason[]): TimeFinding {
  if (sigT === undefined)
    return {
      time: { source: 'none' },
      trusted: false,
      reasons: [...broken, reason('seal-time-none')],
    }
  const at = Math.max(sigT, ...before)
  const date = new Date(at).toISOString()
  return {
    time: { at: date, source: 'self-declared' },
    at,
    declared: at,
    trusted: false,
    reasons: [...broken, reason('seal-time-self-declared', { date })],
  }
}

/** TS 119 182-1, section 5.2.1 (`sigT`), and `iat`, seconds, which took its place; of the signed header alone. */
function declaredTime({ header: { sigT, iat } }: ParsedSeal): number | undefined {
  if (typeof sigT === 'string') return readMoment(sigT)?.first
  const at = typeof iat === 'number' ? iat * 1000 : NaN
  return Math.abs(at) < LAST_DATE ? at : undefined
}

/** ECMAScript has no dates beyond; four digits of the year end before. */
const LAST_DATE = Date.UTC(9999, 11, 31)

/** Does its chain end at an anchor, or is it a granted service of a trusted list, at the time it states? */
async function isVouchedFor(
  { at, authority, certificates }: Timestamp,
  { pool, lookUp, now }: Surroundings,
): Promise<boolean> {
  // Nobody can have stamped it later than now; a clock may be a little ahead.
  if (isToCome(at, now) || weaknessOf(authority) !== undefined) return false
  // RFC 5280, section 4.2: a certificate with a critical extension that is not understood is rejected.
  if (authority.unknownCritical !== undefined) return false
  const chain = await buildChain(authority, [...certificates, ...pool.others], pool.anchors)
  if (chain.end === 'broken') return false
  if (chain.end === 'anchor') return true
  const { issuer, subject } = authority
  const countries = new Set([issuer.country, subject.country].filter((code) => code !== undefined))
  for (const country of countries) {
    const found = await listOfCountry(country, lookUp, now)
    if ('problem' in found) continue
    const services = servicesOf(found.list, 'TSA/QTST', chain.certificates, at)
    const isListed = ({ key }: Certificate) =>
      services.some(({ keys }) => keys.includes(key.sha256))
    const between = chain.certificates.slice(1, chain.certificates.findIndex(isListed))
    const isSound = between.every((one) => isInForce(one, at) && weaknessOf(one) === undefined)
    if (isSound && services.some((service) => isGranted(stateAt(service, at)))) return true
  }
  return false
}

function nameOf(authority: Certificate | undefined): string {
  if (authority === undefined) return ''
  return certificateName(authority.subject) || partyName(authority.issuer)
}
