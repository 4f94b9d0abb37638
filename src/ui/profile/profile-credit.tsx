import type { ProfileCredit } from '../../profile/profile-summary'
import { useWording } from '../wording-context'
import { badgeList, ectsName, overlapSentence, rangeName, type BadgeNames } from '../wording'

/** The sum, and all that was not added to it. */
export function ProfileCreditView({ credit, names }: { credit: ProfileCredit; names: BadgeNames }) {
  const s = useWording()
  const { ects, hours, overlaps, otherCredits, none } = credit
  const notes = [
    ...(ects ? [s.text('creditCountedOnce')] : []),
    ...overlaps.map((overlap) => overlapSentence(overlap, names, s)),
    ...(hours ? [s.text('creditHours', { composed: rangeName(hours, s) })] : []),
    ...(otherCredits.length > 0 ? [s.text('creditOther', badgeList(otherCredits, names, s))] : []),
    ...(none.length > 0 ? [s.text('creditNone', badgeList(none, names, s))] : []),
  ]
  return (
    <>
      <p class="profile-figure">{ects ? ectsName(ects, s) : s.text('creditNoEcts')}</p>
      {notes.map((note) => (
        <p class="profile-note" key={note}>
          {note}
        </p>
      ))}
    </>
  )
}
