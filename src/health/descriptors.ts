import type {
  DescriptorNote,
  DescriptorRow,
  DescriptorTable,
  VerificationReport,
} from '../verifier/report'
import type { HealthFinding } from './health'

/** Why what is missing may be there all the same. */
const PERHAPS: readonly DescriptorNote[] = [
  'issuer-not-read',
  'criteria-not-read',
  'criteria-unstructured',
]

/**
 * What is demanded of a micro-credential and not in the badge, by the framework that it comes nearest to: nobody
 * has to follow those of all countries.
 */
export function descriptorsHealth(report: VerificationReport): HealthFinding {
  const topic = 'descriptors'
  const [nearest] = (report.descriptors ?? [])
    .map(lackingIn)
    .filter((each) => each !== undefined)
    .toSorted((one, other) => one.lacking.length - other.lacking.length)
  if (nearest === undefined) return { topic, state: 'unknown', code: 'descriptors-not-read' }
  const { framework, lacking } = nearest
  const sure = lacking.filter(({ notes }) => !notes.some((note) => PERHAPS.includes(note)))
  const named = (rows: DescriptorRow[]) => ({
    ...({ topic, framework, descriptors: rows.map(({ descriptor }) => descriptor) } as const),
  })
  if (sure.length > 0) return { ...named(sure), state: 'look', code: 'descriptors-missing' }
  if (lacking.length > 0)
    return { ...named(lacking), state: 'unknown', code: 'descriptors-perhaps' }
  return report.authenticity === 'holds'
    ? { topic, framework, state: 'ok', code: 'descriptors-complete' }
    : { topic, framework, state: 'unknown', code: 'descriptors-unproven' }
}

interface Demanded {
  framework: NonNullable<HealthFinding['framework']>
  lacking: DescriptorRow[]
}

/** Undefined where the framework demands nothing. */
function lackingIn({ framework, rows }: DescriptorTable): Demanded | undefined {
  const demanded = rows.filter(({ obligation }) => obligation === 'mandatory')
  if (demanded.length === 0) return undefined
  const lacking = demanded.filter(
    ({ state, notes }) => state !== 'present' || notes.includes('out-of-range'),
  )
  const { id, document } = framework
  return { framework: { id, document }, lacking }
}
