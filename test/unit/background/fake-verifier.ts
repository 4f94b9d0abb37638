import { createHash } from 'node:crypto'
import type { Recipient } from '../../../src/verifier/credential'
import type { BadgeSource, TrustList, VerifierEnvironment } from '../../../src/verifier/environment'
import { MOST_LIST_TEXT, readTrustList } from '../../../src/verifier/issuers/read-list'
import { listVersions } from '../../../src/verifier/issuers/trust-lists'
import { personIdentities } from '../../../src/verifier/recipients/person'
import { LIMITS } from '../../../src/verifier/http/limits'
import type {
  Currency,
  Need,
  RequestRecord,
  VerificationReport,
  Verdict,
} from '../../../src/verifier/report'
import { unbake } from '../../../src/verifier/unbake/unbake'

/**
 * What a test's badge tells the stand-in for the verifier: whom it asks, and what comes of it. So the
 * worker is tested with badges whose behaviour each test reads off the badge itself.
 */
export interface Script {
  name: string
  /** By language, where it has several. */
  names?: Record<string, string>
  /** Documents that are asked for, in order. */
  asks?: string[]
  /** Once all of them were asked. */
  verdict?: Verdict
  /** Before: `unverifiable`, unless the bytes alone decide. */
  offline?: Verdict
  currency?: Currency
  freshUntil?: string
  format?: string
  /** What its host serves, where that is another text. */
  served?: string
  /** Whom it names; nobody where absent. */
  recipient?: Recipient
}

/** What a document that a badge asks for may say about it; most say nothing. */
interface Answer {
  revoked?: boolean
  /** A further document that decides, as where a status list has moved. */
  next?: string
}

export type FakeVerifier = ReturnType<typeof createFakeVerifier>

/** The exports of `src/verifier/index.ts` that the worker uses. */
export function createFakeVerifier() {
  const sources: BadgeSource[] = []
  const spent: VerifierEnvironment['spent'][] = []
  return {
    /** Every source that was to be verified. */
    sources,
    /** What had been asked for each before. */
    spent,
    verifyBadge: (source: BadgeSource, environment: VerifierEnvironment) => {
      sources.push(source)
      spent.push(environment.spent)
      return verify(source, environment)
    },
    judgeAgain: (report: VerificationReport, now: Date, lists: TrustList[]): VerificationReport =>
      report.freshUntil !== undefined && new Date(report.freshUntil) < now
        ? { ...report, verdict: 'attention', currency: 'unknown' }
        : recognised(report, lists),
    readTrustList,
    MOST_LIST_TEXT,
    personIdentities,
    compareRecipient: (report: VerificationReport, identity: string | string[]) =>
      Promise.resolve({ ...report, holder: isHolder(identity) ? 'matches' : 'differs' }),
  }
}

const ADA = personIdentities('Ada Example', '1999-02-28').join()

function isHolder(identity: string | string[]): boolean {
  return identity === 'holder@example.org' || String(identity) === ADA
}

/** Green for an authentic badge whose issuer a list names, and for no other by way of a list. */
function recognised(report: VerificationReport, lists: TrustList[]): VerificationReport {
  const { id } = report.issuer
  const list = lists.find(({ issuers }) => issuers.some((issuer) => issuer.id === id))
  if (list && report.verdict === 'authentic')
    return {
      ...report,
      verdict: 'trusted',
      issuer: { ...report.issuer, standing: 'listed' },
      reasons: [{ code: 'issuer-listed', params: { name: 'School', list: list.name } }],
    }
  if (list || report.issuer.standing !== 'listed') return report
  return {
    ...report,
    verdict: 'authentic',
    issuer: { ...report.issuer, standing: 'unknown' },
    reasons: [{ code: 'issuer-unknown', params: { issuer: id } }],
  }
}

async function verify(
  source: BadgeSource,
  environment: VerifierEnvironment,
): Promise<VerificationReport> {
  const needs: Need[] = []
  const requests: RequestRecord[] = []
  const obtain = async (url: string): Promise<Response | null> => {
    const need: Need = { host: new URL(url).hostname, url, purpose: 'assertion' }
    if (!url.startsWith('https:')) return null
    if (environment.ask && !(await environment.ask(need))) {
      needs.push(need)
      return null
    }
    environment.signal?.throwIfAborted()
    try {
      const response = await environment.fetch(url)
      requests.push({ ...need, status: response.status, ms: 1 })
      return response
    } catch {
      environment.signal?.throwIfAborted()
      requests.push({ ...need, ms: 1 })
      return null
    }
  }

  const text = await textOf(source, obtain)
  const isWhole = 'bytes' in source && source.incomplete !== true
  // Of a picture that carries nothing there is no hash.
  const image = isWhole && text !== '' ? hash(source.bytes) : undefined
  const made = (verdict: Verdict, script?: Script) =>
    recognised(
      reportOf({ text, image }, verdict, { needs, requests }, script, environment),
      environment.trustLists ?? [],
    )
  if (text === null) return made('unverifiable')
  if (text === '') return made('none')
  const script = JSON.parse(text) as Script
  const open = [...(script.asks ?? [])]
  let answered = true
  for (let url = open.shift(); url !== undefined; url = open.shift()) {
    const response = await obtain(url)
    answered = response?.ok === true && answered
    const { revoked, next } = await answerOf(response)
    if (revoked === true) return made('invalid', { ...script, currency: 'revoked' })
    if (next !== undefined) open.push(next)
  }
  return made((answered ? script.verdict : script.offline) ?? 'unverifiable', script)
}

async function answerOf(response: Response | null): Promise<Answer> {
  const said: unknown = await response?.json().catch(() => undefined)
  return typeof said === 'object' && said !== null ? said : {}
}

/** Null where it could not be obtained, '' where there is none. */
async function textOf(
  source: BadgeSource,
  obtain: (url: string) => Promise<Response | null>,
): Promise<string | null> {
  if ('text' in source) return source.text
  if ('bytes' in source) return unbaked(source.bytes)
  const response = await obtain(source.url)
  return response?.ok === true ? unbaked(new Uint8Array(await response.arrayBuffer())) : null
}

function unbaked(bytes: Uint8Array): string {
  const result = unbake(bytes, LIMITS)
  return result.found ? result.text : ''
}

function hash(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

function reportOf(
  { text, image }: { text: string | null; image: string | undefined },
  verdict: Verdict,
  asked: Pick<VerificationReport, 'needs' | 'requests'>,
  script: Script | undefined,
  environment: VerifierEnvironment,
): VerificationReport {
  return {
    schema: 1,
    kind: verdict === 'none' ? 'none' : 'credential',
    verdict,
    reason: 'no-status-published',
    reasons: [{ code: 'no-status-published', params: {} }],
    authenticity: verdict === 'unverifiable' ? 'unknown' : 'holds',
    currency: script?.currency ?? 'current',
    conformity: 'conforms',
    issuer: { standing: 'unknown', id: 'https://issuer.example/profile' },
    holder: 'not-asked',
    ...(script?.format !== undefined && { format: script.format }),
    checks: [],
    parts: [],
    ...asked,
    source: {
      sha256: hash(text ?? ''),
      ...(image !== undefined && { imageSha256: image }),
      carrier: 'png-itxt',
      ...(text && { text }),
      ...(script?.served !== undefined && { servedText: script.served }),
    },
    ...(script && {
      credential: {
        ...{ format: 'OpenBadges/2.0', types: [], evidence: [], results: [], endorsementCount: 0 },
        issuer: { id: 'https://issuer.example/profile', types: [] },
        recipient: script.recipient ?? { identities: [] },
        achievements: [
          {
            ...{ types: [], alignments: [], tags: [], resultDescriptions: [] },
            name: script.names ?? { en: script.name },
          },
        ],
      },
    }),
    checkedAt: (environment.now?.() ?? new Date(0)).toISOString(),
    ...(script?.freshUntil !== undefined && { freshUntil: script.freshUntil }),
    versions: { verifier: 'test', ...listVersions(environment.trustLists ?? []) },
  }
}
