import type { Achievement, Alignment, Credential } from '../credential'
import type { ExtensionHolder, SourcePath } from '../descriptors/source-path'
import { ofAchievement, type Ordinal } from './place'
import { plainText } from './plain-text'
import { asNumber, NUMBER, stated, type WorkloadStatement } from './workload-statement'
import { durationsIn, ectsIn } from './workload-in-text'

/** What a credential states as data: credits, extensions, alignments and durations. */
export function workloadInData(credential: Credential): WorkloadStatement[] {
  const { achievements } = credential
  return [
    ...fromCredits(credential.creditsEarned, { place: 'field', path: 'creditsEarned' }),
    ...achievements.flatMap((item, index) =>
      fromAchievement(item, ofAchievement(index, achievements)),
    ),
    ...fromExtensions(credential.extensions, 'credential', {}),
  ]
}

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
