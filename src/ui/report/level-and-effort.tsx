import type { Levels, SourcePath, Workload, WorkloadStatement } from '../../verifier/report'
import { FactsTable, type Fact } from '../facts-table'
import { useWording } from '../wording-context'
import {
  effortName,
  levelMeaning,
  levelNames,
  rangeName,
  sourceName,
  type Sentences,
} from '../wording'
import { Section } from './section'
import './level-and-effort.css'

interface LevelAndEffortProps {
  levels: Levels | undefined
  workload: Workload | undefined
}

/** The two figures that people compare; nothing where the badge states neither. */
export function LevelAndEffort({ levels, workload }: LevelAndEffortProps) {
  const { text } = useWording()
  const facts: Fact[] = []
  if (levels !== undefined && levels.claims.length > 0)
    facts.push({ key: 'level', label: text('elementLevel'), value: <Level levels={levels} /> })
  if (workload !== undefined && workload.statements.length > 0)
    facts.push({ key: 'effort', label: text('elementWorkload'), value: <Effort {...workload} /> })
  if (facts.length === 0) return null
  return (
    <Section title={text('sectionLevelAndEffort')}>
      <FactsTable facts={facts} />
    </Section>
  )
}

function Level({ levels }: { levels: Levels }) {
  const s = useWording()
  const [level, ...others] = levels.levels
  const outside = levels.claims.filter(({ outOfRange }) => outOfRange === true)
  const national = levels.claims.filter(({ framework }) => framework === 'other')
  return (
    <>
      {level !== undefined && <p class="figure">{levelNames(levels, s)}</p>}
      {level !== undefined && <Scale levels={levels.levels} />}
      {level !== undefined && others.length === 0 && (
        <p class="figure-note">{levelMeaning(level, s)}</p>
      )}
      {levels.contradictory && <p class="figure-problem">{s.text('levelContradictory')}</p>}
      {national.map(({ asWritten, at }, index) => (
        <Stated key={index} words={s.text('plainText', asWritten)} at={[at]} />
      ))}
      {outside.map(({ asWritten, at }, index) => (
        <p class="figure-problem" key={index}>
          {s.text('levelOutOfRange', asWritten)} <StatedAt places={[at]} />
        </p>
      ))}
    </>
  )
}

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8]

/** For the eye alone: the level stands beside it in words. */
function Scale({ levels }: { levels: readonly number[] }) {
  return (
    <span class="scale" aria-hidden="true">
      {STEPS.map((step) => (
        <span class={levels.includes(step) ? 'scale-step is-here' : 'scale-step'} key={step} />
      ))}
    </span>
  )
}

function Effort({ statements, ectsHours, contradictory }: Workload) {
  const s = useWording()
  return (
    <>
      {[...byWords(statements, s)].map(([words, places]) => (
        <Stated key={words} words={words} at={places} />
      ))}
      {statements
        .filter(({ outOfRange }) => outOfRange === true)
        .map(({ asWritten, at }, index) => (
          <p class="figure-problem" key={index}>
            {s.text('effortOutOfRange', asWritten)} <StatedAt places={[at]} />
          </p>
        ))}
      {ectsHours !== undefined && (
        <p class="figure-note">
          {s.text('effortEctsHours', { composed: rangeName(ectsHours, s) })}
        </p>
      )}
      {contradictory && <p class="figure-problem">{s.text('effortContradictory')}</p>}
    </>
  )
}

/** The same amount in several places is one line. */
function byWords(statements: readonly WorkloadStatement[], s: Sentences) {
  const places = new Map<string, SourcePath[]>()
  for (const statement of statements) {
    if (statement.outOfRange === true) continue
    const words = effortName(statement, s)
    places.set(words, [...(places.get(words) ?? []), statement.at])
  }
  return places
}

function Stated({ words, at }: { words: string; at: readonly SourcePath[] }) {
  return (
    <p class="figure">
      {words} <StatedAt places={at} />
    </p>
  )
}

function StatedAt({ places }: { places: readonly SourcePath[] }) {
  const s = useWording()
  const names = [...new Set(places.map((place) => sourceName(place, s)))]
  return <span class="stated-at">{names.join(' · ')}</span>
}
