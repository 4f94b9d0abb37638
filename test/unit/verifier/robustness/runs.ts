/** How often each property is tried: a little in the suite, `TOUCHSTONE_FUZZ_RUNS` times where asked for. */
import fc from 'fast-check'

const ASKED = process.env.TOUCHSTONE_FUZZ_RUNS

/** The suite always tries the same inputs, so that it fails for a change of ours and for nothing else. */
const SEED = 20_260_115

/** Time for one property, in milliseconds: an input that never ends must fail the run at last. */
export const TIMEOUT = ASKED === undefined ? 60_000 : 24 * 60 * 60 * 1000

/** Tries a property `share` of the runs that are asked for, or `usual` times in the suite. */
export async function tries(
  property: fc.IAsyncProperty<unknown[]>,
  usual: number,
  share = 1,
): Promise<void> {
  const parameters =
    ASKED === undefined
      ? { numRuns: usual, seed: SEED }
      : { numRuns: Math.ceil(Number(ASKED) * share) }
  // The first input that fails is told as it is: shrinking takes long where each step is a verification.
  await fc.assert(property as fc.IAsyncProperty<unknown>, { ...parameters, endOnFailure: true })
}
