import { MOST_LINKS, type Candidate, type FromPage } from '../platform/port-messages'
import { isRecord } from '../platform/records'
import { withoutFragment } from './tab-state'

/**
 * What comes over a page's line is checked as if the page itself had written it: the process that a
 * content script runs in is the page's.
 */

/** Characters of base64: a file of 10 MB. */
const MOST_BASE64 = 14_000_000
const MOST_URL = 8_192
const MOST_LABEL = 200
const MOST_KEY = 100
/** Of candidates in one message, and of keys. */
const MOST_ITEMS = 1_000

/** The message, with only what a message has; null where it is none. */
export function readPageMessage(message: unknown): FromPage | null {
  if (!isRecord(message)) return null
  switch (message.type) {
    case 'candidates':
      return readCandidates(message)
    case 'gone':
      return isArray(message.keys)
        ? { type: 'gone', keys: message.keys.slice(0, MOST_ITEMS).filter(isKey) }
        : null
    case 'activate':
      return isKey(message.key) ? { type: 'activate', key: message.key } : null
    case 'ping':
      return { type: 'ping' }
    default:
      return null
  }
}

function readCandidates({ url, items, all }: Record<string, unknown>): FromPage | null {
  if (typeof url !== 'string' || !isArray(items)) return null
  const address = withoutFragment(url)
  const read = items.slice(0, MOST_ITEMS).map(readCandidate)
  return {
    type: 'candidates',
    // Of a page with a longer one the browser's word stands.
    url: address.length <= MOST_URL ? address : '',
    items: read.filter((item) => item !== null),
    ...(all === true && { all }),
  }
}

function readCandidate(item: unknown): Candidate | null {
  if (!isRecord(item)) return null
  const { key, kind, url, href, links, embed, label, bytes, complete } = item
  if (!isKey(key) || !isKind(kind) || !isAddress(url)) return null
  if (bytes !== undefined && !isText(bytes, MOST_BASE64)) return null
  return {
    ...{ key, kind, url },
    ...(isWebAddress(href) && { href }),
    ...(item.scripted === true && { scripted: true }),
    ...readLinks(links),
    ...(isWebAddress(embed) && { embed }),
    ...(item.stripped === true && { stripped: true }),
    ...(typeof label === 'string' && label !== '' && { label: label.slice(0, MOST_LABEL) }),
    ...(bytes !== undefined && { bytes }),
    ...(complete === true && { complete }),
  }
}

function readLinks(value: unknown): Pick<Candidate, 'links'> {
  const links = isArray(value) ? value.slice(0, MOST_LINKS).filter(isWebAddress) : []
  return links.length > 0 ? { links } : {}
}

function isKind(value: unknown): value is Candidate['kind'] {
  return value === 'image' || value === 'link' || value === 'page'
}

function isAddress(value: unknown): value is string {
  if (isText(value, MOST_BASE64) && value.startsWith('data:')) return value.includes(',')
  return isWebAddress(value)
}

function isWebAddress(value: unknown): value is string {
  return isText(value, MOST_URL) && /^https?:\/\//.test(value) && URL.canParse(value)
}

function isKey(value: unknown): value is string {
  return isText(value, MOST_KEY) && value !== ''
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}

function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value)
}
