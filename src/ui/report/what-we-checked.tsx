import type { Check } from '../../verifier/report'
import { OutcomeShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import { checkTitle, outcomeName, reasonSentence } from '../wording'
import './what-we-checked.css'

/** The checks in the order in which a careful person would ask, with a sentence each. */
export function WhatWeChecked({ checks }: { checks: readonly Check[] }) {
  return (
    <ol class="checks">
      {checks.map((check) => (
        <CheckItem check={check} key={`${check.id} ${check.subject ?? ''}`} />
      ))}
    </ol>
  )
}

function CheckItem({ check }: { check: Check }) {
  const { text, translate, locale } = useWording()
  const title = checkTitle(check, translate, locale)
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
      {check.spec !== undefined && (
        <a class="check-spec" href={check.spec} target="_blank" rel="noopener noreferrer nofollow">
          {text('checkSpecification')}
          <span class="visually-hidden"> {text('checkSpecificationOf', title)}</span>
        </a>
      )}
    </li>
  )
}
