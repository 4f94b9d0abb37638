/**
 * A wall of Credly badges. Their pictures belong to the class, the same for everybody who has it: only an
 * address of an award says that somebody was awarded something.
 */
import { publish, type ServedWeb } from '../../fixtures/web'
import { grid, image, link, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { plainBadge } from '../pictures'
import { credly, leadsTo, uuid, type PlatformAward } from '../platforms'

const WALL = 'https://talent.example/wall'
/** Credly's own, which it draws by script: its cards are no links, but have the address of one. */
const OWN = 'https://www.credly.com/users/mira-lindqvist/badges'
const IMAGES = 'https://images.credly.com'

export function credlyWall(web: ServedWeb): PageKind {
  const analyst = credly(web, 'Analyst on the wall')
  const earned = credly(web, 'Earned on the wall')
  const acclaim = credly(web, 'Acclaim on the wall')
  const words = credly(web, 'Words on the wall')
  const revoked = credly(web, 'Revoked on the wall', 'revoked')
  const missing = credly(web, 'Missing on the wall', 'missing')
  const shared = credly(web, 'Shared on the wall')
  const framed = credly(web, 'Framed on the wall')
  const template = `${IMAGES}/images/${uuid('template')}/loose.png`
  const sized = `${IMAGES}/size/340x340/images/${uuid('template')}/loose.png`
  for (const url of [template, sized]) publish(web, url, plainBadge(), { type: 'png' })
  const frame = `https://www.credly.com/embedded_badge/${framed.id}`
  publish(web, frame, page({ title: 'Badge' }, image('inside', framed.picture, framed.name)), {
    type: 'html',
  })
  const body = `<h1>Our talents</h1>
${grid(
  link(`${analyst.page}/public_url`, image('analyst', analyst.picture, analyst.name)),
  link(
    `https://www.credly.com/earner/earned/badge/${earned.id}`,
    image('earned', earned.picture, 'Earned'),
  ),
  link(
    `https://www.youracclaim.com/badges/${acclaim.id}`,
    image('acclaim', acclaim.picture, 'Acclaim'),
  ),
  link(revoked.page, image('revoked', revoked.picture, 'Revoked')),
  link(missing.page, image('missing', missing.picture, missing.name)),
  `<div id="shared" data-iframe-width="150" data-iframe-height="150" data-share-badge-id="${shared.id}" data-share-badge-host="https://www.credly.com" style="width: 150px; height: 150px"></div>`,
  `<iframe id="framed" name="acclaim-badge" src="${frame}" width="150" height="180"></iframe>`,
  image('loose', template, 'Verified by Credly'),
  link('https://www.credly.com/org/northfield/badge/analyst', image('class', sized, 'Analyst')),
  link('https://evil.example/badges', image('elsewhere', sized, 'Analyst')),
  link(words.page, 'My certificate', 'words'),
  link('https://www.credly.com/users/mira/badges', 'All my badges', 'profile'),
  link(`https://www.credly.com.evil.example/badges/${uuid('evil')}`, 'Credly', 'other-host'),
  link(`https://evil.example/?u=${encodeURIComponent(words.page)}`, 'Click', 'unknown-redirector'),
)}`
  publish(web, WALL, page({ title: 'Talents' }, body), { type: 'html' })
  const owned = credly(web, 'Security on her own wall')
  const ended = credly(web, 'Routing on her own wall', 'revoked')
  const card = ({ page: address, picture, name }: PlatformAward, id: string): string =>
    `<div role="button" tabindex="0" data-testid="desktop-badge-card" href="${new URL(address).pathname}">
${image(id, picture, '')}<span>${name}</span><span>Northfield Academy</span></div>`
  const cards = `<h1>Mira Lindqvist</h1>
${grid(card(owned, 'owned'), card(ended, 'ended'))}
${image('face', `${IMAGES}/images/${uuid('face')}/image.png`, 'Mira Lindqvist', 64)}`
  publish(web, `${IMAGES}/images/${uuid('face')}/image.png`, plainBadge(), { type: 'png' })
  publish(web, OWN, page({ title: 'Badges' }, cards), { type: 'html' })
  return {
    id: 'credly-wall',
    title: 'Wall of Credly badges',
    pages: [
      {
        url: WALL,
        truth: [
          leadsTo(analyst, '#analyst', 'picture in a link to an award'),
          leadsTo(earned, '#earned', 'the same, old address'),
          leadsTo(acclaim, '#acclaim', 'the same, old host'),
          leadsTo(revoked, '#revoked', 'the same, revoked since'),
          leadsTo(missing, '#missing', 'the same, taken down'),
          leadsTo(shared, '#shared', 'embed that waits for its script'),
          leadsTo(framed, '#framed', 'embed as its script leaves it'),
          leadsTo(words, '#words', 'link without a picture'),
          nothing('#inside', 'picture inside the embed', { frame }),
          nothing('#loose', 'picture of a class'),
          nothing('#class', 'picture in a link to its class'),
          nothing('#elsewhere', 'picture of a class in a link to anywhere'),
          nothing('#profile', 'link to a profile'),
          nothing('#other-host', 'host that begins like Credly’s'),
          nothing('#unknown-redirector', 'redirector that nobody knows'),
        ],
      },
      {
        url: OWN,
        truth: [
          leadsTo(owned, '#owned', 'card on Credly itself'),
          leadsTo(ended, '#ended', 'the same, revoked since'),
          nothing('#face', 'portrait'),
        ],
      },
      {
        url: owned.page,
        truth: [
          {
            ...leadsTo(owned, 'html', 'the page of an award, by its own address'),
            markBeforeConsent: 'none',
            markAfterVerify: 'none',
          },
        ],
      },
    ],
  }
}
