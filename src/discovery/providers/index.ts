import type { Provider } from '../provider'
import { accredible } from './accredible'
import { accredibleDomains } from './accredible-domains'
import { badgecraft } from './badgecraft'
import { badgr } from './badgr'
import { badgrServer } from './badgr-server'
import { bestr } from './bestr'
import { blockcerts } from './blockcerts'
import { certifier } from './certifier'
import { certifyme } from './certifyme'
import { coursera } from './coursera'
import { credly } from './credly'
import { edubadges } from './edubadges'
import { edx } from './edx'
import { europass } from './europass'
import { microsoftLearn } from './microsoft-learn'
import { moodle } from './moodle'
import { netlearning } from './netlearning'
import { openBadgeFactory } from './open-badge-factory'
import { openBadgePassport } from './open-badge-passport'
import { openbadgesEducation } from './openbadges-education'
import { parchment } from './parchment'
import { peoplecert } from './peoplecert'
import { sertifier } from './sertifier'
import { udacity } from './udacity'
import { virtualbadge } from './virtualbadge'

/** In the order in which they are asked: whoever has hosts of its own before software on any host. */
export const PROVIDERS: readonly Provider[] = [
  credly,
  badgr,
  parchment,
  edubadges,
  openbadgesEducation,
  bestr,
  openBadgeFactory,
  openBadgePassport,
  accredible,
  netlearning,
  peoplecert,
  virtualbadge,
  europass,
  certifier,
  sertifier,
  certifyme,
  badgecraft,
  microsoftLearn,
  coursera,
  edx,
  udacity,
  accredibleDomains,
  badgrServer,
  moodle,
  blockcerts,
]
