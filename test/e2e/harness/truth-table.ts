import type { PageKind } from '../../page-kinds/page-kind'
import type { Score } from './truth-score'

/** What came of one kind, all its pages and both moments together. */
export interface Outcome {
  kind: PageKind
  before: Score[]
  after: Score[]
  list: string[]
  /** Addresses that were asked before consent and should not have been. */
  asked: string[]
  /** Milliseconds. */
  took: number
}

/** One line a kind, all problems below. */
export function truthTable(browser: string, outcomes: Outcome[]): string {
  const heads = [
    'kind',
    'badges',
    'found',
    'missed',
    'wrong',
    'verified',
    'wrong',
    'list',
    'asked',
    's',
  ]
  const lines = outcomes.map((outcome) => [outcome.kind.title, ...figuresOf([outcome])])
  const all = [heads, ...lines, ['all', ...figuresOf(outcomes)]]
  const widths = heads.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)))
  const table = all.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
  return [`Page kinds in ${browser}`, ...table, ...problems(outcomes)].join('\n')
}

function figuresOf(outcomes: Outcome[]): string[] {
  const before = outcomes.flatMap((outcome) => outcome.before)
  const after = outcomes.flatMap((outcome) => outcome.after)
  const count = (scores: Score[], of: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0)
  const seconds = outcomes.reduce((sum, { took }) => sum + took, 0) / 1000
  return [
    count(before, ({ expected }) => expected),
    count(before, ({ found }) => found),
    count(before, ({ missed }) => missed.length),
    count(before, ({ wrong }) => wrong.length),
    `${count(after, ({ found }) => found)}/${count(after, ({ expected }) => expected)}`,
    count(after, ({ wrong }) => wrong.length),
    outcomes.reduce((sum, { list }) => sum + list.length, 0),
    outcomes.reduce((sum, { asked }) => sum + asked.length, 0),
    seconds.toFixed(1),
  ].map(String)
}

function problems(outcomes: Outcome[]): string[] {
  const before = outcomes.flatMap((outcome) => outcome.before)
  const after = outcomes.flatMap((outcome) => outcome.after)
  const met = [...before, ...after].flatMap((score) => score.met)
  return [
    ...before.flatMap(({ missed, wrong }) => [...missed, ...wrong]).map((said) => `  ${said}`),
    ...after
      .flatMap(({ missed, wrong }) => [...missed, ...wrong])
      .map((said) => `  verified: ${said}`),
    ...outcomes.flatMap(({ list }) => list).map((said) => `  ${said}`),
    ...outcomes.flatMap(({ asked }) => asked).map((said) => `  asked too early: ${said}`),
    ...[...new Set(met)].map((said) => `  in NOT_YET: ${said}`),
  ]
}
