/**
 * The address of something that may be looked for on the web. A page chose it, so that most of what can be
 * written there is turned away: only https, only names that can be public, the default port, no passwords.
 * The guarded fetch judges every address again, and every redirect; from here nothing worse is proposed.
 */

/** Characters. Longer addresses are no links that people share. */
export const MAXIMUM_ADDRESS = 8_192

const WEB = /^https?:\/\//i

/** A name in the public DNS ends in letters (RFC 3696, section 2); no IP address does. */
const PUBLIC_NAME = /^(?:[a-z\d_-]+\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)$/

/** Names that belong to private networks (RFC 6761, 6762, 7686, 8375; ICANN: `.internal`). */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion)$/

/** Parameters that say whose badge it is or who shared the link, and that nobody needs to be told. */
const HINT =
  /^(?:identity__|utm_|trk|lipi$|(?:fb|g|d|tw)clid$|msclkid$|igsh(?:id)?$|mc_eid$|_hs(?:enc|mi)$)/i

/**
 * @param text as a page writes it
 * @param base what it is relative to; absent: it must be absolute
 * @returns the address by https and without hints of persons; its fragment is kept
 */
export function publicAddress(text: string, base?: URL): URL | undefined {
  if (text.length > MAXIMUM_ADDRESS || !URL.canParse(text, base?.href)) return undefined
  const url = new URL(text, base?.href)
  if (!WEB.test(url.href)) return undefined
  url.protocol = 'https:'
  if (url.port !== '' || url.username !== '' || url.password !== '') return undefined
  return isPublic(url.hostname) ? withoutHints(url) : undefined
}

function isPublic(host: string): boolean {
  return PUBLIC_NAME.test(host) && !PRIVATE_NAME.test(host)
}

/** Only a query that has a hint is rewritten: an odd encoding may be part of a signed address. */
function withoutHints(url: URL): URL {
  const pairs = url.search.slice(1).split('&')
  const kept = pairs.filter((pair) => !HINT.test(nameOf(pair)))
  if (kept.length < pairs.length) url.search = kept.join('&')
  return url
}

function nameOf(pair: string): string {
  // A query of a page has thousands of them, and to parse one is dear.
  const written = pair.replace(/=.*/s, '')
  if (!/[%+]/.test(written)) return written
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}

/** What is sent of an address, which has no fragment (RFC 9110, section 7.1). */
export function asAsked(url: URL): string {
  const asked = new URL(url)
  asked.hash = ''
  return asked.href
}
