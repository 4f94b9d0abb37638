/**
 * What a page is searched for: addresses that lead to an award, or to what is known to hold none. These go
 * into every page, so that nothing but the patterns is taken along: what to do with a match is
 * `recogniseAddress`.
 */
import { badgrSoftwareLinks } from './badgr-software'
import { MAXIMUM_WEB_ADDRESS } from './candidate-rules'
import { accredibleLinks } from './providers/accredible'
import { accredibleDomainsLinks } from './providers/accredible-domains'
import { badgecraftLinks } from './providers/badgecraft'
import { bestrLinks } from './providers/bestr'
import { blockcertsLinks } from './providers/blockcerts'
import { certifierLinks } from './providers/certifier'
import { certifymeLinks } from './providers/certifyme'
import { courseraLinks } from './providers/coursera'
import { credlyLinks } from './providers/credly'
import { edxLinks } from './providers/edx'
import { europassLinks } from './providers/europass'
import { microsoftLearnLinks } from './providers/microsoft-learn'
import { moodleLinks } from './providers/moodle'
import { netlearningLinks } from './providers/netlearning'
import { openBadgeFactoryLinks } from './providers/open-badge-factory'
import { openBadgePassportLinks } from './providers/open-badge-passport'
import { peoplecertLinks } from './providers/peoplecert'
import { sertifierLinks } from './providers/sertifier'
import { udacityLinks } from './providers/udacity'
import { virtualbadgeLinks } from './providers/virtualbadge'
import { unwrapped } from './redirectors'

export const AWARD_LINKS: readonly RegExp[] = [
  badgrSoftwareLinks,
  accredibleLinks,
  accredibleDomainsLinks,
  badgecraftLinks,
  bestrLinks,
  blockcertsLinks,
  certifierLinks,
  certifymeLinks,
  courseraLinks,
  credlyLinks,
  edxLinks,
  europassLinks,
  microsoftLearnLinks,
  moodleLinks,
  netlearningLinks,
  openBadgeFactoryLinks,
  openBadgePassportLinks,
  peoplecertLinks,
  sertifierLinks,
  udacityLinks,
  virtualbadgeLinks,
].flat()

/**
 * Every address of an award has one of these words, and few others have. Without them each page would compile all
 * patterns (10 ms in Chromium) and try them on every link (2 µs).
 */
export const AWARD_WORDS =
  'cred badge award assert cert verif acclaim coursera udacity microsoft acc.'.split(' ')

const WORDS = new RegExp(AWARD_WORDS.join('|').replace('.', '\\.'), 'i')

/** May an absolute address, as `href` has it, lead to an award? Cheap: what says no need not be parsed. */
export function mayLeadToAward(address: string): boolean {
  return address.length <= MAXIMUM_WEB_ADDRESS && WORDS.test(address)
}

/** Does an absolute address lead to an award, be it through a redirector? */
export function leadsToAward(address: string): boolean {
  if (!mayLeadToAward(address)) return false
  const inner = unwrapped(address)
  return AWARD_LINKS.some((pattern) => pattern.test(inner))
}
