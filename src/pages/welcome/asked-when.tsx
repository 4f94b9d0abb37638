import { VerdictShape } from '../../ui/verdict-shape'
import { useWording } from '../../ui/wording-context'
import type { ChipLook, MessageKey } from '../../ui/wording'
import type { Choice } from './consent-choice'

const OF_ISSUER: Record<Choice, MessageKey> = {
  off: 'askedOff',
  click: 'askedClick',
  sites: 'askedSites',
  everywhere: 'askedEverywhere',
}

type Row = [look: ChipLook, when: MessageKey, who: MessageKey]

/**
 * All that is ever asked: by what, and whom.
 *
 * @param choice undefined: nobody knows; then nothing is said of issuers
 */
export function AskedWhen({ choice }: { choice: Choice | undefined }) {
  const { text } = useWording()
  // Also where it is off: a site that somebody has named may be on all the same.
  const rows: Row[] = [['found', 'askedAtOnce', 'askedAtOnceWho']]
  if (choice !== undefined) rows.push(['authentic', OF_ISSUER[choice], 'askedIssuerWho'])
  rows.push(['none', 'askedNever', 'askedNeverWho'])
  return (
    <dl class="asked" aria-live="polite">
      {rows.map(([look, when, who]) => (
        <div key={who} class="asked-row">
          <dt>
            <VerdictShape look={look} />
            {text(when)}
          </dt>
          <dd>{text(who)}</dd>
        </div>
      ))}
    </dl>
  )
}
