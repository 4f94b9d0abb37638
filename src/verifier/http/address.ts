import { parse } from 'tldts'
import { reason, type Reason } from '../report'

/**
 * Which addresses may be asked. A page or a badge chooses the URL, and the browser that follows it
 * may stand inside a private network: only https, only public names, only the default port.
 * A public name that resolves to a private address cannot be seen from here.
 */

/** Names in the list of top-level domains that are nobody's on the web (RFC 7686, RFC 8375). */
const PRIVATE_SUFFIXES = ['onion', 'home.arpa']

/** For documentation (RFC 2606): nobody has it, inside or outside. */
const DOCUMENTATION = '.example'

/** Query parameters that tell the host whose badge is asked about (Badgr: `identity__email`). */
const RECIPIENT_HINT = /^identity__/i

export interface Address {
  /** What is sent: https, no fragment, no recipient hints. */
  url: URL
  /** True where the text said `http:`. */
  upgraded: boolean
}

/** `https:host` is a URL to a browser, but not the IRI that an issuer signed. */
const WEB = /^https?:\/\//i

/**
 * Reads a URL that may be asked.
 *
 * @param text absolute `https:` or `http:` URL; `http:` is upgraded
 */
export function readAddress(text: string): Address | { reason: Reason } {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !WEB.test(text)) return refused(url?.hostname ?? '', text)
  const upgraded = url.protocol === 'http:'
  if (upgraded) url.protocol = 'https:'
  if (
    url.port !== '' ||
    url.username !== '' ||
    url.password !== '' ||
    !isPublicName(url.hostname)
  ) {
    return refused(url.hostname, text)
  }
  url.hash = ''
  return { url: withoutRecipientHints(url), upgraded }
}

/**
 * Whether two ids name the same document. Ids that differ only in the scheme do, because `http:` is
 * only ever asked by https; so do those that differ in a recipient hint, which is never sent.
 */
export function sameAddress(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b)
}

function comparable(id: string): string {
  if (!WEB.test(id) || !URL.canParse(id)) return id
  const url = new URL(id)
  if (url.protocol === 'http:') url.protocol = 'https:'
  return withoutRecipientHints(url).href
}

/**
 * Whether a normalised host name (as `URL.hostname` gives it) is a public DNS name.
 * WHATWG URL has by then turned `127.1`, `0x7f000001`, `2130706433` and full-width digits into dotted
 * decimal, so that every spelling of an IPv4 address ends in a number, and IPv6 has no dot. Private networks
 * make up names as they like (`nas.intra`, `vault.service.consul`): public are those below a top-level
 * domain that the Public Suffix List has from ICANN.
 */
export function isPublicName(host: string): boolean {
  if (host.endsWith('.') || !host.includes('.')) return false
  if (/(^|\.)\d+$/.test(host) || host.includes('..') || host.startsWith('.')) return false
  if (PRIVATE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)))
    return false
  return parse(host).isIcann === true || host.endsWith(DOCUMENTATION)
}

function withoutRecipientHints(url: URL): URL {
  if (!url.search) return url
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !RECIPIENT_HINT.test(parameterName(pair)))
  // Only a URL that has a hint is rewritten: `?` alone or an odd encoding stays as it was signed.
  if (kept.length < url.search.split('&').length) url.search = kept.join('&')
  return url
}

function parameterName(pair: string): string {
  const [name] = new URLSearchParams(pair).keys()
  return name ?? ''
}

/** Longest piece of a refused address that a report carries. */
const SHOWN_LENGTH = 100

function refused(host: string, text: string): { reason: Reason } {
  return {
    reason: reason('address-refused', { host: (host === '' ? text : host).slice(0, SHOWN_LENGTH) }),
  }
}
