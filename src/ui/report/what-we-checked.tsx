import type { Check } from '../../verifier/report'
import { OutcomeShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import { checkName, checkTitle, outcomeName, reasonSentence } from '../wording'
import '../buttons.css'
import './what-we-checked.css'

interface WhatWeCheckedProps {
  checks: readonly Check[]
  /** Leads to the field where an address can be compared. */
  onAskHolder?: () => void
}

/**
 * The checks in the order in which a careful person would ask, with a sentence each. Those that an
 * earlier one made pointless are named together: what decided must stand out.
 */
export function WhatWeChecked({ checks, onAskHolder }: WhatWeCheckedProps) {
  const reached = checks.filter((check) => !isNotReached(check))
  const rest = checks.filter(isNotReached)
  return (
    <ol class="checks">
      {reached.map((check) => (
        <CheckItem
          check={check}
          key={`${check.id} ${check.subject ?? ''}`}
          onAskHolder={onAskHolder}
        />
      ))}
      {rest.length > 0 && <NotReached checks={rest} />}
    </ol>
  )
}

function isNotReached({ reasons }: Check): boolean {
  return reasons[0]?.code === 'not-reached'
}

function NotReached({ checks }: { checks: readonly Check[] }) {
  const { text, locale, translate } = useWording()
  const names = checks.map((check) => checkName(check.id, translate))
  return (
    <li class="check" data-outcome="not-applicable">
      <OutcomeShape outcome="not-applicable" />
      <div>
        <p>{text('checksNotReached')}</p>
        <p class="check-reason">
          {new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names)}
        </p>
      </div>
    </li>
  )
}

interface CheckItemProps {
  check: Check
  onAskHolder: (() => void) | undefined
}

function CheckItem({ check, onAskHolder }: CheckItemProps) {
  const { text, translate, locale } = useWording()
  const title = checkTitle(check, translate, locale)
  const unasked = check.reasons[0]?.code === 'holder-not-asked'
  return (
    <li class="check" data-check={check.id} data-outcome={check.outcome}>
      <OutcomeShape outcome={check.outcome} />
      <div>
        <p>
          <span class="visually-hidden">{outcomeName(check.outcome, translate)}: </span>
          {title}
        </p>
        {check.reasons.map((reason) => (
          <p class="check-reason" key={JSON.stringify(reason)}>
            {reasonSentence(reason, translate, locale)}
          </p>
        ))}
      </div>
      <div class="check-side">
        {unasked && onAskHolder !== undefined && (
          <button type="button" class="link" onClick={onAskHolder}>
            {text('holderAskNow')}
          </button>
        )}
        {check.spec !== undefined && (
          <a href={check.spec} target="_blank" rel="noopener noreferrer nofollow">
            {text('checkSpecification')}
            <span class="visually-hidden"> {text('checkSpecificationOf', title)}</span>
          </a>
        )}
      </div>
    </li>
  )
}
