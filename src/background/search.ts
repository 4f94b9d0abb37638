import { findCredential, type Finding } from '../discovery/find-credential'
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
import type { Clues } from './award'
import { judgeContent, judgeOffline, type Reach } from './judge'
import { withoutCredential } from './nothing-found'
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
