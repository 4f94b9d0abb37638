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
  const rows: Row[] = [['none', 'askedNever', 'askedNeverWho']]
  if (choice !== undefined) rows.unshift(['authentic', OF_ISSUER[choice], 'askedIssuerWho'])
  // Where it is off no page is looked at.
  if (choice !== 'off') rows.unshift(['found', 'askedAtOnce', 'askedAtOnceWho'])
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
