import type { ComponentChildren } from 'preact'
import type { ProfileRecipients, ProfileSummary } from '../../profile/profile-summary'
import { Section } from '../report/section'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import {
  badgeNamesOf,
  contradictionSentence,
  leftOutSentence,
  recipientName,
  recipientsSentence,
  type BadgeNames,
} from '../wording'
import { BadgeLine } from './badge-line'
import { ProfilePartView } from './profile-part'
import './profile-view.css'

interface ProfileViewProps {
  summary: ProfileSummary
  /** Between what must be known first and the parts, such as charts. */
  children?: ComponentChildren
}

/** All that the badges of a page say together; what contradicts it first. */
export function ProfileView({ summary, children }: ProfileViewProps) {
  const s = useWording()
  const { trusted, authentic, contradictions, recipients } = summary
  const names = badgeNamesOf(summary, s)
  const leftOut = leftOutSentence(summary, s)
  const holding = trusted.badges.length + authentic.badges.length
  return (
    <>
      <div class="profile-head">
        <h1 tabIndex={-1}>{s.text('profileWhole')}</h1>
        <p class="secondary">
          {holding === 0 ? s.text('profileNothing') : s.count('profileHolding', holding)}
          {leftOut !== undefined && ` ${leftOut}`}
        </p>
      </div>
      {contradictions.length > 0 && (
        <Section title={s.text('sectionContradictions')}>
          <ul class="profile-contradictions">
            {contradictions.map((contradiction, index) => (
              <li class="profile-contradiction" key={index}>
                <VerdictShape look="attention" />
                <span>{contradictionSentence(contradiction, names, s)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {holding > 0 && <ForWhom recipients={recipients} names={names} />}
      {children}
      <ProfilePartView standing="trusted" part={trusted} names={names} />
      <ProfilePartView standing="authentic" part={authentic} names={names} />
    </>
  )
}

function ForWhom({ recipients, names }: { recipients: ProfileRecipients; names: BadgeNames }) {
  const s = useWording()
  return (
    <Section title={s.text('sectionForWhom')} note={recipientsSentence(recipients, s)}>
      <ul class="profile-lines">
        {recipients.groups.map((group, index) => (
          <BadgeLine
            name={recipientName(group, s)}
            badges={group.badges}
            names={names}
            key={index}
          />
        ))}
      </ul>
    </Section>
  )
}
