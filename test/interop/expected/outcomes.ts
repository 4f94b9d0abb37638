/** What the verifier must make of the files of a folder: the check `proof`, and the verdict. */
import type { Outcome, Verdict } from '../../../src/verifier/index'

export type Found = [proof: Outcome, verdict: Verdict]

export interface ExpectedFile {
  /** Where the issuer's document cannot be read. */
  alone: Found
  /** Where it lists the key that signed. */
  listed: Found
}

export type ExpectedFiles = Record<string, ExpectedFile>

function always(...found: Found): ExpectedFile {
  return { alone: found, listed: found }
}

/** The signature holds; whether it is the issuer's, its document says. */
export const SIGNED: ExpectedFile = {
  alone: ['passed', 'unverifiable'],
  listed: ['passed', 'authentic'],
}

/** The signature holds and is that of another did:key than the one that is named as issuer. */
export const FOREIGN = always('passed', 'invalid')

/** A credential without proof, with one that is refused, or with one that cannot be judged. */
export const UNPROVEN = always('unknown', 'unverifiable')

/** A presentation, of which nothing is judged. */
export const NOT_JUDGED = always('not-applicable', 'unverifiable')

/** Keys, hashes, options, lists and other steps on the way to a signature. */
export const NO_BADGE = always('not-applicable', 'none')
