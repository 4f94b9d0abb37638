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
  const called = issuers.map((issuer) => profileIssuerName(issuer, s))
  return (
    <ul class="profile-lines">
      {issuers.map(({ id, badges }, index) => {
        const name = called[index] ?? ''
        // Two of one name and domain are told apart by nothing else.
        const isAlone = called.filter((other) => other === name).length === 1
        const note = isAlone ? '' : s.text('plainText', id)
        return <BadgeLine name={name} note={note} badges={badges} names={names} key={id} />
      })}
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
  const { dated, undated } = timeLine
  const days = new Map<string, string[]>()
  for (const { date, badge } of dated)
    days.set(s.date(date), [...(days.get(s.date(date)) ?? []), badge])
  const repeated = badges.filter(({ shown }) => shown > 1).map(({ id }) => id)
  return (
    <>
      <ol class="profile-lines">
        {[...days].map(([day, issued]) => (
          <BadgeLine name={day} badges={issued} names={names} key={day} />
        ))}
      </ol>
      {undated.length > 0 && (
        <p class="profile-note">{s.text('profileUndated', badgeList(undated, names, s))}</p>
      )}
      {repeated.length > 0 && (
        <p class="profile-note">{s.text('profileRepeated', badgeList(repeated, names, s))}</p>
      )}
    </>
  )
}
