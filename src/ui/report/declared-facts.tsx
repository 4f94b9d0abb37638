import type { Achievement, Credential, Text } from '../../verifier/credential'
import type { Fact } from '../facts-table'
import { ForeignText } from '../foreign-text'
import { SafeLink } from '../safe-link'
import { issuerIdentity, nameOfCode, type MessageKey, type Sentences } from '../wording'

/** What an achievement says of itself, as rows; what it does not say has no row. */
export function achievementFacts(achievement: Achievement, s: Sentences): Fact[] {
  return present([
    foreign('factName', achievement.name, s),
    foreign('factDescription', achievement.description, s, true),
    foreign('factType', achievement.achievementType, s),
    foreign('factCriteria', achievement.criteria?.narrative, s, true),
    number('factCreditsAvailable', achievement.creditsAvailable, s),
    foreign('factField', achievement.fieldOfStudy, s),
    foreign('factSpecialization', achievement.specialization, s),
    language(achievement.language, s),
    foreign('factCode', achievement.humanCode, s),
    foreign('factVersion', achievement.version, s),
    foreign('factTags', achievement.tags.length > 0 ? achievement.tags.join(', ') : undefined, s),
  ])
}

/** What the award says beside its achievement. */
export function awardFacts(credential: Credential, s: Sentences): Fact[] {
  const { activityStart: start, activityEnd: end } = credential
  return present([
    foreign('factNarrative', credential.narrative, s, true),
    date('factIssued', credential.issuedOn ?? credential.validFrom, s),
    date('factFrom', credential.issuedOn === undefined ? undefined : credential.validFrom, s),
    date('factUntil', credential.validUntil, s),
    number('factCreditsEarned', credential.creditsEarned, s),
    date('factActivityStart', start, s),
    date('factActivityEnd', end, s),
    foreign('factRole', credential.role, s),
    foreign('factTerm', credential.term, s),
    foreign('factLicense', credential.licenseNumber, s),
  ])
}

/** How the issuer describes itself: a claim, which the headline never repeats as a finding. */
export function issuerFacts({ issuer }: Credential, s: Sentences): Fact[] {
  return present([
    foreign('factIssuerName', issuer.name, s),
    {
      key: 'factIssuerId',
      label: s.text('factIssuerId'),
      value: <ForeignText text={issuerIdentity(issuer.id)} />,
    },
    issuer.url === undefined
      ? undefined
      : {
          key: 'factIssuerSite',
          label: s.text('factIssuerSite'),
          value: <SafeLink url={issuer.url} unverified />,
        },
    foreign('factIssuerDescription', issuer.description, s, true),
    foreign('factIssuerCountry', countryName(issuer.country, s.locale), s),
  ])
}

function foreign(
  key: MessageKey,
  text: Text | string | undefined,
  s: Sentences,
  lines = false,
): Fact | undefined {
  if (text === undefined) return undefined
  return { key, label: s.text(key), value: <ForeignText text={text} lines={lines} /> }
}

function date(key: MessageKey, iso: string | undefined, s: Sentences): Fact | undefined {
  if (iso === undefined) return undefined
  return { key, label: s.text(key), value: s.date(iso) }
}

function number(key: MessageKey, value: number | undefined, s: Sentences): Fact | undefined {
  if (value === undefined) return undefined
  return { key, label: s.text(key), value: new Intl.NumberFormat(s.locale).format(value) }
}

function language(tag: string | undefined, s: Sentences): Fact | undefined {
  if (tag === undefined) return undefined
  return foreign('factLanguage', nameOfCode('language', tag, s.locale), s)
}

function countryName(code: string | undefined, locale: string): string | undefined {
  return code === undefined ? undefined : nameOfCode('region', code, locale)
}

function present(facts: (Fact | undefined)[]): Fact[] {
  return facts.filter((fact) => fact !== undefined)
}
