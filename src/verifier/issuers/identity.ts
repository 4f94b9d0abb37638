import { parse } from 'tldts'

/** Public Suffix List with its private section: `alice.github.io` and `bob.github.io` are two sites. */
const PUBLIC_SUFFIXES = { allowPrivateDomains: true }

/**
 * What stands behind an issuer's id, for a headline: a host, a DID's host and path, a key or a certificate.
 * Never what the issuer calls itself. Hosts are shown as in the URL: whole, because a subdomain may be
 * somebody else's, and in punycode. Only a host that begins with another site's name
 * (`university.edu.login.evil.example`), or is long, is cut to the site that it is in: `….evil.example`.
 *
 * @param issuerId DID or URL, from the credential, or the URN of a certificate, from its seal
 */
export function issuerDisplay(issuerId: string): string {
  const id = issuerId.trim()
  if (/^did:web:/i.test(id)) return didWebDisplay(id)
  if (id.startsWith('did:')) return didDisplay(id)
  const certificate = /^urn:x509:sha256:([0-9a-f]{64})$/.exec(id)?.[1]
  if (certificate !== undefined) return `x509:${certificate.slice(0, 8)}…${certificate.slice(-8)}`
  const url = URL.canParse(id) ? new URL(id) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return hostDisplay(url.host)
  return shortened(printable(id), LONGEST)
}

const LONGEST = 64

/** The site is always there: whoever reads a name that is cut takes what is left for all of it. */
function hostDisplay(host: string): string {
  const { domain, subdomain } = parse(host, PUBLIC_SUFFIXES)
  if (domain === null || !subdomain) return host
  return host.length > LONGEST || beginsLikeSite(subdomain) ? `….${domain}` : host
}

/** `university.edu` or `alice.github.io`; `www.students` is no site, as no such suffix exists. */
function beginsLikeSite(subdomain: string): boolean {
  const labels = subdomain.split('.')
  return labels.some((_, at) => {
    const { domain, isIcann } = parse(labels.slice(0, at + 1).join('.'))
    return isIcann === true && domain !== null
  })
}

/** did:web method, section 3.2: colons separate the path, `%3A` the port. */
function didWebDisplay(did: string): string {
  const [host = '', ...path] = (did.slice('did:web:'.length).split(/[?#]/)[0] ?? '').split(':')
  const text = `https://${host.replace(/%3A/i, ':')}/${path.join('/')}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username !== '') return shortened(printable(did), LONGEST)
  const shownHost = hostDisplay(url.host)
  const shownPath = url.pathname === '/' ? '' : url.pathname
  return shownHost + shortened(shownPath, Math.max(LONGEST - shownHost.length, 1))
}

/** A key is told by its first and last characters: `did:key:z6Mk…abcd`. */
function didDisplay(did: string): string {
  const [, method = '', ...rest] = (did.split(/[?#]/)[0] ?? '').split(':')
  const name = printable(rest.join(':'))
  const short = name.length > 16 ? `${name.slice(0, 4)}…${name.slice(-4)}` : name
  return `did:${printable(method)}:${short}`
}

/** Controls, spaces and whatever turns the direction of writing are shown as escapes. */
function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, (character) =>
    character.isWellFormed() ? encodeURIComponent(character) : '%EF%BF%BD',
  )
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
