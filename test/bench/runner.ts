/** What a process of Node and a worker of a browser do alike: load one verifier, and time it. */
import type { BenchVerifier, SignedBadge } from './verifiers/verifier'

/** Bundles, ours first. */
export const BUNDLES = ['touchstone', 'digitalbazaar', 'verifier-core'] as const
export type BundleName = (typeof BUNDLES)[number]

export type Task =
  | { kind: 'load'; bundle: BundleName; badge: SignedBadge }
  /** `verifier`: its number in the bundle */
  | { kind: 'sample'; verifier: number; times: number }

export interface Loaded {
  /** Names of the verifiers in the bundle. */
  names: string[]
  /** Until the code was there, in milliseconds. */
  ms: number
}

/** @returns what a loaded bundle has, or the mean time of one verification in milliseconds */
export type Perform = (task: Task) => Promise<Loaded | number>

/** @param load imports a bundle by its name */
export function runner(load: (name: BundleName) => Promise<unknown>): Perform {
  let verifiers: BenchVerifier[] = []
  let badge: SignedBadge | undefined
  return async (task) => {
    const start = performance.now()
    if (task.kind === 'load') {
      verifiers = ((await load(task.bundle)) as { verifiers: BenchVerifier[] }).verifiers
      badge = task.badge
      return { names: verifiers.map(({ name }) => name), ms: performance.now() - start }
    }
    const verifier = verifiers[task.verifier]
    if (verifier === undefined || badge === undefined) throw new Error('nothing is loaded')
    for (let time = 0; time < task.times; time++) await verifier.verify(badge)
    return (performance.now() - start) / task.times
  }
}
