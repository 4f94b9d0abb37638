/** A blog whose pictures are shrunk twice: by WordPress itself, and by Jetpack's image host. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { hosted, selfContained, shows, type Made } from '../awards'
import { grid, image, link, list, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { blank, plainBadge, strippedBadge } from '../pictures'
import { credly, leadsTo } from '../platforms'

const BLOG = 'https://blog.example'
const UPLOADS = `${BLOG}/wp-content/uploads/2024/05`

export async function wordpress(web: ServedWeb): Promise<PageKind> {
  const photon = await selfContained('Blog through Jetpack')
  const cropped = hosted(web, 'Blog cropped by Jetpack')
  const variant = await selfContained('Blog in a smaller size')
  const srcset = hosted(web, 'Blog with a choice of sizes')
  const original = await selfContained('Blog in full size')
  const foreign = await selfContained('Blog from elsewhere')
  const award = credly(web, 'Blog at Credly')

  const own = (slug: string, { file }: Made): string => put(web, `${UPLOADS}/${slug}.png`, file)
  const shrunk = (url: string): string => put(web, url, strippedBadge())
  const at = {
    photon: own('photon', photon),
    cropped: own('cropped', cropped),
    variant: own('variant', variant),
    srcset: own('srcset', srcset),
    original: own('original', original),
    foreign: put(web, 'https://elsewhere.example/badges/foreign.png', foreign.file),
    plain: put(web, `${UPLOADS}/plain.png`, plainBadge()),
    photo: put(web, `${UPLOADS}/holiday.png`, blank(240)),
  }
  const body = `<h1>Hello world</h1>
${grid(
  image('photon', shrunk(jetpack(at.photon, 'i0', '?w=150')), 'Photon'),
  image('cropped', shrunk(jetpack(at.cropped, 'i2', '?resize=150%2C150&ssl=1')), 'Cropped'),
  image('variant', shrunk(sized(at.variant)), 'Variant'),
  image('srcset', shrunk(sized(at.srcset)), 'Sizes').replace(
    '<img',
    `<img srcset="${sized(at.srcset)} 150w, ${at.srcset} 240w" sizes="96px"`,
  ),
  link(at.original, image('original', at.original, 'Original')),
  image('foreign', shrunk(jetpack(at.foreign, 'i1', '?w=150')), 'Foreign'),
  link(award.page, image('award', shrunk(jetpack(award.picture, 'i0', '?w=150')), 'Award')),
  image('plain', shrunk(sized(at.plain)), 'Badge'),
  image('holiday', shrunk(jetpack(at.photo, 'i0', '?w=150')), 'Holiday'),
  image('orphan', shrunk(`${UPLOADS}/orphan-150x150.png`), 'Badge'),
)}
${list(link(`${BLOG}/2024/05/`, 'May 2024', 'archive'))}`
  const url = `${BLOG}/hello-world/`
  publish(web, url, page({ title: 'Hello world' }, body), { type: 'html' })
  return {
    id: 'wordpress',
    title: 'WordPress blog',
    pages: [
      {
        url,
        truth: [
          shows(photon, '#photon', 'shrunk by Jetpack, original on this host', at.photon),
          shows(cropped, '#cropped', 'the same, hosted', at.cropped),
          shows(variant, '#variant', 'smaller size, original beside it', at.variant),
          shows(srcset, '#srcset', 'the same by srcset, hosted', at.srcset),
          shows(original, '#original', 'baked PNG', at.original),
          leadsTo(award, '#award', 'shrunk picture in a link to an award'),
          {
            ...shows(foreign, '#foreign', 'shrunk, original on a host nobody asked', at.foreign),
            // The page has not loaded anything from there: only a click on this very picture may ask.
            markBeforeConsent: 'none',
            inPopup: false,
            markAfterVerify: 'none',
          },
          nothing('#plain', 'smaller size of a picture without data'),
          nothing('#holiday', 'photograph, shrunk by Jetpack'),
          nothing('#orphan', 'smaller size whose original is gone'),
          nothing('#archive', 'link to an archive'),
        ],
      },
    ],
  }
}

function put(web: ServedWeb, url: string, file: Uint8Array): string {
  publish(web, url, file, { type: 'png' })
  return url
}

function jetpack(original: string, host: string, query: string): string {
  return `https://${host}.wp.com/${original.replace('https://', '')}${query}`
}

function sized(original: string): string {
  return original.replace(/\.png$/, '-150x150.png')
}
