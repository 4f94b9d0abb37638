import { reason, type Check } from '../report'
import type { SealLevel } from './seal'
import type { SealFinding } from './seal-finding'

/** Best first. */
const LEVELS: SealLevel[] = [
  'qualified',
  'advanced-qualified-certificate',
  'advanced',
  'unknown-chain',
]

/**
 * One finding of all: the best of the seals that hold, the issuer's own before any other's. A seal that does
 * not hold beside it makes the document one that a person should look at, since anybody can add one, and the
 * sealer can have meant it. Where none holds, one that fails decides.
 */
export function ofSeveral(findings: SealFinding[]): SealFinding {
  const holding = findings.filter(({ authenticity }) => authenticity === 'holds').toSorted(byWorth)
  const best =
    holding[0] ?? findings.find(({ authenticity }) => authenticity === 'fails') ?? findings[0]
  if (best === undefined) throw new TypeError('expected at least one seal')
  if (findings.length === 1) return best
  const isUnanimous = holding.length === findings.length
  const said = reason('seals-several', { count: holding.length, total: findings.length })
  return {
    ...best,
    questionable: best.questionable || !isUnanimous,
    checks: best.checks.map((check) =>
      check.id === 'proof' ? withSaid(check, said, isUnanimous) : check,
    ),
  }
}

function withSaid(check: Check, said: Check['reasons'][number], isUnanimous: boolean): Check {
  const outcome = check.outcome === 'passed' && !isUnanimous ? 'warned' : check.outcome
  const reasons = outcome === 'warned' ? [said, ...check.reasons] : [...check.reasons, said]
  return { ...check, outcome, reasons }
}

function byWorth(a: SealFinding, b: SealFinding): number {
  return worthOf(a) - worthOf(b)
}

function worthOf({ seal, questionable }: SealFinding): number {
  const level = seal ? LEVELS.indexOf(seal.level) : LEVELS.length
  return (seal?.sealer === 'issuer' ? 0 : 100) + level * 10 + Number(questionable)
}
