import type { ProfilePart, Standing } from '../../profile/profile-summary'
import { FactsTable, type Fact } from '../facts-table'
import { Section } from '../report/section'
import { useWording } from '../wording-context'
import {
  badgeList,
  displayText,
  levelSpan,
  nameOfCode,
  profileIssuerName,
  skillNote,
  type BadgeNames,
} from '../wording'
import { BadgeLine } from './badge-line'
import { ProfileCreditView } from './profile-credit'

interface PartProps {
  part: ProfilePart
  names: BadgeNames
}

/** What the badges of one standing come to. */
export function ProfilePartView({ standing, part, names }: PartProps & { standing: Standing }) {
  const s = useWording()
  const { text, count } = s
  const { badges } = part
  if (badges.length === 0) return null
  const isTrusted = standing === 'trusted'
  const facts: Fact[] = [
    { key: 'level', label: text('elementLevel'), value: <Levels part={part} names={names} /> },
    {
      key: 'credit',
      label: text('elementCredit'),
      value: <ProfileCreditView credit={part.credit} names={names} />,
    },
    { key: 'skills', label: text('profileSkills'), value: <Skills part={part} names={names} /> },
    { key: 'issuers', label: text('profileIssuers'), value: <Issuers part={part} names={names} /> },
    {
      key: 'countries',
      label: text('factIssuerCountry'),
      value: <Countries part={part} names={names} />,
    },
    { key: 'issued', label: text('profileIssued'), value: <TimeLine part={part} names={names} /> },
  ]
  return (
    <Section
      title={count(isTrusted ? 'profileVerifiedTitle' : 'profileUnknownTitle', badges.length)}
      note={text(isTrusted ? 'profileVerifiedNote' : 'profileUnknownNote')}
    >
      <FactsTable facts={facts} />
    </Section>
  )
}

function Levels({ part: { levels }, names }: PartProps) {
  const s = useWording()
  const span = levelSpan(levels, s)
  return (
    <>
      <p class="profile-figure">{span ?? s.text('elementNotStated')}</p>
      {(levels.byLevel.length > 1 || (span !== undefined && levels.none.length > 0)) && (
        <ul class="profile-lines">
          {levels.byLevel.map(({ level, badges }) => (
            <BadgeLine name={s.text('levelEqf', level)} badges={badges} names={names} key={level} />
          ))}
          {levels.none.length > 0 && (
            <BadgeLine name={s.text('elementNotStated')} badges={levels.none} names={names} />
          )}
        </ul>
      )}
    </>
  )
}

function Skills({ part: { skills }, names }: PartProps) {
  const s = useWording()
  const { found, notFound, obsolete, unchecked } = skills
  const others = [
    ...(notFound > 0 ? [s.count('skillsNotFound', notFound)] : []),
    ...(obsolete > 0 ? [s.count('skillsObsolete', obsolete)] : []),
    ...(unchecked > 0 ? [s.count('skillsUnchecked', unchecked)] : []),
  ]
  return (
    <>
      <p class="profile-figure">
        {found.length > 0 ? s.count('skillsFound', found.length) : s.text('skillsNone')}
      </p>
      <ul class="profile-lines">
        {found.map((skill) => (
          <BadgeLine
            name={displayText(skill.label)}
            note={skillNote(skill, s)}
            badges={skill.badges}
            names={names}
            key={skill.uri}
          />
        ))}
      </ul>
      {others.map((said) => (
        <p class="profile-note" key={said}>
          {said}
        </p>
      ))}
      {found.length > 0 && <p class="profile-note">{s.text('escoAttribution')}</p>}
    </>
  )
}

function Issuers({ part: { issuers }, names }: PartProps) {
  const s = useWording()
  return (
    <ul class="profile-lines">
      {issuers.map((issuer) => (
        <BadgeLine
          name={profileIssuerName(issuer, s)}
          badges={issuer.badges}
          names={names}
          key={issuer.id}
        />
      ))}
    </ul>
  )
}

function Countries({ part: { countries, countryUnknown }, names }: PartProps) {
  const s = useWording()
  return (
    <ul class="profile-lines">
      {countries.map(({ country, badges }) => (
        <BadgeLine
          name={nameOfCode('region', country, s.locale)}
          badges={badges}
          names={names}
          key={country}
        />
      ))}
      {countryUnknown.length > 0 && (
        <BadgeLine name={s.text('elementNotStated')} badges={countryUnknown} names={names} />
      )}
    </ul>
  )
}

function TimeLine({ part: { timeLine, badges }, names }: PartProps) {
  const s = useWording()
  const shown = new Map(badges.map((badge) => [badge.id, badge.shown]))
  const { dated, undated } = timeLine
  return (
    <>
      <ol class="profile-time">
        {dated.map(({ date, badge }) => (
          <li key={badge}>
            <time dateTime={date}>{s.date(date)}</time>
            <span class="profile-badges">
              {s.text('plainText', names(badge))}
              {(shown.get(badge) ?? 1) > 1 &&
                ` (${s.count('profileShown', shown.get(badge) ?? 1)})`}
            </span>
          </li>
        ))}
      </ol>
      {undated.length > 0 && (
        <p class="profile-note">{s.text('profileUndated', badgeList(undated, names, s))}</p>
      )}
    </>
  )
}
