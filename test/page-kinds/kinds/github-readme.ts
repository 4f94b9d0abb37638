/** A README on GitHub: foreign pictures come through its proxy, own ones through a redirect to raw files. */
import { createHash } from 'node:crypto'
import { publish, type ServedWeb } from '../../fixtures/web'
import { hosted, selfContained, shows } from '../awards'
import { image, link, list, page } from '../markup'
import { nothing, type PageKind, type TruthRow } from '../page-kind'
import { plainBadge } from '../pictures'
import { credly, leadsTo } from '../platforms'

const REPOSITORY = 'https://github.com/mira/cv'
const RAW = 'https://raw.githubusercontent.com/mira/cv'

export async function githubReadme(web: ServedWeb): Promise<PageKind> {
  const proxied = await selfContained('README through the proxy')
  const university = hosted(web, 'README at the university')
  const committed = await selfContained('README in the repository')
  const rawImage = await selfContained('README as a raw file')
  const rawLink = await selfContained('README behind a raw link')
  const blobLink = await selfContained('README behind a file page')
  const award = credly(web, 'README at Credly')
  const put = (url: string, file: Uint8Array | string): string => {
    publish(web, url, file, { type: typeof file === 'string' ? 'svg' : 'png' })
    return url
  }
  const throughProxy = (original: string, file: Uint8Array | string): string =>
    put(camo(original), file)
  const at = {
    proxied: throughProxy('https://mira.example/readme.png', proxied.file),
    university: throughProxy('https://issuer.example/readme.png', university.file),
    committed: put(`${RAW}/main/badges/committed.png`, committed.file),
    rawImage: put(`${RAW}/main/badges/raw.png`, rawImage.file),
    rawLink: put(`${RAW}/main/badges/raw-link.png`, rawLink.file),
    blobLink: put(`${RAW}/main/badges/blob-link.png`, blobLink.file),
  }
  const inRepository = `${REPOSITORY}/raw/main/badges/committed.png`
  redirectTo(web, inRepository, at.committed)
  const blob = (name: string): string => `${REPOSITORY}/blob/main/badges/${name}.png`
  publish(web, blob('blob-link'), page({ title: 'cv/badges' }, ''), { type: 'html' })
  const workflow = put(`${REPOSITORY}/actions/workflows/ci.yml/badge.svg`, shield('passing', 20))
  const flat = throughProxy('https://img.shields.io/badge/licence-MIT-blue', shield('MIT', 20))
  const large = throughProxy('https://img.shields.io/badge/certified-100%25', shield('100 %', 64))
  const picture = throughProxy('https://images.credly.com/images/x.png', plainBadge())
  const body = `<h1>mira/cv</h1>
<article class="markdown-body">
${list(
  link(at.proxied, image('proxied', at.proxied, 'Proxied')),
  link('https://issuer.example/', image('university', at.university, 'University')),
  link(blob('committed'), image('committed', inRepository, 'Committed')),
  image('raw', at.rawImage, 'Raw', 64),
  link(award.page, image('award', picture, 'Award', 64)),
  image('picture', picture, 'Certified', 64),
  `<img id="workflow" src="${workflow}" alt="CI" height="20"> <img id="flat" src="${flat}" alt="MIT" height="20">`,
  image('large', large, '100 % certified', 64),
  link(at.rawLink, 'raw file', 'raw-link'),
  link(blob('blob-link'), 'file page', 'blob-link'),
  link(`${REPOSITORY}/blob/main/README.md`, 'README', 'readme'),
)}
</article>`
  publish(web, REPOSITORY, page({ title: 'mira/cv', style: SIDE_BY_SIDE }, body), { type: 'html' })
  const linked: Partial<TruthRow> = { markBeforeConsent: 'none' }
  return {
    id: 'github-readme',
    title: 'README on GitHub',
    pages: [
      {
        url: REPOSITORY,
        truth: [
          shows(proxied, '#proxied', 'baked PNG through the proxy', at.proxied),
          shows(university, '#university', 'hosted, through the proxy', at.university),
          shows(committed, '#committed', 'baked PNG of the repository, redirected', at.committed),
          shows(rawImage, '#raw', 'baked PNG from the raw host', at.rawImage),
          leadsTo(award, '#award', 'proxied picture in a link to an award'),
          { ...shows(rawLink, '#raw-link', 'link to a raw file', at.rawLink), ...linked },
          { ...shows(blobLink, '#blob-link', 'link to a file page', at.blobLink), ...linked },
          nothing('#picture', 'proxied picture of a class'),
          nothing('#workflow', 'state of a workflow'),
          nothing('#flat', 'licence as a small shield'),
          nothing('#large', 'boast as a large shield'),
          nothing('#readme', 'link to a text'),
        ],
      },
    ],
  }
}

const SIDE_BY_SIDE = '.list { columns: 3; } .list li { break-inside: avoid; }'

/** GitHub's proxy: a signature, and the original's address in hexadecimal. */
function camo(original: string): string {
  const signature = createHash('sha1').update(original).digest('hex')
  return `https://camo.githubusercontent.com/${signature}/${Buffer.from(original).toString('hex')}`
}

function shield(words: string, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${4 * height}" height="${height}" role="img" aria-label="badge: ${words}"><title>badge: ${words}</title><rect width="100%" height="100%" fill="#4c1"/><text x="10" y="${0.7 * height}" fill="#fff">${words}</text></svg>`
}

function redirectTo(web: ServedWeb, url: string, location: string): void {
  publish(web, url, '', { type: 'html', status: 302 })
  const { host, pathname } = new URL(url)
  const document = web.get(host)?.get(pathname)
  if (document) document.headers = { location }
}
