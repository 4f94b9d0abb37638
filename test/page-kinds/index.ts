/** All kinds of pages, with all that their hosts publish. */
import { demoFixtures, type ServedWeb } from '../fixtures/index'
import { mergedWeb } from '../fixtures/web'
import { credlyWall } from './kinds/credly-wall'
import { githubReadme } from './kinds/github-readme'
import { jobBoard } from './kinds/job-board'
import { linkedIn } from './kinds/linked-in'
import { moodleProfile } from './kinds/moodle-profile'
import { nextGallery } from './kinds/next-gallery'
import { openedAlone } from './kinds/opened-alone'
import { portfolio } from './kinds/portfolio'
import { rightToLeft } from './kinds/right-to-left'
import { singlePageApp } from './kinds/single-page-app'
import { strictPolicy } from './kinds/strict-policy'
import { wordpress } from './kinds/wordpress'
import type { MakeKind, PageKind } from './page-kind'

const MAKERS: MakeKind[] = [
  portfolio,
  linkedIn,
  jobBoard,
  credlyWall,
  moodleProfile,
  wordpress,
  nextGallery,
  githubReadme,
  singlePageApp,
  strictPolicy,
  openedAlone,
  rightToLeft,
]

export interface PageKinds {
  kinds: PageKind[]
  /** What the hosts of the kinds publish, the demo's own documents not among it. */
  web: ServedWeb
}

/** Generated anew at every call, in a second or two. */
export async function pageKinds(): Promise<PageKinds> {
  const web: ServedWeb = new Map()
  const kinds: PageKind[] = []
  for (const make of MAKERS) kinds.push(await make(web))
  return { kinds, web }
}

/** Everything that can be asked: the kinds' hosts, and the issuers of the demo. */
export async function wholeWeb({ web }: PageKinds): Promise<ServedWeb> {
  return mergedWeb((await demoFixtures()).web, web)
}
