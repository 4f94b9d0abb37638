import {
  CHECK_ORDER,
  type Check,
  type CheckId,
  type Reason,
  type VerificationReport,
} from './report'

type Judged = Pick<
  VerificationReport,
  'kind' | 'verdict' | 'authenticity' | 'currency' | 'conformity' | 'checks'
>

/**
 * The reasons of a report, the one that decided the verdict first, then everything else that did
 * not simply pass, in reading order.
 */
export function decisiveReasons(judged: Judged): Reason[] {
  const first = decisiveChecks(judged)
  const deciding = first.flatMap((id) => troubled(judged.checks, id, judged.verdict))
  const others = CHECK_ORDER.flatMap((id) => troubled(judged.checks, id, 'invalid'))
  const all = unique([...deciding, ...others])
  return all.length > 0 ? all : judged.checks.flatMap((check) => check.reasons).slice(0, 1)
}

/** Which checks decide, in order of precedence; mirrors the order of questions in `verdict.ts`. */
function decisiveChecks({ kind, verdict, authenticity, currency, checks }: Judged): CheckId[] {
  // Nothing but its parts decides about a presentation.
  if (kind === 'presentation') return ['parts']
  switch (verdict) {
    case 'none':
      return ['format', 'carrier']
    case 'invalid':
      return authenticity === 'fails'
        ? ['proof', ...sealChecks(checks, 'failed'), 'key', 'format']
        : ['status', 'carrier']
    case 'unverifiable':
      return ['carrier', 'format', 'proof', ...sealChecks(checks, 'unknown'), 'key']
    case 'attention': {
      const others = ATTENTION.filter((id) => isDeciding(id, checks))
      return currency === 'expired' || currency === 'future'
        ? ['dates', ...others]
        : ['status', 'dates', ...others]
    }
    case 'authentic':
      return checks.some(isHeldBack) ? ['parts', 'issuer'] : ['issuer']
    case 'trusted':
      return ['issuer']
  }
}

/** A picture that could not be compared decides nothing, nor does a sealer's name that nobody vouches for. */
function isDeciding(id: CheckId, checks: Check[]): boolean {
  if (id === 'artwork') return checks.some((check) => check.id === id && check.outcome === 'warned')
  return id !== 'sealer' || !checks.some(({ reasons }) => reasons[0]?.code === 'sealer-unproven')
}

/** A record by a recognised issuer is no better than what it holds. */
function isHeldBack({ reasons }: Check): boolean {
  return reasons.some(({ code }) => code === 'parts-unrecognised')
}

/** Of a sealed credential: whose seal it is before what else is wrong with it. */
const SEAL: CheckId[] = [
  'sealer',
  'certificate',
  'chain',
  'seal-revocation',
  'seal-time',
  'trusted-list',
]

/** What is wrong with a seal before what is only odd about it. */
function sealChecks(checks: Check[], outcome: Check['outcome']): CheckId[] {
  return SEAL.filter((id) => checks.some((check) => check.id === id && check.outcome === outcome))
}

/** What makes an authentic credential one that a person should look at, its currency apart. */
const ATTENTION: CheckId[] = [
  'key',
  ...SEAL,
  'copy',
  'recipient',
  'proof',
  'artwork',
  'parts',
  'endorsements',
  'refresh',
  'format',
  'schema',
  'accreditation',
]

const TROUBLE = ['failed', 'unknown', 'warned']

function troubled(checks: Check[], id: CheckId, verdict: VerificationReport['verdict']): Reason[] {
  const positive = verdict === 'authentic' || verdict === 'trusted' || verdict === 'none'
  return checks
    .filter((check) => check.id === id && (positive || TROUBLE.includes(check.outcome)))
    .sort((a, b) => TROUBLE.indexOf(a.outcome) - TROUBLE.indexOf(b.outcome))
    .flatMap((check) => check.reasons)
    .filter(({ code }) => code !== 'not-reached' && code !== 'carrier-found')
}

function unique(reasons: Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter((item) => {
    const key = JSON.stringify(item)
    return !seen.has(key) && seen.add(key)
  })
}
