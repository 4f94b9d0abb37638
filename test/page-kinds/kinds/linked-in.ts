/**
 * A profile as LinkedIn shows it: the logo beside a certificate is the issuer's, and the way to the
 * credential is a link behind LinkedIn's own redirector. Rows are recycled while the list is scrolled.
 */
import { publish, type ServedWeb } from '../../fixtures/web'
import { page } from '../markup'
import { nothing, type PageKind, type TruthRow } from '../page-kind'
import { blank } from '../pictures'
import { accredible, badgr, credly, leadsTo, uuid, type PlatformAward } from '../platforms'

const PROFILE = 'https://www.linkedin.com/in/mira-lindqvist/details/certifications/'
const ROWS = 6
const LOGO = 'https://media.licdn.com/dms/image/v2/C4E0/company-logo_100_100/0/'

/** One certificate of the profile; `href` is what "Show credential" leads to. */
interface Certificate {
  name: string
  href?: string
  award?: PlatformAward
}

export function linkedIn(web: ServedWeb): PageKind {
  const certificates = certificatesOf(web)
  publish(web, PROFILE, html(certificates), { type: 'html' })
  for (let at = 0; at < certificates.length; at++) {
    publish(web, `${LOGO}${at}?e=1&v=beta&t=x`, blank(100), { type: 'png' })
  }
  return {
    id: 'linked-in',
    title: 'LinkedIn-like profile',
    pages: [
      {
        url: PROFILE,
        truth: truthOf(certificates.slice(0, ROWS)),
        acts: [
          {
            what: 'scroll to the end of the list',
            script: `document.getElementById('list').scrollTop = 10000`,
            truth: truthOf(certificates.slice(-ROWS)),
          },
        ],
      },
    ],
  }
}

function certificatesOf(web: ServedWeb): Certificate[] {
  const of = (award: PlatformAward, wrap: (url: string) => string): Certificate => ({
    name: award.name,
    href: wrap(award.page),
    award,
  })
  return [
    of(credly(web, 'Cloud on LinkedIn'), (url) => safetyGo(`${url}?trk=public_profile`)),
    of(credly(web, 'Storage on LinkedIn'), (url) => redirect(`${url}/linked_in_profile`)),
    { name: 'Deep Learning', href: safetyGo('https://www.coursera.org/verify/ABCD1234EFGH') },
    of(accredible(web, 'Design on LinkedIn'), safetyGo),
    { name: 'First aid' },
    { name: 'Scrum', href: safetyGo('https://certificates.school.example/verify/17') },
    // Out of sight until the list is scrolled.
    { name: 'Driving licence' },
    of(credly(web, 'Network on LinkedIn', 'revoked'), safetyGo),
    { name: 'Typing', href: safetyGo('https://www.credly.com/org/northfield/badge/typing') },
    of(badgr(web, 'Teaching on LinkedIn'), safetyGo),
    { name: 'Company', href: 'https://www.linkedin.com/learning/certificates/0f1e2d' },
    of(credly(web, 'Databases on LinkedIn', 'missing'), safetyGo),
    of(accredible(web, 'Streams on LinkedIn', 'certs.northfield.example'), (url) =>
      safetyGo(`${url}#acc.AdGEkoHu`),
    ),
  ]
}

/** A logo is the issuer's, and no badge: a mark on it would speak for somebody else. */
function truthOf(certificates: Certificate[]): TruthRow[] {
  return certificates.flatMap(({ name, award, href }, row): TruthRow[] => {
    const logo = nothing(`#row-${row} .logo`, `logo beside "${name}"`)
    const selector = `#row-${row} .show`
    if (href === undefined) return [logo]
    if (award) return [logo, leadsTo(award, selector, `"Show credential" of "${name}"`)]
    return [logo, nothing(selector, `link of "${name}", nowhere that can be verified`)]
  })
}

function safetyGo(url: string): string {
  const parameters = new URLSearchParams({ url, urlhash: 'Ab1c', isSdui: 'true' })
  return `https://www.linkedin.com/safety/go/?${parameters.toString()}`
}

function redirect(url: string): string {
  return `https://www.linkedin.com/redir/redirect?${new URLSearchParams({ url, trk: uuid('trk') }).toString()}`
}

/** As virtual lists do: a fixed number of rows, whose content is exchanged as they scroll past. */
function html(certificates: Certificate[]): string {
  const data = certificates.map(({ name, href }, at) => ({ name, href, logo: at }))
  const rows = Array.from(
    { length: ROWS },
    (
      _,
      row,
    ) => `<li id="row-${row}"><a class="company" href="https://www.linkedin.com/company/${row}/">
<img class="logo" alt="Logo" width="48" height="48"></a>
<div><strong class="name"></strong><p><a class="show" hidden>Show credential</a></p></div></li>`,
  )
  return page(
    {
      title: 'Mira Lindqvist | LinkedIn',
      style: `#list { height: 560px; overflow-y: auto; position: relative; }
#list ul { position: sticky; top: 0; list-style: none; margin: 0; padding: 0; }
#list li { display: flex; gap: 16px; height: 88px; }
#list p { margin: 4px 0; } #room { height: 600px; }`,
      script: `const all = ${JSON.stringify(data)}
const list = document.getElementById('list')
function show() {
  const first = list.scrollTop > 40 ? all.length - ${ROWS} : 0
  for (let row = 0; row < ${ROWS}; row++) {
    const { name, href, logo } = all[first + row]
    const item = document.getElementById('row-' + row)
    item.querySelector('.name').textContent = name
    item.querySelector('.logo').src = '${LOGO}' + logo + '?e=1&v=beta&t=x'
    const show = item.querySelector('.show')
    show.hidden = !href
    if (href) show.href = href
    else show.removeAttribute('href')
  }
}
list.addEventListener('scroll', show)
show()`,
    },
    `<h1>Licenses &amp; certifications</h1>
<div id="list"><ul>${rows.join('\n')}</ul><div id="room"></div></div>`,
  )
}
