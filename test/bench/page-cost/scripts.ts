/** Script time, long tasks and forced layouts, in pages that stand still and in pages that move. */
import { median } from '../measure-place'
import { BUDGETS, printBudgets } from './budgets'
import { MOVING, nameOf, STILL } from './cases'
import type { Choice } from './choice'
import { measurePage, type PageCost } from './measure'
import { addressOf, type PageShape } from './pages'
import { EXTENSIONS, type ExtensionName, type Stage } from './stage'

/** Until the last of 500 images has been looked at. */
const STILL_MS = 5_000
const MOVING_MS = 8_000

interface Measured {
  shape: PageShape
  costs: Record<ExtensionName, PageCost>
}

export async function printStill(stage: Stage, choice: Choice): Promise<void> {
  console.log(`\nPages that stand still, until ${STILL_MS / 1000} s after they have loaded\n`)
  await printCases(stage, STILL, STILL_MS, choice)
}

export async function printMoving(stage: Stage, choice: Choice): Promise<void> {
  console.log(`\nPages that move, until ${MOVING_MS / 1000} s after they have loaded\n`)
  await printCases(stage, MOVING, MOVING_MS, choice)
}

async function printCases(
  stage: Stage,
  shapes: PageShape[],
  forMs: number,
  { takes, runs }: Choice,
): Promise<void> {
  const measured: Measured[] = []
  for (const shape of shapes.filter(takes))
    measured.push({ shape, costs: await measureCase(stage, shape, forMs, runs) })
  console.table(
    measured.flatMap(({ shape, costs }) => EXTENSIONS.map((name) => row(shape, name, costs))),
  )
  printBudgets(measured.flatMap(budgetsOf))
}

/** In turns, so that all see the same load of the machine. */
async function measureCase(
  stage: Stage,
  shape: PageShape,
  forMs: number,
  times: number,
): Promise<Measured['costs']> {
  const runs = new Map<ExtensionName, PageCost[]>(EXTENSIONS.map((name) => [name, []]))
  const asked = { url: addressOf(shape), forMs, moves: shape.motion !== undefined }
  for (let run = 0; run < times; run++)
    for (const [name, costs] of runs)
      costs.push(await measurePage(await stage.browser(name), stage.server, asked))
  const medians = [...runs].map(([name, costs]) => [name, medianOf(costs)] as const)
  return Object.fromEntries(medians) as Measured['costs']
}

/** Of each figure by itself. */
function medianOf(costs: PageCost[]): PageCost {
  const keys = Object.keys(costs[0] ?? {}) as (keyof PageCost)[]
  const entries = keys.map((key) => [key, median(costs.map((cost) => cost[key]))] as const)
  return Object.fromEntries(entries) as unknown as PageCost
}

function row(shape: PageShape, name: ExtensionName, costs: Measured['costs']) {
  const { total, start, longest, calls, longTasks, layouts, styles, ...other } = costs[name]
  const beside = (key: 'mainThread') => (costs[name][key] - costs.empty[key]).toFixed(0)
  return {
    page: nameOf(shape),
    extension: name,
    'script ms': total.toFixed(1),
    'of it start': start.toFixed(1),
    'longest call': longest.toFixed(1),
    calls,
    'long tasks': longTasks,
    'layouts, styles forced': `${layouts}, ${styles}`,
    'main thread ms, beside empty': name === 'empty' ? '' : beside('mainThread'),
    requests: other.requests,
    'kB fetched': (other.bytes / 1000).toFixed(0),
  }
}

function budgetsOf({ shape, costs: { Touchstone: ours, empty } }: Measured) {
  const page = nameOf(shape)
  const taken = ours.total - empty.total
  const most = BUDGETS.scriptMs
  return [
    ...(shape.elements === 10_000 && !shape.motion
      ? [line(`${page}: at most ${most} ms`, `${taken.toFixed(1)} ms`, taken <= most)]
      : []),
    line(
      `${page}: slices of at most ${BUDGETS.sliceMs} ms`,
      `${ours.longest.toFixed(1)} ms`,
      ours.longest <= BUDGETS.sliceMs,
    ),
    line(`${page}: no task made long`, String(ours.longTasks), ours.longTasks === 0),
    ...(shape.images === 0
      ? [line(`${page}: no request`, String(ours.requests), ours.requests === 0)]
      : []),
  ]
}

function line(budget: string, measured: string, isKept: boolean) {
  return { budget, measured, isKept }
}
