import type { TrustList } from '../environment'
import type { JsonValue } from '../verification'

/**
 * Something in a list that could not be read: a page says it as a sentence, and it is never passed
 * over in silence.
 */
export interface ListProblem {
  /** The entry that is therefore not in the list: its id, or its place. Absent: the list as a whole. */
  entry?: string
  /** The property, e.g. `issuers` or `validUntil`. Absent: the file itself. */
  property?: string
  /** What should have stood there, e.g. `a date`. */
  expected: string
  /** The property is not there at all. */
  missing?: true
}

/** A list that another file names, to be added by the user or not. */
export interface NamedRegistry {
  name: string
  /** `dcc-legacy` is the one type that can be read. */
  type: string
  url?: string
}

/** What a file came to. `entries`: how many it has, those that were not read included. */
export type ReadList =
  | { is: 'list'; list: TrustList; entries: number; problems: ListProblem[] }
  | { is: 'registries'; registries: NamedRegistry[]; problems: ListProblem[] }
  | { is: 'unreadable'; problem: ListProblem }

/** Where a list came from; what the list says of itself has no say in it. */
export interface ListSource {
  /** URL or `sha256:…`. */
  id: string
  /** When, ISO 8601. */
  retrieved: string
  /** Hex SHA-256 of the text. */
  sha256: string
  /** What to call a list that has no name of its own. */
  name: string
}

/** One data form: a file that exports one of these, and a line in `formats/index.ts`. */
export interface ListFormat {
  /** As `docs/trust-lists.md` names it. */
  readonly title: string
  /** Looks at the marks of the form only; never throws. */
  recognises(json: JsonValue): boolean
  read(json: JsonValue, source: ListSource): ReadList
}

/** More than any register of education providers has; a file with more is not read. */
export const MOST_ENTRIES = 20_000

export function tooMany(property: string): ReadList {
  const expected = `at most ${MOST_ENTRIES} entries`
  return { is: 'unreadable', problem: { property, expected } }
}
