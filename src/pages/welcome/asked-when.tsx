import { VerdictShape } from '../../ui/verdict-shape'
import { useWording } from '../../ui/wording-context'
import type { ChipLook, MessageKey } from '../../ui/wording'
import type { Choice } from './who-is-asked'

const OF_ISSUER: Record<Choice, MessageKey> = {
  click: 'askedClick',
  sites: 'askedSites',
  everywhere: 'askedEverywhere',
}

/** All that is ever asked: by what, and whom. */
export function AskedWhen({ choice }: { choice: Choice }) {
  const { text } = useWording()
  const rows: [look: ChipLook, when: MessageKey, who: MessageKey][] = [
    ['found', 'askedAtOnce', 'askedAtOnceWho'],
    ['authentic', OF_ISSUER[choice], 'askedIssuerWho'],
    ['none', 'askedNever', 'askedNeverWho'],
  ]
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
