import { DETAILS, MORE_DETAILS, SEALED } from './details'
import { FILES } from './files'
import { HISTORY } from './history'
import { LISTS, SITE_MODES } from './lists'
import { OPTIONS } from './options'
import { OWN } from './own'
import { PANEL } from './panel'
import { PROFILE_PAGES, PROFILES } from './profiles'
import { REPORTS } from './reports'
import { SAMPLE } from './sample'
import type { Shot } from './shot'
import { WELCOME } from './welcome'

/** All pictures by the kind of page that they show: one contact sheet each. */
export const SHOTS: Record<string, Shot[]> = {
  lists: LISTS,
  details: DETAILS,
  'more-details': MORE_DETAILS,
  sealed: SEALED,
  'site-modes': SITE_MODES,
  own: OWN,
  profiles: PROFILES,
  'profile-pages': PROFILE_PAGES,
  reports: REPORTS,
  panel: PANEL,
  files: FILES,
  options: OPTIONS,
  history: HISTORY,
  welcome: WELCOME,
  sample: SAMPLE,
}
