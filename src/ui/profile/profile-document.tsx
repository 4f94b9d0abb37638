import type { ProfileReport } from '../../platform/messages'
import { LevelChart, SkillChart, TimeChart } from '../charts'
import { PaperHead } from '../report/paper-head'
import { useWording } from '../wording-context'
import { ProfileView } from './profile-view'
import './profile-document.css'

interface ProfileDocumentProps {
  profile: ProfileReport
  /** Host of its page, where it shall be said. */
  foundOn?: string | undefined
  /** Address of the report of a badge; absent in a file, which leads nowhere. */
  addressOf?: (reportId: string) => string
}

/** The profile as a document by itself: the words, and what is quicker seen than read. */
export function ProfileDocument({ profile, foundOn, addressOf }: ProfileDocumentProps) {
  const { text, moment, count } = useWording()
  const { summary, judgedAt, missing } = profile
  const asOf = `${text('profileJudged', { composed: moment(judgedAt) })}.`
  const lines = foundOn === undefined ? [asOf] : [asOf, text('reportFoundOn', foundOn)]
  return (
    <>
      <PaperHead kind="profileReportKind" lines={lines} />
      <ProfileView summary={summary}>
        {missing > 0 && <p class="profile-missing">{count('profileMissing', missing)}</p>}
        <TimeChart profile={profile} {...(addressOf && { addressOf })} />
        <div class="profile-charts">
          <LevelChart summary={summary} />
          <SkillChart summary={summary} />
        </div>
      </ProfileView>
    </>
  )
}
