import type { VerificationReport } from '../verifier/report'
import type { HealthFinding } from './health'

/** What a stranger is told of the badge. */
export function verifiesHealth(report: VerificationReport): HealthFinding {
  const { verdict, currency, conformity, reasons } = report
  const topic = 'verifies'
  const [reason] = reasons
  const why = reason ? { reason } : {}
  switch (verdict) {
    case 'trusted':
      return { topic, state: 'ok', code: 'verifies-recognised' }
    case 'authentic':
      return { topic, state: 'ok', code: 'verifies' }
    case 'attention':
      // Whoever shows it chose the picture: its issuer has nothing to settle.
      if (reason?.code === 'artwork-differs')
        return { topic, state: 'look', code: 'needs-picture', reason }
      // An answer that is too old is for us to ask again, and nothing for the holder to mend.
      return currency === 'unknown' && conformity === 'conforms'
        ? { topic, state: 'unknown', code: 'status-open', ...why }
        : { topic, state: 'look', code: 'needs-look', ...why }
    case 'invalid':
      return { topic, state: 'look', code: 'does-not-verify', ...why }
    case 'unverifiable':
    case 'none':
      return { topic, state: 'unknown', code: 'not-checkable', ...why }
  }
}
