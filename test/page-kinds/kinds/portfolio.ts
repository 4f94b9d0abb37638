/** A portfolio that somebody wrote by hand: badges as files beside the page. */
import { pngChunk } from '../../../src/verifier/unbake/bake'
import { publish, type ServedWeb } from '../../fixtures/web'
import { altered, hosted, keyElsewhere, selfContained, shows, type Made } from '../awards'
import { grid, image, link, list, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { blank, plainBadge, plainSvg } from '../pictures'

const ORIGIN = 'https://mira.example'

export async function portfolio(web: ServedWeb): Promise<PageKind> {
  const shown = {
    guild: await selfContained('Portfolio of the guild'),
    expired: await selfContained('Portfolio that has expired', {
      validFrom: '2021-12-01T00:00:00Z',
      validUntil: '2023-11-30T23:59:59Z',
    }),
    altered: await altered('Portfolio with another word'),
    school: await keyElsewhere('Portfolio of the school'),
    hosted: hosted(web, 'Portfolio at the university'),
    vector: hosted(web, 'Portfolio in a vector', { as: 'svg' }),
    revoked: hosted(web, 'Portfolio that was revoked', { revoked: true }),
    linked: await selfContained('Portfolio behind a link'),
    inside: await selfContained('Portfolio inside the address'),
  }
  const at = publishFiles(web, shown)
  const url = `${ORIGIN}/`
  publish(web, url, html(at, dataUrl(shown.inside.file)), { type: 'html' })
  return {
    id: 'portfolio',
    title: 'Portfolio',
    pages: [
      {
        url,
        truth: [
          shows(shown.guild, '#guild', 'baked PNG in a link to itself', at.guild),
          shows(shown.expired, '#expired', 'baked PNG, expired', at.expired),
          shows(shown.altered, '#altered', 'baked PNG, altered', at.altered),
          shows(shown.school, '#school', 'baked VC-JWT', at.school),
          shows(shown.hosted, '#hosted', 'baked PNG in <picture>', at.hosted),
          shows(shown.vector, '#vector', 'baked SVG', at.vector),
          shows(shown.revoked, '#revoked', 'baked PNG, loaded lazily', at.revoked),
          shows(shown.inside, '#inside', 'baked PNG as a data: URL', `${ORIGIN}/inside.png`),
          {
            ...shows(shown.linked, '#linked', 'link to a baked PNG', at.linked),
            // Nobody has loaded it: not even that it is a badge is known.
            markBeforeConsent: 'none',
          },
          nothing('#look-alike', 'PNG that looks like a badge'),
          nothing('#look-alike-svg', 'SVG that looks like a badge'),
          nothing('#comment', 'PNG with a comment about badges'),
          nothing('#portrait', 'portrait'),
          nothing('#bullet', 'bullet of 16 px'),
          nothing('#broken', 'image that is not there'),
          nothing('#about', 'link to a page'),
        ],
      },
    ],
  }
}

function publishFiles<Key extends string>(
  web: ServedWeb,
  shown: Record<Key, Made>,
): Record<Key, string> {
  const at = {} as Record<Key, string>
  for (const [id, { file }] of Object.entries(shown) as [Key, Made][]) {
    const type = file[0] === 0x89 ? 'png' : 'svg'
    at[id] = `${ORIGIN}/${id}.${type}`
    publish(web, at[id], file, { type })
  }
  publish(web, `${ORIGIN}/look-alike.png`, plainBadge(), { type: 'png' })
  publish(web, `${ORIGIN}/look-alike.svg`, plainSvg(), { type: 'svg' })
  publish(web, `${ORIGIN}/comment.png`, withComment(), { type: 'png' })
  publish(web, `${ORIGIN}/portrait.png`, blank(120), { type: 'png' })
  publish(web, `${ORIGIN}/bullet.png`, blank(16), { type: 'png' })
  return at
}

/** A text chunk that names Open Badges, under a keyword that no specification knows. */
function withComment(): Uint8Array {
  const text =
    'Comment\0openbadges {"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}'
  const png = Buffer.from(plainBadge())
  const end = png.length - 12
  const chunk = pngChunk('tEXt', new TextEncoder().encode(text))
  return new Uint8Array(Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]))
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}

function html(at: Record<string, string>, inside: string): string {
  const file = (id: string): string => at[id] ?? ''
  const hosted = image('hosted', file('hosted'), 'University')
  return page(
    { title: 'Mira Lindqvist, portfolio' },
    `<h1>Mira Lindqvist</h1>
${grid(
  link(file('guild'), image('guild', file('guild'), 'Guild')),
  image('expired', file('expired'), 'Expired'),
  image('altered', file('altered'), 'Altered'),
  image('school', '/school.png', 'School'),
  `<picture><source srcset="${file('hosted')}" type="image/png">${hosted}</picture>`,
  image('vector', file('vector'), 'Vector'),
  image('revoked', file('revoked'), 'Revoked').replace('<img', '<img loading="lazy"'),
  image('inside', inside, 'Inside'),
  image('look-alike', '/look-alike.png', 'Certified Achiever'),
  image('look-alike-svg', '/look-alike.svg', 'Certified Achiever'),
  image('comment', '/comment.png', 'Verified Open Badge'),
  image('portrait', '/portrait.png', 'Portrait'),
  image('bullet', '/bullet.png', '', 16),
  image('broken', '/missing.png', 'Badge'),
)}
${list(link(file('linked'), 'Data visualisation', 'linked'), link('/about.html', 'About me', 'about'))}`,
  )
}
