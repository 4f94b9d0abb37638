import type { Achievement, Alignment, Credential } from '../credential'
import type { CriteriaText } from '../descriptors/criteria-reader'
import type { ExtensionHolder, SourcePath } from '../descriptors/source-path'
import { onceEach } from './once-each'
import { aboutSame, ofAchievement, type Ordinal } from './place'
import { findAll, plainText } from './plain-text'

/**
 * `ects`: credits of the European Credit Transfer System; `hours`; `credits`: of a system that is not
 * named; `other`: a workload that is no sum of hours, e.g. "P6W" or "4 hours a week".
 */
export type WorkloadUnit = 'ects' | 'hours' | 'credits' | 'other'

/** One place where a credential says how much work it stands for. */
export interface WorkloadStatement {
  unit: WorkloadUnit
  /** Both the same unless a range is stated; absent for `other`, and where `outOfRange`. */
  amount?: Range
  /** What the credential says, at most 100 characters. */
  asWritten: string
  /** A number that no learning takes: negative, nothing, or beyond any programme. */
  outOfRange?: true
  at: SourcePath
}

export interface Range {
  from: number
  to: number
}

export interface Workload {
  statements: WorkloadStatement[]
  /** Hours that the stated ECTS credits stand for, as a range; absent where there are none. */
  ectsHours?: Range
  /** Two statements about one achievement that cannot both hold. */
  contradictory: boolean
  outOfRange: boolean
}

/**
 * ECTS Users' Guide 2015, section 2: "one credit corresponds to 25 to 30 hours of work". Hours are never
 * made into credits nor credits into hours; the range is shown beside them.
 */
export const HOURS_PER_ECTS: Range = { from: 25, to: 30 }

/** Credits and hours are both rounded by those who state them: a tenth beyond the range still agrees. */
export const TOLERANCE = 0.1

/** Far more than a doctorate, and less than what makes sums meaningless. */
const MOST = { ects: 1_000, hours: 30_000, credits: 10_000, other: 0 }
const MOST_STATEMENTS = 50
const SHOWN_LENGTH = 100

/**
 * All that a credential says about workload and credit, side by side.
 *
 * @param criteria of the credential's achievements, in their order
 */
export function workloadOf(credential: Credential, criteria: CriteriaText[]): Workload {
  const { achievements } = credential
  const statements = [
    ...fromCredits(credential.creditsEarned, { place: 'field', path: 'creditsEarned' }),
    ...achievements.flatMap((item, index) =>
      fromAchievement(item, ofAchievement(index, achievements)),
    ),
    ...fromExtensions(credential.extensions, 'credential', {}),
    ...criteria.flatMap((text, index) => fromCriteria(text, ofAchievement(index, achievements))),
  ].slice(0, MOST_STATEMENTS)
  const ectsHours = hoursOf(statements)
  return {
    statements,
    ...(ectsHours && { ectsHours }),
    contradictory: isContradictory(statements),
    outOfRange: statements.some(({ outOfRange }) => outOfRange === true),
  }
}

// ── agreement ───────────────────────────────────────────────────────────────────────────────────

/** Of the first achievement that states ECTS credits: those of several are never added up here. */
function hoursOf(statements: WorkloadStatement[]): Range | undefined {
  const amount = statements.find(({ unit, amount }) => unit === 'ects' && amount)?.amount
  return amount && inHours(amount)
}

function inHours({ from, to }: Range): Range {
  return { from: from * HOURS_PER_ECTS.from, to: to * HOURS_PER_ECTS.to }
}

function isContradictory(statements: WorkloadStatement[]): boolean {
  return statements.some((one, index) =>
    statements
      .slice(index + 1)
      .some((other) => aboutSame(one.at, other.at) && contradict(one, other)),
  )
}

/** Credits of a system that is not named say nothing about hours, nor about ECTS. */
function contradict(one: WorkloadStatement, other: WorkloadStatement): boolean {
  if (!one.amount || !other.amount) return false
  if (one.unit === 'ects' && other.unit === 'ects') return isApart(one.amount, other.amount, 0)
  const [a, b] = [comparable(one), comparable(other)]
  return a !== undefined && b !== undefined && isApart(a, b, TOLERANCE)
}

function comparable({ unit, amount }: WorkloadStatement): Range | undefined {
  if (unit === 'hours') return amount
  return unit === 'ects' && amount ? inHours(amount) : undefined
}

/** Whether there is a gap between two ranges, each widened by its share of the tolerance. */
function isApart(a: Range, b: Range, tolerance: number): boolean {
  const [low, high] = a.from <= b.from ? [a, b] : [b, a]
  return low.to * (1 + tolerance) < high.from - ROUNDING
}

/** Binary fractions: 3 × 0.1 is not 0.3. */
const ROUNDING = 1e-6

// ── what a credential states as data ────────────────────────────────────────────────────────────

function fromAchievement(item: Achievement, ordinal: Ordinal): WorkloadStatement[] {
  const { alignments, extensions, creditsAvailable, learning } = item
  const path = 'achievement.creditsAvailable'
  return [
    ...fromCredits(creditsAvailable, { place: 'field', path, ...ordinal }),
    ...fromExtensions(extensions, 'achievement', ordinal),
    ...alignments.flatMap((alignment, index) =>
      fromAlignment(alignment, { place: 'alignment', index: index + 1, ...ordinal }),
    ),
    ...(learning?.workload ?? []).flatMap((duration) =>
      fromDuration(duration, { place: 'field', path: 'achievement.workload', ...ordinal }),
    ),
  ]
}

/** What is no duration of ISO 8601 is said as it is written. */
function fromDuration(duration: string, at: SourcePath): WorkloadStatement[] {
  const found = durationsIn(plainText(duration), at)
  return found.length > 0 || duration.trim() === '' ? found : [stated('other', [], duration, at)]
}

/** Open Badges 3.0, "creditsAvailable": credit hours or units, of a system that it does not name. */
function fromCredits(credits: number | undefined, at: SourcePath): WorkloadStatement[] {
  return credits === undefined ? [] : [stated('credits', [credits], String(credits), at)]
}

/** SURF edubadges: StudyLoad and TimeInvestment are hours. */
const EXTENSION_UNITS = { ECTS: 'ects', StudyLoad: 'hours', TimeInvestment: 'hours' } as const

function fromExtensions(
  extensions: Achievement['extensions'],
  on: ExtensionHolder,
  ordinal: Ordinal,
): WorkloadStatement[] {
  return (extensions ?? []).flatMap(({ type, values }) => {
    const value = values[type]
    if (!isUnitExtension(type) || typeof value !== 'number') return []
    const at: SourcePath = { place: 'extension', type, on, ...ordinal }
    return [stated(EXTENSION_UNITS[type], [value], String(value), at)]
  })
}

function isUnitExtension(type: string): type is keyof typeof EXTENSION_UNITS {
  return Object.hasOwn(EXTENSION_UNITS, type)
}

/** ELM's concept of ECTS in the controlled list of education credits. */
const ECTS_URI = /^https?:\/\/data\.europa\.eu\/snb\/education-credit\/6fcec5c5af$/i
const ECTS_FRAMEWORK = /^\W*(ECTS\b|European Credit Transfer)/i

/** Whether an alignment states ECTS credits, as far as it says so itself. */
export function isEctsAlignment({ targetUrl = '', targetFramework = '' }: Alignment): boolean {
  return (
    ECTS_URI.test(targetFramework) ||
    ECTS_FRAMEWORK.test(targetFramework) ||
    ECTS_URI.test(targetUrl)
  )
}

function fromAlignment(alignment: Alignment, at: SourcePath): WorkloadStatement[] {
  if (!isEctsAlignment(alignment)) return []
  const code = plainText(alignment.targetCode ?? '')
  const number = new RegExp(`^${NUMBER}(?:\\s?(?:ECTS|EC|credits?))?$`, 'i').exec(code)?.[1]
  if (number !== undefined) return [stated('ects', [asNumber(number)], code, at)]
  const names = Object.values(alignment.targetName ?? {}).map(plainText)
  return names.flatMap((name) => ectsIn(name, at)).slice(0, 1)
}

// ── text ────────────────────────────────────────────────────────────────────────────────────────

const NUMBER = String.raw`(\d{1,6}(?:[.,]\d{1,3})?)`
const BEFORE = String.raw`(?<![\d.,A-Za-z])`
/** The other end of "40-50 hours". */
const SECOND = String.raw`(?:\s?(?:-|–|~|〜|to)\s?${NUMBER})?`

const ECTS_AFTER = new RegExp(
  `${BEFORE}${NUMBER}${SECOND}\\s?(?:ECTS\\b|EC\\b|(?:credits?|credit points?|points?) \\(?ECTS)`,
  'g',
)
const ECTS_BEFORE = new RegExp(
  `\\bECTS(?:[ -](?:credits?|points?))?\\)?(?::| [-–=]|) ?${NUMBER}${SECOND}(?![\\d.,]*\\s?(?:h\\b|hours?|hrs?|時間))`,
  'g',
)
const HOURS = new RegExp(
  `${BEFORE}${NUMBER}${SECOND}\\s?(?:(?:clock |full |study |learning |working )?hours?\\b|hrs?\\b|h\\b|時間)(?!\\s?(?:/|per |a |each |every |daily|weekly))`,
  'gi',
)
const HOURS_OF_TIME = new RegExp(
  `${BEFORE}${NUMBER}${SECOND}\\s?(?:hours?|hrs?|h)\\s?(?:/|per |a |each |every )\\s?(?:week|day|month|module|session|semester)`,
  'gi',
)
const CREDITS = new RegExp(`${BEFORE}${NUMBER}${SECOND}\\s?(?:credits?\\b(?! \\(?ECTS)|単位)`, 'gi')
/** ISO 8601 durations; what is in days or more is no number of hours of work. */
const DURATION =
  /\bP(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:(\d{1,6}(?:[.,]\d{1,3})?)H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?\b/g

/** In running text hours are those of the workload only where it says so nearby. */
const WORKLOAD_WORD =
  /work ?load|effort|study ?load|time investment|notional|learning (?:hours|time)|学習時間|学修時間/gi
const NEAR = 60

function fromCriteria(
  { structured, sections, plain }: CriteriaText,
  ordinal: Ordinal,
): WorkloadStatement[] {
  if (!structured) return fromProse(plainText(plain), { place: 'criteria', ...ordinal })
  return sections.flatMap(({ descriptor, heading, value, index }) => {
    const at: SourcePath = { place: 'criteria', section: index, ...ordinal }
    const text = plainText(value)
    if (descriptor !== 'workload' && descriptor !== 'credit') return ectsIn(text, at)
    return BARE.test(text) ? fromBare(text, plainText(heading), at) : fromSection(text, at)
  })
}

const BARE = /^\d{1,6}([.,]\d{1,3})?$/

/** "ECTS: 3", "Learning hours: 45": the heading has the unit. */
function fromBare(text: string, heading: string, at: SourcePath): WorkloadStatement[] {
  const unit = /\bECTS\b/.test(heading)
    ? 'ects'
    : /hours|時間/i.test(heading)
      ? 'hours'
      : /credit|単位/i.test(heading)
        ? 'credits'
        : 'other'
  return [stated(unit, [asNumber(text)], text, at)]
}

function fromSection(text: string, at: SourcePath): WorkloadStatement[] {
  return [
    ...ectsIn(text, at),
    ...hoursIn(text, at),
    ...durationsIn(text, at),
    ...amountsIn(text, CREDITS, 'credits', at),
    ...findAll(text, HOURS_OF_TIME).map(({ words }) => stated('other', [], words, at)),
  ]
}

function fromProse(text: string, at: SourcePath): WorkloadStatement[] {
  const near = findAll(text, WORKLOAD_WORD).map(({ index }) =>
    text.slice(Math.max(0, index - NEAR), index + NEAR),
  )
  const hours = near.flatMap((words) => [...hoursIn(words, at), ...durationsIn(words, at)])
  return onceEach([...ectsIn(text, at), ...hours], keyOf)
}

function ectsIn(text: string, at: SourcePath): WorkloadStatement[] {
  const amounts = [
    ...amountsIn(text, ECTS_AFTER, 'ects', at),
    ...amountsIn(text, ECTS_BEFORE, 'ects', at),
  ]
  return onceEach(amounts, keyOf)
}

function hoursIn(text: string, at: SourcePath): WorkloadStatement[] {
  return amountsIn(text, HOURS, 'hours', at)
}

function amountsIn(
  text: string,
  pattern: RegExp,
  unit: WorkloadUnit,
  at: SourcePath,
): WorkloadStatement[] {
  return findAll(text, pattern).map(({ words, groups }) => {
    const amounts = groups.filter((number) => number !== undefined).map(asNumber)
    return stated(unit, amounts, words, at)
  })
}

function durationsIn(text: string, at: SourcePath): WorkloadStatement[] {
  return findAll(text, DURATION).map(({ words, groups: [hours = '0', minutes = '0'] }) => {
    const total = asNumber(hours) + asNumber(minutes) / 60
    return words.startsWith('PT')
      ? stated('hours', [total], words, at)
      : stated('other', [], words, at)
  })
}

function keyOf({ unit, amount, asWritten }: WorkloadStatement): string {
  return `${unit} ${amount ? `${amount.from} ${amount.to}` : asWritten}`
}

/** A comma before three digits parts thousands, before fewer a fraction. */
function asNumber(digits: string): number {
  return Number(/,\d{3}$/.test(digits) ? digits.replace(',', '') : digits.replace(',', '.'))
}

function stated(
  unit: WorkloadUnit,
  amounts: number[],
  written: string,
  at: SourcePath,
): WorkloadStatement {
  const asWritten = written.trim().slice(0, SHOWN_LENGTH)
  if (unit === 'other') return { unit, asWritten, at }
  const isPlausible = amounts.every((amount) => amount > 0 && amount <= MOST[unit])
  if (!isPlausible || amounts.length === 0) return { unit, asWritten, outOfRange: true, at }
  return { unit, amount: { from: Math.min(...amounts), to: Math.max(...amounts) }, asWritten, at }
}
