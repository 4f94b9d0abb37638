import type { Achievement, Alignment, Credential, Text } from '../credential'
import type { SourcePath } from '../descriptors/source-path'
import { onceEach } from './once-each'
import { aboutSame, ofAchievement, type Ordinal } from './place'
import { findAll, plainText } from './plain-text'
import type { SearchedPart } from './searched-criteria'

/** Whose scale a level is on; `other`: a national one, or one that is not named. */
export type LevelFramework = 'eqf' | 'qf-ehea' | 'other'

/** One place where a credential says its level. */
export interface LevelClaim {
  framework: LevelFramework
  /** The EQF level that it stands for, 1–8; absent for `other`, and where `outOfRange`. */
  level?: number
  /** What the credential says, at most 100 characters. */
  asWritten: string
  /** It calls itself a level of this framework and is none: 0, 9, 6.5, text. */
  outOfRange?: true
  at: SourcePath
}

export interface Levels {
  claims: LevelClaim[]
  /** Each EQF level that is claimed, once, ascending. */
  levels: number[]
  /** Of one achievement two different levels are said. */
  contradictory: boolean
  outOfRange: boolean
}

/** More places than this say nothing new. */
const MOST_CLAIMS = 50
const SHOWN_LENGTH = 100

/**
 * Every level that a credential states: in its criteria, its alignments, the alignments of its results
 * and the edubadges extension. Never guessed, never converted, but for the cycles of QF-EHEA, which have
 * one EQF level each (Council Recommendation 2017/C 189/03, Annex III). National levels stay as given.
 *
 * @param criteria of the credential's achievements
 */
export function levelsOf(credential: Credential, criteria: SearchedPart[]): Levels {
  const { achievements } = credential
  const claims = [
    ...achievements.flatMap((item, index) =>
      fromAchievement(item, ofAchievement(index, achievements)),
    ),
    ...credential.results.flatMap((result, index) =>
      result.alignments.flatMap((alignment) =>
        fromAlignment(alignment, { place: 'result', index: index + 1 }),
      ),
    ),
    ...fromExtensions(credential.extensions, { place: 'extension', type: 'EQF', on: 'credential' }),
    ...criteria.flatMap(fromCriteria),
  ].slice(0, MOST_CLAIMS)
  const levels = claims.flatMap(({ level }) => level ?? [])
  return {
    claims,
    levels: [...new Set(levels)].toSorted((a, b) => a - b),
    contradictory: isContradictory(claims),
    outOfRange: claims.some(({ outOfRange }) => outOfRange === true),
  }
}

function isContradictory(claims: LevelClaim[]): boolean {
  return claims.some((claim) =>
    claims.some(
      (other) =>
        aboutSame(claim.at, other.at) &&
        claim.level !== undefined &&
        other.level !== undefined &&
        claim.level !== other.level,
    ),
  )
}

function fromAchievement({ alignments, extensions }: Achievement, ordinal: Ordinal) {
  return [
    ...alignments.flatMap((alignment, index) =>
      fromAlignment(alignment, { place: 'alignment', index: index + 1, ...ordinal }),
    ),
    ...fromExtensions(extensions, {
      ...{ place: 'extension', type: 'EQF', on: 'achievement' },
      ...ordinal,
    }),
  ]
}

/** SURF edubadges: `EQF` is a number without bounds there. */
function fromExtensions(extensions: Achievement['extensions'], at: SourcePath): LevelClaim[] {
  return (extensions ?? [])
    .filter(({ type, values }) => type === 'EQF' && typeof values.EQF === 'number')
    .map(({ values }) => eqfClaim(String(values.EQF), at))
}

// ── alignments ──────────────────────────────────────────────────────────────────────────────────

/** The published URI of a level; ELM uses it for `eqfLevel`. */
const EQF_URI = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/([^/?#]{1,20})\/?$/i
const EQF_TYPE = /^(ext:)?EQF(Alignment)?$/i
const EQF_NAME = /^\W*(EQF\b|(the )?European Qualifications? Framework)/i
/** There are standards of the European Higher Education Area that are no framework of qualifications. */
const EHEA_NAME =
  /QF-?\s?EHEA|qualifications?\b.{0,40}European Higher Education Area|European Higher Education Area.{0,40}\bqualifications?\b/i
/** Frameworks of qualifications by their names: NLQF, DQR, JQF … */
const NATIONAL_NAME = /\b([A-Z]{1,5}QF|DQR|NQR|RNCP|FHEQ|MECU)\b|qualifications? framework/i

/** Whether an alignment points at the EQF, as far as it says so itself. */
export function isEqfAlignment(alignment: Alignment): boolean {
  const { targetUrl = '', targetType = '', targetFramework = '' } = alignment
  return EQF_URI.test(targetUrl) || EQF_TYPE.test(targetType) || EQF_NAME.test(targetFramework)
}

function fromAlignment(alignment: Alignment, at: SourcePath): LevelClaim[] {
  const { targetUrl = '', targetFramework = '' } = alignment
  const framework = plainText(targetFramework)
  const name = plainText(oneOf(alignment.targetName))
  const code = plainText(alignment.targetCode ?? '')
  if (isEqfAlignment(alignment))
    return fromEqfAlignment(EQF_URI.exec(targetUrl)?.[1], code, name, at)
  if (EHEA_NAME.test(framework)) return [cycleClaim(`${code} ${name}`.trim(), at)]
  if (NATIONAL_NAME.test(framework) && code + name !== '')
    return [otherClaim(`${framework}: ${code === '' ? name : code}`, at)]
  return fromText(name, at)
}

/** What its address, its code and its name say, once each: they may contradict each other. */
function fromEqfAlignment(uri: string | undefined, code: string, name: string, at: SourcePath) {
  const inName = fromText(name, at)
  const level = inName.length > 0 ? [] : [LEVEL_IN_NAME.exec(name)?.[1]]
  const inCode = EQF_URI.exec(code)?.[1] ?? (code === '' ? undefined : code)
  const said = [uri, inCode, ...level].filter((text) => text !== undefined)
  return onceEach([...said.map((text) => eqfClaim(text, at)), ...inName], keyOf)
}

const LEVEL_IN_NAME =
  /(?:^|level|niveau|stufe|レベル)[\s:.#-]{0,3}(\d{1,3}(?:[.,]\d{1,3})?)(?![.,]?\d)/i

// ── text ────────────────────────────────────────────────────────────────────────────────────────

const FRAMEWORK = String.raw`(?:\bEQF\b|European Qualifications? Framework|欧州資格枠組み?)`
const LEVEL = String.raw`(?:levels?|niveau|stufe|レベル)`
const GAP = String.raw`[\s():#–-]{0,4}`
/** A number that counts something is no level: "EQF, 6 ECTS". */
const NO_UNIT = String.raw`(?!\d|[.,]\d|\s?(?:ECTS|EC\b|credit|hour|h\b|day|week|month|point|%|時間|単位))`
const COUNTED = String.raw`(?:year|modules|units|semester|lessons|weeks|months|terms|courses)`
/** "EQF: 3-4 years"; beside the word "level" these are of that level: "EQF level 5 modules". */
const NO_COUNT = String.raw`(?!\d{1,3}(?:[-–]\d{1,3}|\sto\s\d{1,3})?[\s-]?${COUNTED})`
const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,3})?)${NO_UNIT}`
/** The second of "EQF 5-6" and "EQF 5/6". */
const SECOND = String.raw`(?:[-–/](\d)${NO_UNIT})?`

/** "EQF 6", "EQF level 6", "European Qualifications Framework (EQF), Level 6". */
const FRAMEWORK_FIRST = new RegExp(
  `${FRAMEWORK}(?:\\s?\\(EQF\\))?(?:${GAP}${NO_COUNT}|${GAP},?${GAP}${LEVEL}${GAP})${NUMBER}${SECOND}`,
  'gi',
)
/** "NFQ level 8": of the framework that is named before it. */
const NO_NAME_BEFORE = String.raw`(?<!(?:QF|FQ|DQR|NQR|FHEQ)[\s:,–-]{1,3})`
const OWN = String.raw`\d{1,3}(?:[.,]\d{1,3})?${NO_UNIT}`
const BARE = String.raw`${NO_COUNT}${OWN}(?:[-–/]\d${NO_UNIT})?`
/** What follows a bare number that is a level: "EQF 6)", "EQF 6 – Bachelor", not "EQF: 4 pathways". */
const END = String.raw`(?:\s?(?:[),;.|\]]|$)|\s[-–/](?!\s?\d))`
/** "(EQF 6 equivalent)": in parentheses that are its own. */
const BESIDE = String.raw`(?<=\(${FRAMEWORK})\s${BARE}`
/** "Level 8 (EQF level 6)": the EQF has a number of its own, so that the one before it is another's. */
const NO_LEVEL_AFTER = String.raw`(?![\s(:#–-]{0,4}(?:${LEVEL}${GAP}${OWN}|${BARE}${END})|${BESIDE})`
/** "level 6 of the EQF", "Level 6 (EQF)". */
const LEVEL_FIRST = new RegExp(
  `${NO_NAME_BEFORE}${LEVEL}${GAP}${NUMBER}${SECOND}${GAP}(?:(?:of|on|in) )?(?:the )?${FRAMEWORK}${NO_LEVEL_AFTER}`,
  'gi',
)
/** "NLQF 6", "DQR level 5": the abbreviations that frameworks are known by, but EQF. */
const NATIONAL_LEVEL =
  /\b(?!EQF\b)(?:[A-Z]{1,5}QF|DQR|NQR|FHEQ)(?:[\s:,-]{1,3}(?:[Ll]evel|[Nn]iveau|レベル))?[\s:-]{1,3}\d{1,2}(?![\d/])/g
const EHEA = /QF-?\s?EHEA|European Higher Education Area/gi
/** What each of the patterns above cannot do without: most texts are told by one look. */
const NAMES_A_FRAMEWORK = /QF|DQR|NQR|FHEQ|European (?:Qualification|Higher)|欧州資格枠/i
const CYCLE = /\b(?:short|first|second|third|1st|2nd|3rd)[\s-]cycle/gi
/** A cycle may be that of anything; so near to the name of the framework it is that of QF-EHEA. */
const NEAR = 60

function fromCriteria({ descriptor, heading, text, hasDigit, at }: SearchedPart): LevelClaim[] {
  if (descriptor === 'level') return fromLevelSection(text, heading, at)
  return hasDigit ? fromText(text, at) : cyclesIn(text, at)
}

/** What stands under "Level" is a level, of whatever framework. An empty one is missing, not wrong. */
function fromLevelSection(text: string, heading: string, at: SourcePath): LevelClaim[] {
  if (text === '') return []
  const found = fromText(text, at)
  if (found.length > 0) return found
  const isBare = /^\d{1,3}([.,]\d{1,3})?\.?$/.test(text)
  // "Level (EQF, QF-EHEA): 6": the heading says which.
  const isEqf = isBare && /EQF/i.test(heading)
  return [isEqf ? eqfClaim(text.replace(/\.$/, ''), at) : otherClaim(text, at)]
}

function fromText(text: string, at: SourcePath): LevelClaim[] {
  if (!NAMES_A_FRAMEWORK.test(text)) return []
  const before = findAll(text, LEVEL_FIRST)
  // Of "Level 6 (EQF) 4 pathways" the name is taken: what follows it is no level as well.
  const rest = before.length > 0 ? text.replace(LEVEL_FIRST, ';') : text
  const levels = [...findAll(rest, FRAMEWORK_FIRST), ...before]
  const claims = [
    ...levels
      .filter(({ groups }) => !isWholeScale(groups))
      .flatMap(({ words, groups }) =>
        groups
          .filter((number) => number !== undefined)
          .map((number) => ({ ...eqfClaim(number, at), asWritten: shown(words) })),
      ),
    ...cyclesIn(text, at),
    ...findAll(text, NATIONAL_LEVEL).map(({ words }) => otherClaim(words, at)),
  ]
  return onceEach(claims, keyOf)
}

/** "EQF levels 1-8" are what the framework has. */
function isWholeScale([first, second]: (string | undefined)[]): boolean {
  return first === '1' && second === '8'
}

/** Of all that says a level only these need no digit. */
function cyclesIn(text: string, at: SourcePath): LevelClaim[] {
  const claims = findAll(text, EHEA).flatMap(({ index }) => cyclesNear(text, index, at))
  return onceEach(claims, keyOf)
}

function cyclesNear(text: string, index: number, at: SourcePath): LevelClaim[] {
  const near = text.slice(Math.max(0, index - NEAR), index + NEAR)
  return findAll(near, CYCLE).map(({ words }) => cycleClaim(words, at))
}

/** What is out of range is one claim by its number, whether its name stands there with it or not. */
function keyOf({ framework, level, asWritten, outOfRange }: LevelClaim): string {
  return `${framework} ${level ?? (outOfRange ? `not ${numberIn(asWritten)}` : asWritten)}`
}

function numberIn(text: string): string {
  const [written] = /\d{1,3}(?:[.,]\d{1,3})?/.exec(text) ?? []
  return written === undefined ? text : String(Number(written.replace(',', '.')))
}

// ── claims ──────────────────────────────────────────────────────────────────────────────────────

const EQF_LEVEL = /^(?:eqf[\s:-]*)?(?:(?:level|niveau|stufe|レベル)[\s:.-]*)?([1-8])(?:\.0+)?$/i

/** "6", "EQF 6", "Level 6"; anything but an integer from 1 to 8 is out of range. */
function eqfClaim(written: string, at: SourcePath): LevelClaim {
  const digits = EQF_LEVEL.exec(written)?.[1]
  return claimed('eqf', written, digits === undefined ? undefined : Number(digits), at)
}

/** Framework for Qualifications of the European Higher Education Area: cycles and their EQF levels. */
const CYCLES: readonly (readonly [RegExp, number])[] = [
  [/short/i, 5],
  [/first|1st|bachelor/i, 6],
  [/second|2nd|master/i, 7],
  [/third|3rd|doctor/i, 8],
]

/** Of several cycles the one that is named first: "second cycle, after one of the first". */
function cycleClaim(written: string, at: SourcePath): LevelClaim {
  const named = CYCLES.map(([name, level]) => ({ at: written.search(name), level }))
  const [first] = named.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)
  return claimed('qf-ehea', written, first?.level, at)
}

function otherClaim(written: string, at: SourcePath): LevelClaim {
  return { framework: 'other', asWritten: shown(written), at }
}

function claimed(
  framework: LevelFramework,
  written: string,
  level: number | undefined,
  at: SourcePath,
): LevelClaim {
  const asWritten = shown(written)
  return level === undefined
    ? { framework, asWritten, outOfRange: true, at }
    : { framework, level, asWritten, at }
}

function shown(text: string): string {
  return text.trim().slice(0, SHOWN_LENGTH)
}

function oneOf(text: Text | undefined): string {
  return (text && (text.en ?? text.und ?? Object.values(text)[0])) ?? ''
}
