import type { HistoryFacts } from '../../platform/history-shapes'
import { uiLanguage } from '../../platform/i18n'
import { nameInReport, textFor } from '../../ui/wording'
import type { VerificationReport } from '../../verifier/report'
import { figuresOf } from '../badge-figures'

/** Reasons that a list has use for. */
const MOST_REASONS = 4
/** Characters of a text, and items of a list: whoever made the badge wrote them. */
const LONGEST = 300
const MOST_ITEMS = 10
const DEEPEST = 4

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

/** Plain data of the same shape, with its texts and lists cut. */
export function cut<Value>(value: Value, depth = 0): Value {
  return cutPlain(value, depth) as Value
}

function cutPlain(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return depth > DEEPEST
      ? []
      : value.slice(0, MOST_ITEMS).map((item) => cutPlain(item, depth + 1))
  const entries = depth > DEEPEST ? [] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, cutPlain(item, depth + 1)]))
}
