import type {
  EuListProblem,
  KeptCountryList,
  KeptEuList,
  KeptListOfLists,
} from '../../platform/eu-list-shapes'
import { MOST_LIST_BYTES } from '../../verifier/trusted-lists/open-list'
import {
  readListOfLists,
  readTrustedList,
  type ListPointer,
  type ReadResult,
} from '../../verifier/trusted-lists/read-trusted-list'
import type { TrustedListWay } from '../../verifier/trusted-lists/trusted-lists'

/** Commission Implementing Decision (EU) 2015/1505, Article 4: the Commission publishes it there. */
export const LIST_OF_LISTS_URL = 'https://ec.europa.eu/tools/lotl/eu-lotl.xml'

export type Obtained<Kept> = { kept: Kept } | { problem: EuListProblem }

/**
 * Asks for the list of lists. That it is the Commission's rests on the https connection with its host; its
 * own signature shows that it is whole (see `readListOfLists`).
 */
export async function obtainListOfLists(
  way: TrustedListWay,
  now: number,
): Promise<Obtained<KeptListOfLists>> {
  const obtained = await obtain(LIST_OF_LISTS_URL, way, readListOfLists)
  if ('problem' in obtained) return obtained
  return { kept: { country: 'EU', url: LIST_OF_LISTS_URL, retrieved: now, list: obtained.list } }
}

/** Asks for the list of a country where the list of lists says that it is. */
export async function obtainCountryList(
  pointer: ListPointer,
  way: TrustedListWay,
  now: number,
): Promise<Obtained<KeptCountryList>> {
  const { country, url } = pointer
  const obtained = await obtain(url, way, (bytes) => readTrustedList(bytes, pointer))
  if ('problem' in obtained) return obtained
  return { kept: { country, url, retrieved: now, list: obtained.list } }
}

/** A list of a lower number was replaced (ETSI TS 119 612, section 5.3.2): it is not taken again. */
export function notOlder<Kept extends KeptEuList>(
  obtained: Obtained<Kept>,
  known: Kept | undefined,
): Obtained<Kept> {
  if ('problem' in obtained || known === undefined) return obtained
  const isOlder = obtained.kept.list.sequenceNumber < known.list.sequenceNumber
  return isOlder ? { problem: { is: 'older', host: hostOf(obtained.kept.url) } } : obtained
}

/**
 * A list of lists says where the others are, and who may sign them, until its next update (ETSI TS 119 612, section
 * 5.3.15); one without it is closed. What it says later may have been withdrawn long ago.
 */
export function inForce(lists: Obtained<KeptListOfLists>, now: number): Obtained<KeptListOfLists> {
  if ('problem' in lists) return lists
  const { nextUpdate } = lists.kept.list
  const isOver = nextUpdate === undefined || now >= Date.parse(nextUpdate)
  return isOver ? { problem: { is: 'not-obtained', host: hostOf(LIST_OF_LISTS_URL) } } : lists
}

async function obtain<List>(
  url: string,
  way: TrustedListWay,
  read: (bytes: Uint8Array) => Promise<ReadResult<List>>,
): Promise<{ list: List } | { problem: EuListProblem }> {
  const host = hostOf(url)
  const answer = await way.get(
    { url, purpose: 'list' },
    { accept: ACCEPT, maxBytes: MOST_LIST_BYTES },
  )
  if (!answer.ok) {
    const { reason } = answer
    const isRefused = reason.code === 'permission-needed'
    return {
      problem: isRefused ? { is: 'not-asked', host } : { is: 'not-obtained', host, reason },
    }
  }
  if (answer.status !== 200) return { problem: { is: 'not-obtained', host } }
  const result = await read(answer.bytes)
  if (result.is === 'unreadable')
    return { problem: { is: 'malformed', host, expected: result.expected } }
  return result.signature.is === 'holds'
    ? { list: result.list }
    : { problem: { is: 'not-signed', host } }
}

const ACCEPT = 'application/vnd.etsi.tsl+xml, application/xml, text/xml'

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url
}
