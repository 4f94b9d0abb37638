import { parse } from 'tldts'
import type { ConsentMode, SiteChoice, SiteProblem } from '../platform/consent-shapes'

/** Public Suffix List with its private section. Hosts come from a URL, or were judged by `LABEL`. */
const PUBLIC_SUFFIXES = { allowPrivateDomains: true, validateHostname: false }

/** Of another scheme, or a misspelt one: `http//uni.example` is no host called `http`; `intranet:8080` is one. */
const SCHEME = /^[a-z][a-z\d+-]*(?::(?!\d)|[/\\]{2})/i

/** URLs let a host have `,` or `;` in it, and empty labels: no site answers to such a name. */
const LABEL = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/

/**
 * Reads a site as a person or a policy names it: `uni.example` is that very host, `*.uni.example` the
 * domain and all below it; an address stands for its host. The host comes out as URLs have it (URL
 * Standard, host parsing): lower case, and in punycode, so that no letter can imitate another.
 */
export function readSite(given: string): { site: string } | { problem: SiteProblem } {
  const address = given.trim().replace(/^https?:\/\//i, '')
  if (SCHEME.test(address)) return { problem: 'unreadable' }
  const text = address.replace(/[/\\?#].*$/s, '')
  if (text === '') return { problem: 'empty' }
  const isPattern = text.startsWith('*.')
  const name = isPattern ? text.slice(2) : text
  if (name.includes('*')) return { problem: 'wildcard' }
  const host = hostOf(name)
  if (host === undefined) return { problem: 'unreadable' }
  if (!isPattern) return { site: host }
  const { isIp, domain } = parse(host, PUBLIC_SUFFIXES)
  if (isIp === true) return { problem: 'wildcard' }
  // Nobody owns all that is below: a choice for it would be one for strangers.
  if (domain === null) return { problem: 'public-suffix' }
  return { site: `*.${host}` }
}

/**
 * The choice that counts for a host: one for that very host before any pattern, and the longer pattern
 * before the shorter. That issuers are asked without a click is never said of strangers' sites: an `always`
 * reaches no further than the owner of its domain does, what is more careful reaches everything below.
 */
export function choiceFor(
  choices: ReadonlyMap<string, ConsentMode>,
  host: string,
): SiteChoice | undefined {
  for (const site of [host, ...patternsFor(host)]) {
    const mode = choices.get(site)
    if (mode === undefined || (mode === 'always' && isStrangers(host, site))) continue
    return { site, mode }
  }
  return undefined
}

/**
 * Whether a public suffix lies between a pattern and a host that it covers: everybody can get a name like
 * `x.s3.amazonaws.com`, which `*.amazonaws.com` covers. A host that is a suffix itself is anybody's too.
 */
function isStrangers(host: string, site: string): boolean {
  if (site === host) return false
  const { domain, publicSuffix } = parse(host, PUBLIC_SUFFIXES)
  return site.length < `*.${domain ?? publicSuffix ?? ''}`.length
}

/** Whether a site is named at least as closely as by the other. */
export function isAsClose(site: string, other: string): boolean {
  return closeness(site) >= closeness(other)
}

/** In the order of their domains, patterns behind the host that they begin at. */
export function inOrder(choices: ReadonlyMap<string, ConsentMode>): SiteChoice[] {
  return [...choices]
    .map(([site, mode]) => ({ site, mode }))
    .toSorted((a, b) => (sortKey(a.site) < sortKey(b.site) ? -1 : 1))
}

/** Every pattern that covers the host, the longest first. */
function patternsFor(host: string): string[] {
  const labels = host.split('.')
  return labels.map((_, index) => `*.${labels.slice(index).join('.')}`)
}

function closeness(site: string): number {
  return site.startsWith('*.') ? site.length : Number.POSITIVE_INFINITY
}

function sortKey(site: string): string {
  return site.replace(/^\*\.(.*)$/, '$1 *')
}

/** A port is passed over: what is chosen for a host counts on each of them. */
function hostOf(name: string): string | undefined {
  if (/[\s@]/.test(name) || !URL.canParse(`https://${name}/`)) return undefined
  const host = withoutRootDot(new URL(`https://${name}/`).hostname)
  const isIpv6 = host.startsWith('[')
  return isIpv6 || host.split('.').every((label) => LABEL.test(label)) ? host : undefined
}

/** `uni.example.` is the same name, said in full. */
export function withoutRootDot(host: string): string {
  return host.replace(/\.$/, '')
}
