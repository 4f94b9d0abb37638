/** Looking up a chain of certificates in the trusted list of a country (ETSI TS 119 612). */
import { readMoment } from '../status/moment'
import type {
  ServiceState,
  TrustedListAnswer,
  TrustedLists,
  TrustedListWay,
  TrustedService,
  TrustedServiceList,
} from '../trusted-lists/trusted-lists'
import type { Certificate } from './certificate'

/** Why nothing may be taken from the list of a country. */
export type ListProblem =
  'not-in-union' | 'not-asked' | 'not-obtained' | 'not-signed' | { staleSince: string }

export type ListFound = { list: TrustedServiceList } | { problem: ListProblem }

/** Codes by which trusted lists call two countries (TS 119 612, section 5.3.10). */
const OTHER_CODES: Record<string, string> = { GR: 'EL', GB: 'UK' }

/** Asks for the list of a country; absent: the environment has none. */
export type ListLookup = (country: string) => Promise<TrustedListAnswer>

/** Each country once, whatever of one document has to be looked up there. */
export function listLookup(
  lists: TrustedLists | undefined,
  way: TrustedListWay,
): ListLookup | undefined {
  if (lists === undefined) return undefined
  const answers = new Map<string, Promise<TrustedListAnswer>>()
  return (country) => {
    const answer = answers.get(country) ?? lists.ofCountry(country, way)
    answers.set(country, answer)
    return answer
  }
}

/** The list of a country, if it is the one that was asked for, signed, and not out of date. */
export async function listOfCountry(
  country: string | undefined,
  lookUp: ListLookup | undefined,
  now: Date,
): Promise<ListFound> {
  if (lookUp === undefined) return { problem: 'not-asked' }
  if (country === undefined) return { problem: 'not-in-union' }
  const answer = await lookUp(country)
  if ('problem' in answer) return { problem: problemOf(answer.problem) }
  const { list } = answer
  if (list.country !== country && list.country !== OTHER_CODES[country])
    return { problem: 'not-obtained' }
  if (!list.signed) return { problem: 'not-signed' }
  // Section 5.3.15: a list without a next update is closed, and its country publishes none any more.
  if (list.nextUpdate === undefined) return { problem: 'not-in-union' }
  const isFresh = (readMoment(list.nextUpdate)?.first ?? 0) > now.getTime()
  return isFresh ? { list } : { problem: { staleSince: list.nextUpdate } }
}

function problemOf(
  problem: Extract<TrustedListAnswer, { problem: string }>['problem'],
): ListProblem {
  return problem === 'malformed' ? 'not-obtained' : problem
}

/**
 * Services of a type that are the key of one of these certificates (section 5.5.3), of the lowest that has any:
 * an authority that is listed itself is not granted what one above it is. One that was listed only after this
 * moment had nothing but those above it then.
 *
 * @param certificates from the lowest upwards
 * @param at milliseconds since 1970
 */
export function servicesOf(
  list: TrustedServiceList,
  type: TrustedService['type'],
  certificates: Certificate[],
  at: number,
): TrustedService[] {
  const ofType = list.services.filter((service) => service.type === type)
  const listed = certificates
    .map(({ key }) => ofType.filter(({ keys }) => keys.includes(key.sha256)))
    .filter((services) => services.length > 0)
  return listed.find((services) => !services.every((one) => isLater(one, at))) ?? listed[0] ?? []
}

/** All that it ever was begins after this moment; a date that cannot be read does not. */
function isLater({ states }: TrustedService, at: number): boolean {
  return (
    states.length > 0 && states.every(({ from }) => (readMoment(from)?.first ?? -Infinity) > at)
  )
}

/** The state of a service at a moment (milliseconds); `undefined`: it was not listed yet. */
export function stateAt({ states }: TrustedService, at: number): ServiceState | undefined {
  const begun = states.flatMap((state) => {
    const from = readMoment(state.from)?.first
    return from !== undefined && from <= at ? [{ state, from }] : []
  })
  return begun.toSorted((a, b) => b.from - a.from)[0]?.state
}

/** Section 5.5.4; before July 2016 there were other words, and no qualified seals. */
export function isGranted(state: ServiceState | undefined): boolean {
  return state?.status === 'granted'
}
