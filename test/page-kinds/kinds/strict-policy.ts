/** A page whose policy lets it load pictures of its own host and nothing else: no script, no style. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { credentialText, hosted, keyElsewhere, selfContained, shows, type Made } from '../awards'
import { image, link } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { plainBadge } from '../pictures'
import { credly, leadsTo } from '../platforms'

const ORIGIN = 'https://strict.example'
const POLICY = "default-src 'none'; img-src 'self'; style-src 'none'"

export async function strictPolicy(web: ServedWeb): Promise<PageKind> {
  const guild = await selfContained('Strict guild')
  const school = await keyElsewhere('Strict school')
  const university = hosted(web, 'Strict university')
  const vector = hosted(web, 'Strict vector', { as: 'svg' })
  const file = await selfContained('Strict file')
  const award = credly(web, 'Strict award')
  const put = (slug: string, { file: bytes }: Made): string => {
    const type = bytes[0] === 0x89 ? 'png' : 'svg'
    publish(web, `${ORIGIN}/${slug}.${type}`, bytes, { type })
    return `${ORIGIN}/${slug}.${type}`
  }
  const at = {
    guild: put('guild', guild),
    school: put('school', school),
    university: put('university', university),
    vector: put('vector', vector),
    file: `${ORIGIN}/file.json`,
    foreign: 'https://mira.example/guild.png',
  }
  publish(web, at.file, await credentialText(file.name), { type: 'credential' })
  publish(web, `${ORIGIN}/look-alike.png`, plainBadge(), { type: 'png' })
  const url = `${ORIGIN}/`
  publish(web, url, html(at, award.page), { type: 'html' })
  const document = web.get('strict.example')?.get('/')
  if (document) document.headers['content-security-policy'] = POLICY
  return {
    id: 'strict-policy',
    title: 'Strict content policy',
    pages: [
      {
        url,
        truth: [
          shows(guild, '#guild', 'baked PNG', at.guild),
          shows(school, '#school', 'baked VC-JWT', at.school),
          shows(university, '#university', 'hosted', at.university),
          shows(vector, '#vector', 'baked SVG', at.vector),
          leadsTo(award, '#award', 'link to an award'),
          { ...shows(file, '#file', 'link to a file', at.file), markBeforeConsent: 'none' },
          nothing('#look-alike', 'look-alike'),
          nothing('#foreign', 'baked PNG that the policy does not let in'),
          nothing('#data', 'data: URL that the policy does not let in'),
          nothing('#about', 'link to a page'),
        ],
      },
    ],
  }
}

function html(at: Record<string, string>, award: string): string {
  const pixel = 'data:image/png;base64,iVBORw0KGgo='
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Strict</title></head>
<body>
<h1>Strict</h1>
<p>${image('guild', at.guild ?? '', 'Guild')}</p>
<p>${image('school', at.school ?? '', 'School')}</p>
<p>${image('university', at.university ?? '', 'University')}</p>
<p>${image('vector', at.vector ?? '', 'Vector')}</p>
<p>${image('look-alike', '/look-alike.png', 'Certified', 64)}</p>
<p>${image('foreign', at.foreign ?? '', 'Foreign', 64)} ${image('data', pixel, 'Data', 64)}</p>
<p>${link(award, 'My award', 'award')}</p>
<p>${link('/file.json', 'My file', 'file')}</p>
<p>${link('/about', 'About', 'about')}</p>
</body></html>
`
}
