import type { Verdict } from '../verifier/report'

/** The exit status that one verdict alone would give; of many the highest counts. */
export const STATUS_OF_VERDICT: Record<Verdict, number> = {
  trusted: 0,
  authentic: 0,
  attention: 1,
  unverifiable: 2,
  invalid: 3,
  // Who names a file expects a badge in it: "nothing found" must not pass for "all is well".
  none: 4,
}

export const STATUS_OF_FAILURE = 4

/** As shells count: 128 and the number of the signal. */
export const STATUS_INTERRUPTED = 130
/** What a program ends with that writes into a closed pipe (SIGPIPE). */
export const STATUS_PIPE_CLOSED = 141
