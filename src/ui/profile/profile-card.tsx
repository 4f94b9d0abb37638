import type { ProfilePart, ProfileSummary, Standing } from '../../profile/profile-summary'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import { contradictionsInShort, ectsName, levelSpan } from '../wording'
import './profile-card.css'

interface ProfileCardProps {
  summary: ProfileSummary
  onOpen: () => void
}

/** The figures that people compare, one line for each standing; nothing is added across them. */
export function ProfileCard({ summary, onOpen }: ProfileCardProps) {
  const s = useWording()
  const { text } = s
  const { contradictions } = summary
  return (
    <section class="profile-card" aria-labelledby="profile-card">
      <div class="profile-card-head">
        <h2 id="profile-card">{text('profileSummary')}</h2>
        <button type="button" class="link profile-open" onClick={onOpen}>
          {text('profileWhole')}
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text('elementLevel')}</th>
            <th scope="col">{text('cardCredit')}</th>
            <th scope="col">{text('cardSkills')}</th>
          </tr>
        </thead>
        <tbody>
          <Row standing="trusted" part={summary.trusted} />
          <Row standing="authentic" part={summary.authentic} />
        </tbody>
      </table>
      {contradictions.length > 0 && (
        <p class="profile-contradiction">
          <VerdictShape look="attention" />
          <span>{contradictionsInShort(contradictions, s)}</span>
        </p>
      )}
    </section>
  )
}

function Row({ standing, part }: { standing: Standing; part: ProfilePart }) {
  const s = useWording()
  const { badges, levels, credit, skills } = part
  if (badges.length === 0) return null
  return (
    <tr data-standing={standing}>
      <th scope="row">
        <span class="profile-standing">
          <VerdictShape look={standing} />
          {s.count(standing === 'trusted' ? 'profileVerified' : 'profileUnknown', badges.length)}
        </span>
      </th>
      <Figure value={levelSpan(levels, s)} />
      <Figure value={credit.ects && ectsName(credit.ects, s)} />
      <Figure
        value={skills.found.length > 0 ? s.text('plainText', skills.found.length) : undefined}
      />
    </tr>
  )
}

/** More than this stands on several lines, or a narrow popup would not hold it. */
const ONE_LINE = 12

function Figure({ value }: { value: string | undefined }) {
  const { text } = useWording()
  if (value === undefined) return <td class="profile-none">{text('profileNone')}</td>
  return <td class={value.length > ONE_LINE ? 'profile-long' : ''}>{value}</td>
}
