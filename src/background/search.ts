import { findCredential, MAXIMUM_REQUESTS, type Finding } from '../discovery/find-credential'
import {
  createGuardedFetch,
  type Answer,
  type GuardedFetch,
  type NoAnswer,
} from '../verifier/http/guarded-fetch'
import { LIMITS } from '../verifier/http/limits'
import { spentOn } from '../verifier/http/spent'
import {
  reason,
  type Need,
  type Reason,
  type TrailStep,
  type VerificationReport,
} from '../verifier/report'
import {
  awardBehind,
  noAwardAt,
  noAwardBehind,
  recordsBehind,
  type Clues,
  type NoAward,
} from './award'
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
 * the picture that people see. Everything that is asked counts as asked for this badge: hosts, requests and time
 * that were used up are not there again for what comes after.
 *
 * @param own what was found out about the picture or the link itself; absent: nothing was asked about it
 */
export async function searchAndJudge(
  wanted: Wanted,
  reach: Reach,
  own?: VerificationReport,
): Promise<VerificationReport> {
  const began = performance.now()
  const ask = (need: Need): Promise<boolean> => reach.ask(need)
  const before = spentOn(own?.requests ?? [])
  const { fetch, signal } = reach
  const http = createGuardedFetch({ fetch, ask, signal, spent: before }, LIMITS)
  const problems = new Map<string, Reason>()
  const { href, embed, links = [] } = wanted
  const finding = await findCredential(
    {
      ...imageOf(wanted),
      ...{ links: href ? [href] : [], embeds: embed ? [embed] : [], beside: links },
    },
    { get: getThrough(http, problems), holdsCredential: (bytes) => isCredential(bytes, reach) },
  )
  const searched = performance.now() - began
  const trail = [...ownSteps(wanted, own), ...finding.trail]
  const report = finding.found
    ? await judgeFound(finding.found, wanted, {
        ...reach,
        spent: {
          ...spentOn([...(own?.requests ?? []), ...http.requests]),
          ms: before.ms + searched,
        },
      })
    : withoutCredential(wanted, finding, problems, own)
  const needs = finding.found ? report.needs : [...report.needs, ...http.needs]
  const requests = [
    ...(own?.requests ?? []),
    ...http.requests,
    ...(report === own ? [] : report.requests),
  ]
  return { ...report, needs, requests, trail }
}

function imageOf({ image }: Wanted): { image?: string } {
  return image === undefined || image.startsWith('data:') ? {} : { image }
}

type Get = Parameters<typeof findCredential>[1]['get']

function getThrough(http: GuardedFetch, problems: Map<string, Reason>): Get {
  return async ({ url, accept, maxBytes, guessed }) => {
    const before = http.requests.length
    const answer = await http.get({ url, purpose: 'assertion' }, { accept, maxBytes })
    const problem = problemOf(answer, url)
    if (problem === undefined) problems.delete(url)
    else if (guessed !== true) problems.set(url, problem)
    if (answer.ok) return answer
    // What a limit stopped was not asked either.
    const isUnasked = http.requests.length === before
    return { ok: false, refused: isUnasked || answer.reason.code === 'permission-needed' }
  }
}

function problemOf(answer: Answer | NoAnswer, url: string): Reason | undefined {
  if (!answer.ok) return answer.reason
  const { status } = answer
  return status >= 400 ? reason('http-status', { host: hostOf(url), status }) : undefined
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
): Promise<VerificationReport> {
  // A picture that people see and that could not be read is not the same as none.
  const seen = shown ? { bytes: shown } : 'incomplete'
  const picture = image === undefined ? undefined : seen
  return judgeContent({ bytes, complete: true }, url, reach, picture)
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
