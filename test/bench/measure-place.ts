import type { Place, Running } from './place'
import { BUNDLES, type BundleName } from './runner'
import type { SignedBadge } from './verifiers/verifier'

export interface Timing {
  name: string
  /** Of one verification, in milliseconds. */
  ms: number
}

/** Of the first verification in a process or worker, in milliseconds; medians. */
export interface Cold {
  bundle: BundleName
  first: number
  withLoading: number
}

const COLD_RUNS = 15
/** Each runs for so long before it is timed, in milliseconds, so that its code is compiled for good. */
const WARM_UP_MS = 4_000
const WARM_UP_BATCH = 50
const ROUNDS = 60
/** Of one sample, in milliseconds: far above the coarse clock of a worker. */
const SAMPLE_MS = 20

/** Each bundle in a new process or worker, in turns. One that fails is left out, and is said. */
export async function measureCold(place: Place, badge: SignedBadge): Promise<Cold[]> {
  const samples = new Map<BundleName, { first: number; withLoading: number }[]>()
  for (let run = 0; run < COLD_RUNS; run++)
    for (const bundle of BUNDLES) {
      const running = await place.start()
      try {
        const { ms } = await running.perform({ kind: 'load', bundle, badge })
        const first = await running.perform({ kind: 'sample', verifier: 0, times: 1 })
        samples.set(bundle, [...(samples.get(bundle) ?? []), { first, withLoading: ms + first }])
      } catch (error) {
        console.log(`${bundle} does not run here: ${String(error)}`)
      }
      await running.close()
    }
  return [...samples].map(([bundle, runs]) => ({
    bundle,
    first: median(runs.map(({ first }) => first)),
    withLoading: median(runs.map(({ withLoading }) => withLoading)),
  }))
}

/**
 * Each bundle in a process or worker of its own, so that none waits for what another leaves to collect;
 * one at a time and in turns, so that all see the same load of the machine.
 */
export async function measureWarm(
  place: Place,
  badge: SignedBadge,
  bundles: readonly BundleName[],
): Promise<Timing[]> {
  const started = await Promise.all(bundles.map((bundle) => startWarm(place, badge, bundle)))
  const timed = started.flat()
  for (let round = 0; round < ROUNDS; round++)
    for (const each of timed) each.samples.push(await each.sample(each.batch))
  for (const running of new Set(timed.map((each) => each.running))) await running.close()
  return timed.map(({ name, samples }) => ({ name, ms: median(samples) }))
}

async function startWarm(place: Place, badge: SignedBadge, bundle: BundleName) {
  const running = await place.start()
  const { names } = await running.perform({ kind: 'load', bundle, badge })
  const timed = []
  for (const [verifier, name] of names.entries()) {
    const sample = (times: number) => running.perform({ kind: 'sample', verifier, times })
    const batch = Math.max(1, Math.round(SAMPLE_MS / (await warmUp(sample))))
    timed.push({ running, name, sample, batch, samples: [] as number[] })
  }
  return timed
}

/** @returns what one takes once it is warm, in milliseconds */
async function warmUp(sample: (times: number) => Promise<number>): Promise<number> {
  let ms = 0
  for (let spent = 0; spent < WARM_UP_MS; spent += ms * WARM_UP_BATCH)
    ms = await sample(WARM_UP_BATCH)
  return ms
}

/** Bytes in use by ours before and after so many verifications. */
export async function measureHeap(place: Place, badge: SignedBadge, times: number) {
  const running: Running = await place.start()
  await running.perform({ kind: 'load', bundle: BUNDLES[0], badge })
  // The first thousand compile the code, and fill what is kept.
  await running.perform({ kind: 'sample', verifier: 0, times: 1_000 })
  const before = await running.heap()
  await running.perform({ kind: 'sample', verifier: 0, times })
  const after = await running.heap()
  await running.close()
  return { before, after }
}

export function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? NaN
}
