import { MAXIMUM_REQUESTS, type Finding } from '../discovery/find-credential'
import { reason, type Reason, type TrailStep, type VerificationReport } from '../verifier/report'
import {
  awardBehind,
  noAwardAt,
  noAwardBehind,
  recordsBehind,
  type Clues,
  type NoAward,
} from './award'
import { bareReport } from './bare-report'
import { hostOf } from './tab-state'

/**
 * What the way to an award met decides: its host may be down, and then nothing is known. Where no award was
 * to be expected, the picture's own report says all there is to say.
 */
export function withoutCredential(
  wanted: Clues & { image?: string },
  { trail, cutShort }: Finding,
  problems: Map<string, Reason>,
  own: VerificationReport | undefined,
): VerificationReport {
  const now = new Date()
  const gone = goneOf(recordsBehind(wanted), problems)
  if (gone !== undefined) return bareReport(reason('gone', { host: hostOf(gone) }), REVOKED, now)
  const award = awardBehind(wanted)
  const problem = award ? problemOnTheWay(award.url, problems) : problemOfNamed(trail, problems)
  if (problem) return bareReport(problem, UNKNOWN, now)
  if (cutShort && (award || wanted.links?.length))
    return bareReport(reason('too-many-requests', { limit: MAXIMUM_REQUESTS }), UNKNOWN, now)
  const noAward = noAwardBehind(wanted) ?? noAwardAt(wanted.image ?? '')
  if (!award && noAward) return reportOnNoAward(noAward, now)
  if (own && !award) return own
  const asked = trail.findLast(({ outcome }) => outcome !== 'not-asked') ?? trail.at(-1)
  const host = hostOf(award?.url ?? asked?.url)
  return bareReport(reason('link-without-credential', { host }), NOTHING, now)
}

/** Servers differ in where they have the record: it is gone where one says so, and no other may have it yet. */
function goneOf(records: string[], problems: Map<string, Reason>): string | undefined {
  const isNowhere = records.every((url) => isStatus(problems.get(url), NOT_THERE))
  return isNowhere ? records.find((url) => isStatus(problems.get(url), [410])) : undefined
}

function problemOnTheWay(award: string, problems: Map<string, Reason>): Reason | undefined {
  const [first] = problems.values()
  return problems.get(award) ?? first
}

/**
 * A page that was asked about named an address as that of its credential, and nobody knows what is there. Of an address
 * of no known platform that it keeps to itself, as many pages do with the JSON that they are made of, nothing follows.
 */
function problemOfNamed(trail: TrailStep[], problems: Map<string, Reason>): Reason | undefined {
  const named = trail.filter(({ from, platform }) => from === 'page' || platform !== undefined)
  const open = named.find(({ url, platform }) => {
    const expected = platform === undefined ? [...NOT_THERE, ...NOT_PUBLIC] : NOT_THERE
    return problems.has(url) && !isStatus(problems.get(url), expected)
  })
  return open && problems.get(open.url)
}

/** HTTP statuses (RFC 9110, section 15.5). */
const NOT_THERE = [404, 410]
const NOT_PUBLIC = [401, 403]

function isStatus(problem: Reason | undefined, statuses: number[]): boolean {
  return problem?.code === 'http-status' && statuses.includes(problem.params.status)
}

const UNKNOWN = { kind: 'credential', verdict: 'unverifiable' } as const
const REVOKED = { kind: 'credential', verdict: 'invalid' } as const
const NOTHING = { kind: 'none', verdict: 'none' } as const

export function reportOnNoAward({ is, platform }: NoAward, now: Date): VerificationReport {
  if (is === 'template') return bareReport(reason('template-picture', { platform }), NOTHING, now)
  if (is === 'course-certificate')
    return bareReport(reason('platform-certificate', { platform }), NOTHING, now)
  const unsupported = reason('format-not-supported', { format: platform })
  return bareReport(unsupported, UNKNOWN, now)
}
