import type {
  Contradiction,
  ContradictionCode,
  LeftOut,
  Overlap,
  ProfileIssuer,
  ProfileLevels,
  ProfileRecipients,
  ProfileSkill,
  ProfileSummary,
  RecipientGroup,
  Span,
} from '../../profile/profile-summary'
import { clip, displayText, isolate } from './display-text'
import { rangeName } from './level-and-effort'
import { nameOfCode } from './name-of-code'
import { issuerIdentity } from './names'
import type { Composed, Sentences } from './sentences'
import type { MessageKey, PluralKey } from './translate'

/** What a badge is called, by its id in the summary. */
export type BadgeNames = (id: string) => string

export function badgeNamesOf(
  { trusted, authentic }: ProfileSummary,
  { text }: Sentences,
): BadgeNames {
  const names = new Map([...trusted.badges, ...authentic.badges].map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? text('badgeUnnamed')
}

/** Enough of a name to know the badge by. */
const LONGEST_NAME = 60

/** "Data Analysis, Welding and 3 more" */
export function badgeList(ids: readonly string[], names: BadgeNames, s: Sentences): Composed {
  return s.list(ids.map(names), LONGEST_NAME)
}

/** Every badge, however many, each by as much of its name. */
export function allBadges(
  ids: readonly string[],
  names: BadgeNames,
  { locale }: Sentences,
): string {
  const all = ids.map((id) => isolate(clip(displayText(names(id)), LONGEST_NAME), locale))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(all)
}

/** "EQF 5–7"; undefined where no badge states a level. */
export function levelSpan(
  { lowest, highest }: Pick<ProfileLevels, 'lowest' | 'highest'>,
  s: Sentences,
): string | undefined {
  if (lowest === undefined || highest === undefined) return undefined
  return s.text('levelEqf', { composed: rangeName({ from: lowest, to: highest }, s) })
}

/** "5.5 ECTS" */
export function ectsName(ects: Span, s: Sentences): string {
  return s.text('effortEcts', { composed: rangeName(ects, s) })
}

const LEFT_OUT: [LeftOut, PluralKey][] = [
  ['attention', 'summaryLook'],
  ['invalid', 'summaryFail'],
  ['unverifiable', 'summaryUnchecked'],
]

/** "Left out: 1 needs a look, 2 do not verify." Undefined where nothing is. */
export function leftOutSentence(
  { leftOut, notAwards, notChecked }: ProfileSummary,
  s: Sentences,
): string | undefined {
  const counts: [PluralKey, number][] = [
    ...LEFT_OUT.map(([verdict, stem]): [PluralKey, number] => [stem, leftOut[verdict] ?? 0]),
    ['profileNotAwards', notAwards],
    ['summaryOpen', notChecked],
  ]
  const said = counts.filter(([, count]) => count > 0).map(([stem, count]) => s.count(stem, count))
  if (said.length === 0) return undefined
  const composed = new Intl.ListFormat(s.locale, { type: 'unit' }).format(said)
  return s.text('profileLeftOut', { composed })
}

const IN_SHORT: Record<ContradictionCode, MessageKey> = {
  'recipients-differ': 'shortRecipients',
  'issuer-names-differ': 'shortIssuerNames',
  'issuer-countries-differ': 'shortIssuerCountries',
  'levels-differ': 'shortLevels',
  'level-out-of-range': 'shortLevelRange',
  'workloads-differ': 'shortWorkloads',
  'workload-out-of-range': 'shortWorkloadRange',
}

/** "Contradictions: different recipients, different levels", each kind once. */
export function contradictionsInShort(contradictions: readonly Contradiction[], s: Sentences) {
  const kinds = new Set(contradictions.map(({ code }) => s.text(IN_SHORT[code])))
  const composed = new Intl.ListFormat(s.locale, { type: 'unit' }).format(kinds)
  return s.text('contradictionsInShort', { composed })
}

export function contradictionSentence(
  contradiction: Contradiction,
  names: BadgeNames,
  s: Sentences,
): string {
  const badges = badgeList(contradiction.badges, names, s)
  switch (contradiction.code) {
    case 'recipients-differ':
      return s.text('contradictionRecipients', badges)
    case 'issuer-names-differ': {
      const { issuer, names: called } = contradiction
      return s.text(
        'contradictionIssuerNames',
        issuerIdentity(issuer),
        s.list(called, LONGEST_NAME),
      )
    }
    case 'issuer-countries-differ': {
      const { issuer, countries } = contradiction
      const named = countries.map((code) => nameOfCode('region', code, s.locale))
      return s.text('contradictionIssuerCountries', issuerIdentity(issuer), s.list(named))
    }
    case 'levels-differ': {
      const levels = s.list(contradiction.levels.map((level) => s.text('levelEqf', level)))
      return s.text('contradictionLevels', levels, badges)
    }
    case 'level-out-of-range':
      return s.text('contradictionLevelRange', badges)
    case 'workloads-differ':
      return s.text('contradictionWorkloads', badges)
    case 'workload-out-of-range':
      return s.text('contradictionWorkloadRange', badges)
  }
}

export function overlapSentence(
  { kind, badges, notCounted }: Overlap,
  names: BadgeNames,
  s: Sentences,
): string {
  const ects: Composed = { composed: ectsName(notCounted, s) }
  const list = badgeList(badges, names, s)
  return s.text(kind === 'related' ? 'overlapRelated' : 'overlapSame', ects, list)
}

export function recipientsSentence({ comparison }: ProfileRecipients, s: Sentences): string {
  switch (comparison) {
    case 'same':
      return s.text('recipientsSame')
    case 'differ':
      return s.text('recipientsDiffer')
    case 'unknown':
      return s.text('recipientsUnknown')
    case 'one':
      return ''
  }
}

/** Whom badges name, as they say it. */
export function recipientName({ identities, hashedOnly }: RecipientGroup, s: Sentences): string {
  if (identities.length === 0) return s.text(hashedOnly ? 'recipientHashed' : 'recipientNobody')
  return s.list(
    identities.map(({ value }) => value),
    LONGEST_NAME,
  ).composed
}

/** The registered name where somebody vouches for it, else the domain or key before any claim. */
export function profileIssuerName(
  { id, registeredName, knownAs, claimedNames }: ProfileIssuer,
  s: Sentences,
): string {
  if (registeredName !== undefined) return s.text('plainText', registeredName)
  const identity = issuerIdentity(knownAs ?? id)
  const [claimed] = claimedNames
  return claimed === undefined
    ? s.text('plainText', identity)
    : s.text('issuerClaims', identity, claimed)
}

/** What there is to say of a skill beside its name. */
export function skillNote({ labelOnly, labelDiffers }: ProfileSkill, s: Sentences): string {
  if (labelOnly) return s.text('skillByName')
  return labelDiffers ? s.text('skillCalledOtherwise') : ''
}
