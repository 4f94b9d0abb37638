import type { HistoryFacts } from '../../platform/history-shapes'
import { uiLanguage } from '../../platform/i18n'
import { nameInReport, textFor } from '../../ui/wording'
import type { VerificationReport } from '../../verifier/report'
import { figuresOf } from '../badge-figures'
import { cut, LONGEST } from '../cut'

/** Reasons that a list has use for. */
const MOST_REASONS = 4

/** What a list shows of a report, however long the report is. */
export function factsOf(report: VerificationReport): HistoryFacts {
  const { verdict, holder, issuer, reasons, format } = report
  const named = nameInReport(report)
  const name = named && textFor(named, uiLanguage()).text
  const figures = figuresOf(report)
  return {
    ...{ verdict, holder, issuer: cut(issuer), reasons: cut(reasons.slice(0, MOST_REASONS)) },
    ...(name !== undefined && { name: name.slice(0, LONGEST) }),
    ...(format !== undefined && { format: format.slice(0, LONGEST) }),
    ...(figures && { figures }),
  }
}
