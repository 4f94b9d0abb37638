/** Pages of a given size, still or on the move, and the pictures on them. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { bakePng } from '../../../src/verifier/unbake/bake'
import { blank, plainBadge } from '../../page-kinds/pictures'
import { megabytePng } from '../megabyte-png'
import { motionScript, type Motion } from './motions'
import { PAGE_MARK } from './trace'

const PAGE_HOST = 'shop.example'
/** One picture in three is on the page's own host; the others are elsewhere, as pictures mostly are. */
const PICTURE_HOSTS = [PAGE_HOST, 'cdn.example', 'media.example']
/** Where the large pictures are: more hosts than the extension asks at once. */
const LARGE_HOSTS = ['one', 'two', 'three', 'four', 'five'].map((name) => `cdn-${name}.example`)

/** Of ten pictures: one badge, five other PNGs, four photographs. */
const KINDS = 'badge png jpeg png jpeg png jpeg png jpeg png'.split(' ')

export interface PageShape {
  /** Elements of the page before it moves, roughly: 1,000 are 1,000 to 1,010. */
  elements: number
  images: number
  motion?: Motion
  /** Absent: some badges among plain pictures. `large`: PNGs of 1 MB each, and none is a badge. */
  pictures?: 'photographs' | 'large'
}

export function addressOf({ elements, images, motion, pictures }: PageShape): string {
  const name = [elements, images, motion ?? 'still', pictures ?? 'mixed'].join('-')
  return `https://${PAGE_HOST}/${name}`
}

/** Publishes the page; its pictures are published once, for all pages. */
export function publishPage(web: ServedWeb, shape: PageShape): void {
  const { elements, images, motion, pictures } = shape
  const sources = pictures === 'large' ? largePictures(images) : smallPictures(images, pictures)
  publish(web, addressOf(shape), html(elements, sources, motion), { type: 'html' })
}

/** The same ones in every page. */
function smallPictures(count: number, only?: 'photographs'): string[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = only === 'photographs' ? 'jpeg' : (KINDS[at % KINDS.length] ?? 'png')
    const host = PICTURE_HOSTS[at % PICTURE_HOSTS.length] ?? PAGE_HOST
    return `https://${host}/${kind}/${at}.${kind === 'jpeg' ? 'jpg' : 'png'}`
  })
}

export function largePictures(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    return `https://${LARGE_HOSTS[at % LARGE_HOSTS.length] ?? ''}/large/${at}.png`
  })
}

/** All that any page shows, if it shows no more than so many. `photograph`: a JPEG. */
export function publishPictures(web: ServedWeb, count: number, photograph: Uint8Array): void {
  const badge = plainBadge()
  const plain = blank(96)
  const all = new Set([...smallPictures(count), ...smallPictures(count, 'photographs')])
  for (const [at, url] of [...all].entries()) {
    if (url.endsWith('.jpg')) publish(web, url, photograph, { type: 'jpeg' })
    else publish(web, url, url.includes('/badge/') ? baked(badge, at) : plain, { type: 'png' })
  }
}

export function publishLargePictures(web: ServedWeb, count: number): void {
  const picture = megabytePng()
  for (const url of largePictures(count)) publish(web, url, picture, { type: 'png' })
}

function baked(picture: Uint8Array, at: number): Uint8Array {
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://issuer.example/assertions/${at}`,
    recipient: { type: 'email', identity: 'mira@example.org', hashed: false },
    badge: 'https://issuer.example/classes/data-analysis',
    verification: { type: 'hosted' },
    issuedOn: '2026-01-15T09:00:00Z',
  }
  return bakePng(picture, JSON.stringify(assertion), { keyword: 'openbadges' })
}

/** Sections of ten elements, as of a shop or a feed; the images spread over them. */
function html(elements: number, images: string[], motion: Motion | undefined): string {
  const sections = Math.ceil((elements - images.length) / 10)
  const body: string[] = []
  for (let at = 0, shown = 0; at < sections; at++) {
    body.push(section(at))
    for (; shown < ((at + 1) * images.length) / sections; shown++) {
      body.push(`<img src="${images[shown] ?? ''}" width="96" height="96" alt="Picture ${shown}">`)
    }
  }
  const script = motion ? `<script>${motionScript(motion)}</script>` : ''
  return `<!doctype html><html lang="en"><head><title>Page</title><style>${STYLE}</style>
<script>performance.mark('${PAGE_MARK}')</script></head>
<body><main>${body.join('\n')}</main>${script}</body></html>`
}

const STYLE = `section { border: 1px solid; padding: 4px } .on { color: teal } .moves { width: 9em }`

function section(at: number): string {
  return `<section id="s${at}"><h2>Section ${at}</h2><p class="moves">Some <b>text</b> of
    <em>any</em> page, <a href="/section/${at}">a link</a></p><ul><li>One</li><li>Two</li>
    <li>Three</li></ul></section>`
}
