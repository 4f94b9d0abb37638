import { findCredential, type Finding } from '../discovery/find-credential'
import { createGuardedFetch, type GuardedFetch } from '../verifier/http/guarded-fetch'
import { LIMITS, type Limits } from '../verifier/http/limits'
import {
  reason,
  type Need,
  type Reason,
  type TrailStep,
  type VerificationReport,
} from '../verifier/report'
import { awardBehind, noAwardAt, noAwardBehind, type Clues, type NoAward } from './award'
import { bareReport } from './bare-report'
import { judgeContent, judgeOffline, type Reach } from './judge'
import { hostOf } from './tab-state'

/** What is searched for. */
export interface Wanted extends Clues {
  /** Address of the picture that people see, where there is one. */
  image?: string
  /** File of that picture. */
  shown?: Uint8Array | undefined
}

/**
 * Searches for a credential that the picture itself does not carry, and judges what was found, next to
 * the picture that people see. Everything that is asked counts as asked for this badge: hosts and time
 * that the search used up are not there again for the verification.
 *
 * @param own what was found out about the picture itself; absent: there is none, or it was not read
 */
export async function searchAndJudge(
  wanted: Wanted,
  reach: Reach,
  own?: VerificationReport,
): Promise<VerificationReport> {
  const began = performance.now()
  const ask = (need: Need): Promise<boolean> => reach.ask(need)
  const http = createGuardedFetch({ fetch: reach.fetch, ask, signal: reach.signal }, LIMITS)
  const problems = new Map<string, Reason>()
  const finding = await findCredential(
    { ...imageOf(wanted), links: linksOf(wanted), embeds: wanted.embed ? [wanted.embed] : [] },
    { get: getThrough(http, problems), holdsCredential: (bytes) => isCredential(bytes, reach) },
  )
  const trail = [...ownSteps(wanted, own), ...finding.trail]
  const report = finding.found
    ? await judgeFound(finding.found, wanted, reach, limitsAfter(http, performance.now() - began))
    : withoutCredential(wanted, finding, problems, own)
  const needs = finding.found ? report.needs : [...report.needs, ...http.needs]
  return { ...report, needs, requests: [...http.requests, ...report.requests], trail }
}

function imageOf({ image }: Wanted): { image?: string } {
  return image === undefined || image.startsWith('data:') ? {} : { image }
}

function linksOf({ href, links = [] }: Wanted): string[] {
  return href === undefined ? links : [href, ...links]
}

type Get = Parameters<typeof findCredential>[1]['get']

function getThrough(http: GuardedFetch, problems: Map<string, Reason>): Get {
  return async ({ url, accept, maxBytes }) => {
    const answer = await http.get({ url, purpose: 'assertion' }, { accept, maxBytes })
    if (answer.ok) {
      const { status } = answer
      if (status >= 400) problems.set(url, reason('http-status', { host: hostOf(url), status }))
      return answer
    }
    problems.set(url, answer.reason)
    return { ok: false, refused: answer.reason.code === 'permission-needed' }
  }
}

/** An issuer's Profile or a badge class is no award, though a page may well name it. */
async function isCredential(bytes: Uint8Array, { signal, trustLists }: Reach): Promise<boolean> {
  const { kind } = await judgeOffline({ bytes, complete: true }, '', { signal, trustLists })
  return kind !== 'none' && kind !== 'badge-class' && kind !== 'profile'
}

function judgeFound(
  { bytes, url }: NonNullable<Finding['found']>,
  { image, shown }: Wanted,
  reach: Reach,
  limits: Partial<Limits>,
): Promise<VerificationReport> {
  // A picture that people see and that could not be read is not the same as none.
  const seen = shown ? { bytes: shown } : 'incomplete'
  const picture = image === undefined ? undefined : seen
  return judgeContent({ bytes, complete: true }, url, { ...reach, limits }, picture)
}

function limitsAfter({ requests }: GuardedFetch, ms: number): Partial<Limits> {
  const hosts = new Set(requests.map(({ host }) => host))
  return {
    badgeMs: Math.max(0, LIMITS.badgeMs - ms),
    hostsPerBadge: Math.max(0, LIMITS.hostsPerBadge - hosts.size),
  }
}

/** The picture was looked at before anything else. */
function ownSteps({ image }: Wanted, own: VerificationReport | undefined): TrailStep[] {
  if (image === undefined || own === undefined) return []
  const url = image.startsWith('data:') ? '' : image
  return [{ from: 'image', url, outcome: own.kind === 'none' ? 'nothing' : 'not-obtained' }]
}

/**
 * What the way to an award met decides: its host may be down, and then nothing is known. Where no award was
 * to be expected, the picture's own report says all there is to say.
 */
function withoutCredential(
  wanted: Wanted,
  { trail }: Finding,
  problems: Map<string, Reason>,
  own: VerificationReport | undefined,
): VerificationReport {
  const now = new Date()
  const award = awardBehind(wanted)
  const [problem] = problems.values()
  const onTheWay = (award && problems.get(award.url)) ?? problem
  if (award && onTheWay)
    return bareReport(onTheWay, { kind: 'credential', verdict: 'unverifiable' }, now)
  const noAward = noAwardBehind(wanted) ?? noAwardAt(wanted.image ?? '')
  if (!award && noAward) return reportOnNoAward(noAward, now)
  if (own && !award) return own
  const host = hostOf(award?.url ?? trail.at(-1)?.url)
  return bareReport(reason('link-without-credential', { host }), NOTHING, now)
}

const NOTHING = { kind: 'none', verdict: 'none' } as const

export function reportOnNoAward({ is, platform }: NoAward, now: Date): VerificationReport {
  if (is === 'template') return bareReport(reason('template-picture', { platform }), NOTHING, now)
  if (is === 'course-certificate')
    return bareReport(reason('platform-certificate', { platform }), NOTHING, now)
  const unsupported = reason('format-not-supported', { format: platform })
  return bareReport(unsupported, { kind: 'credential', verdict: 'unverifiable' }, now)
}
