import type { Answer, GuardedFetch, NoAnswer } from '../../../src/verifier/http/guarded-fetch'
import { LIMITS } from '../../../src/verifier/http/limits'
import { reason, type Need, type Reason } from '../../../src/verifier/report'
import type { JsonObject, Verification } from '../../../src/verifier/verification'

/** What an address answers: JSON, another status, text of another type, or no answer with a reason. */
export type FakeAnswer =
  { json: JsonObject; from?: string } | { status: number } | { text: string } | { fails: Reason }

/** The time at which all of these tests happen. */
export const NOW = new Date('2026-01-15T12:00:00Z')

export interface FakeVerification extends Verification {
  /** Every address that was asked, in order. */
  asked: Omit<Need, 'host'>[]
}

/** A verification whose whole world is a table of addresses; any other address is unreachable. */
export function fakeVerification(
  answers: Record<string, FakeAnswer> = {},
  { contexts, now = NOW }: { contexts?: Record<string, object>; now?: Date } = {},
): FakeVerification {
  const asked: Omit<Need, 'host'>[] = []
  const http: GuardedFetch = {
    needs: [],
    requests: [],
    get: (need) => {
      asked.push(need)
      return Promise.resolve(answerOf(need.url, answers[need.url]))
    },
  }
  const environment = {
    fetch: () => Promise.reject(new Error('the network is closed')),
    ...(contexts && { contexts }),
  }
  const judgePart = () => Promise.reject(new Error('no parts are judged here'))
  return { environment, now, limits: { ...LIMITS }, http, judgePart, asked }
}

function answerOf(url: string, answer: FakeAnswer | undefined): Answer | NoAnswer {
  const { host } = new URL(url)
  if (answer === undefined) return { ok: false, reason: reason('host-unreachable', { host }) }
  if ('fails' in answer) return { ok: false, reason: answer.fails }
  const text = 'json' in answer ? JSON.stringify(answer.json) : 'text' in answer ? answer.text : ''
  return {
    ok: true,
    status: 'status' in answer ? answer.status : 200,
    url: 'json' in answer ? (answer.from ?? url) : url,
    bytes: new TextEncoder().encode(text),
    mediaType: 'application/json',
  }
}
