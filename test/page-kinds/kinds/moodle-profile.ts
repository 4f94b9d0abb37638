/** The badges of a Moodle profile: some pictures hold the award, some only lead to it. */
import { bakePng } from '../../../src/verifier/unbake/bake'
import { publish, type ServedWeb } from '../../fixtures/web'
import { grid, image, link, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { blank, largeBadge, plainBadge } from '../pictures'
import { leadsTo, moodle, type PlatformAward } from '../platforms'

const SITE = 'https://moodle.example'

export function moodleProfile(web: ServedWeb): PageKind {
  const [statistics, writing] = [moodle(web, 'Statistics course'), moodle(web, 'Writing course')]
  const [forum, wiki] = [moodle(web, 'Forum course'), moodle(web, 'Wiki course')]
  const withdrawn = moodle(web, 'Withdrawn course', 'revoked')
  const words = moodle(web, 'Course in words')
  rebakeAtTheEnd(web, statistics)
  rebakeAtTheEnd(web, writing)
  const icon = `${SITE}/pluginfile.php/31/user/icon/boost/f1?rev=7`
  publish(web, icon, blank(100), { type: 'png' })
  const course = `${SITE}/pluginfile.php/14/badges/badgeimage/99/f1?refresh=3`
  publish(web, course, plainBadge(), { type: 'png' })
  const url = `${SITE}/user/profile.php?id=31`
  const body = `<h1>Mira Lindqvist</h1>
${grid(
  image('portrait', icon, 'Mira'),
  link(statistics.page, image('statistics', statistics.baked ?? '', statistics.name)),
  image('writing', writing.baked ?? '', writing.name),
  link(forum.page, `${image('forum', forum.picture, '')}<span>${forum.name}</span>`),
  link(wiki.page, image('wiki', wiki.picture, wiki.name)),
  link(withdrawn.page, image('withdrawn', withdrawn.picture, withdrawn.name)),
  link(`${SITE}/badges/badgeclass.php?id=99`, image('class', course, 'Course badge')),
  image('loose', course, 'Course badge'),
  link(words.page, words.name, 'words'),
  link(`${SITE}/badges/view.php?type=1`, 'Site badges', 'site'),
  link(`${SITE}/badges/badge.php`, 'No badge named', 'unnamed'),
)}`
  publish(web, url, page({ title: 'Mira Lindqvist: Public profile' }, body), { type: 'html' })
  return {
    id: 'moodle-profile',
    title: 'Moodle profile',
    pages: [
      {
        url,
        truth: [
          leadsTo(statistics, '#statistics', 'large baked PNG, chunk before IEND, linked'),
          leadsTo(writing, '#writing', 'the same, not linked'),
          leadsTo(forum, '#forum', 'unbaked picture in a link to the award'),
          leadsTo(wiki, '#wiki', 'the same'),
          leadsTo(withdrawn, '#withdrawn', 'the same, revoked'),
          leadsTo(words, '#words', 'link without a picture'),
          nothing('#portrait', 'portrait of the user'),
          nothing('#class', 'picture in a link to its class'),
          nothing('#loose', 'picture of a class'),
          nothing('#site', 'link to a list of badges'),
          nothing('#unnamed', 'link to the page of no award'),
        ],
      },
    ],
  }
}

/** Moodle, lib/badgeslib.php: the chunk goes right before IEND, however large the picture is. */
function rebakeAtTheEnd(web: ServedWeb, { baked = '', credential }: PlatformAward): void {
  const { pathname } = new URL(baked)
  const text = web.get('moodle.example')?.get(pathOf(credential.at))?.body
  if (!text) throw new Error(`Nothing at ${credential.at}`)
  web.get('moodle.example')?.delete(pathname)
  const file = bakePng(largeBadge(), new TextDecoder().decode(text), {
    keyword: 'openbadges',
    position: 'before-iend',
  })
  publish(web, baked, file, { type: 'png' })
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
