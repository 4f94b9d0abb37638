/** A gallery whose framework sends every picture through its own optimiser. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { altered, hosted, keyElsewhere, selfContained, shows, type Made } from '../awards'
import { grid, image, link, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { blank, plainBadge, strippedBadge } from '../pictures'
import { badgr, leadsTo } from '../platforms'

const GALLERY = 'https://gallery.example'

export async function nextGallery(web: ServedWeb): Promise<PageKind> {
  const relative = await selfContained('Gallery by path')
  const absolute = hosted(web, 'Gallery by address')
  const changed = await altered('Gallery with another word')
  const school = await keyElsewhere('Gallery of the school')
  const direct = await selfContained('Gallery without detour')
  const foreign = await selfContained('Gallery from elsewhere')
  const award = badgr(web, 'Gallery at Badgr')
  const put = (url: string, file: Uint8Array): string => {
    publish(web, url, file, { type: 'png' })
    return url
  }
  const own = (slug: string, { file }: Made): string => put(`${GALLERY}/badges/${slug}.png`, file)
  const optimised = (original: string): string =>
    put(`${GALLERY}/_next/image?url=${encodeURIComponent(original)}&w=256&q=75`, strippedBadge())
  const path = (url: string): string => new URL(url).pathname
  const at = {
    relative: own('relative', relative),
    absolute: own('absolute', absolute),
    changed: own('changed', changed),
    school: own('school', school),
    direct: own('direct', direct),
    foreign: put('https://elsewhere.example/gallery/foreign.png', foreign.file),
  }
  put(`${GALLERY}/plain.png`, plainBadge())
  put(`${GALLERY}/cover.png`, blank(240))
  const school2 = optimised(path(at.school)).replace('&w=256', '&w=384')
  put(school2, strippedBadge())
  const body = `<h1>Gallery</h1>
${grid(
  image('relative', optimised(path(at.relative)), 'Relative'),
  image('absolute', optimised(at.absolute), 'Absolute'),
  image('changed', optimised(path(at.changed)), 'Changed'),
  image('school', school2, 'School').replace(
    '<img',
    `<img decoding="async" srcset="${school2.replaceAll('&', '&#38;')} 1x"`,
  ),
  image('direct', path(at.direct), 'Direct'),
  image('foreign', optimised(at.foreign), 'Foreign'),
  link(award.page, image('award', optimised(award.picture), 'Award')),
  image('plain', optimised('/plain.png'), 'Certified'),
  image('cover', optimised('/cover.png'), 'Cover'),
  image('gone', optimised('/gone.png'), 'Gone'),
  image('no-original', put(`${GALLERY}/_next/image?w=64`, strippedBadge()), 'Badge'),
  link('/about', 'About', 'about'),
)}`
  const url = `${GALLERY}/`
  publish(web, url, page({ title: 'Gallery' }, body), { type: 'html' })
  return {
    id: 'next-gallery',
    title: 'Next.js gallery',
    pages: [
      {
        url,
        truth: [
          shows(relative, '#relative', 'optimised, original by path', at.relative),
          shows(absolute, '#absolute', 'optimised, original by address', at.absolute),
          shows(changed, '#changed', 'optimised, original altered', at.changed),
          shows(school, '#school', 'optimised, by srcset', at.school),
          shows(direct, '#direct', 'baked PNG', at.direct),
          leadsTo(award, '#award', 'optimised picture in a link to an award'),
          {
            ...shows(foreign, '#foreign', 'original on a host nobody asked', at.foreign),
            markBeforeConsent: 'none',
            inPopup: false,
            markAfterVerify: 'none',
          },
          nothing('#plain', 'original without data'),
          nothing('#cover', 'original that is a photograph'),
          nothing('#gone', 'original that is gone'),
          nothing('#no-original', 'optimiser without an original'),
          nothing('#about', 'link to a page'),
        ],
      },
    ],
  }
}
