/**
 * Platforms on which many issuers have accounts. That a badge was issued through one of them says who
 * runs the server, not who the issuer is: what it says beyond that depends on whom the platform lets
 * in, and only the platform's public word counts for that. Each entry names it, and when it was read.
 *
 * Sites that run software of their own (Moodle, a self-hosted Badgr server) are no platforms: there the
 * host is the issuer's. Europass is none either: its credentials are sealed by the issuer's own seal.
 */
import { parse } from 'tldts'
import { isEncodedBeyond, PATH_READINGS } from '../http/path-readings'

/**
 * `vetted`: checks who an issuer is before it may issue, and under which name. `members`: only
 * organisations that the platform itself connects, whose units choose their names themselves.
 * `anybody`: an account is enough. `undocumented`: no public word on it.
 */
export type Admission = 'vetted' | 'members' | 'anybody' | 'undocumented'

export interface Platform {
  name: string
  admits: Admission
  /**
   * Where the issuers of a platform that vets live, e.g. `https://api.platform.example/issuers/`: its
   * word counts for ids that begin so, and nowhere else on its hosts.
   */
  issuers?: string
  /** Sites (registrable domains) of the platform. */
  sites: string[]
  /** The public word on whom it lets in, and the day on which it was read. */
  source: string
  read: string
}

/**
 * None of these is `vetted`. Open Badge Factory verifies some issuers and others not, and an id does not
 * tell which. SURF connects institutions by contract, but their units name themselves.
 */
export const PLATFORMS: Platform[] = [
  {
    name: 'Credly',
    admits: 'undocumented',
    sites: ['credly.com', 'youracclaim.com'],
    source: 'https://support.credly.com/',
    read: '2026-11-22',
  },
  {
    name: 'Badgr',
    admits: 'anybody',
    sites: ['badgr.com', 'badgr.io'],
    source:
      'https://community.canvaslms.com/t5/Canvas-Badges-Badgr/Managing-your-Canvas-Badges-Credentials-account/ta-p/528685',
    read: '2026-11-22',
  },
  {
    name: 'Parchment Digital Badges',
    admits: 'undocumented',
    sites: ['parchment.com', 'parchment.eu', 'parchment.au', 'parchment.ca', 'parchment.sg'],
    source: 'https://developerdocs.instructure.com/services/parchment-digital-badges',
    read: '2026-11-22',
  },
  {
    name: 'Accredible',
    admits: 'undocumented',
    sites: ['accredible.com', 'credential.net'],
    source: 'https://help.accredible.com/issuer_faqs',
    read: '2026-11-22',
  },
  {
    name: 'Open Badge Factory',
    admits: 'undocumented',
    sites: ['openbadgefactory.com'],
    source: 'https://openbadgefactory.com/en/pricing/',
    read: '2026-11-22',
  },
  {
    name: 'Badgecraft',
    admits: 'anybody',
    sites: ['badgecraft.eu'],
    source:
      'https://curacaoislandoflearning.cw/help/organisers-account/5c51674c-f9ab-477a-a0f0-51d51c60649d',
    read: '2026-11-22',
  },
  {
    name: 'edubadges',
    admits: 'members',
    sites: ['edubadges.nl'],
    source: 'https://www.surf.nl/en/starting-with-edubadges',
    read: '2026-11-22',
  },
]

/** The platform on whose own host an issuer's id lies. */
export function platformOf(issuerId: string, platforms: Platform[]): Platform | undefined {
  const url = addressOf(issuerId)
  if (url === undefined) return undefined
  const { domain } = parse(url.hostname, { allowPrivateDomains: true })
  const platform = platforms.find(({ sites }) => domain !== null && sites.includes(domain))
  if (platform?.admits !== 'vetted') return platform
  return isAmong(platform.issuers, url) ? platform : { ...platform, admits: 'undocumented' }
}

function isAmong(prefix: string | undefined, { href, pathname, search, hash }: URL): boolean {
  if (prefix === undefined || !href.startsWith(prefix) || search !== '' || hash !== '') return false
  const start = new URL(prefix).pathname
  if (isEncodedBeyond(pathname)) return false
  return PATH_READINGS.every((read) => read(pathname).startsWith(read(start)))
}

/** did:web method, section 3.2. A DID on a host is not the address on it, but it lies on that host. */
function addressOf(issuerId: string): URL | undefined {
  const [, didHost] = /^did:web:([a-z0-9.-]+)(?::|$)/.exec(issuerId) ?? []
  const text = didHost === undefined ? issuerId : `https://${didHost}/`
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.port === '' && url.username === '' ? url : undefined
}
