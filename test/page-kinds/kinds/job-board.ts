/** An application on a job board: the candidate's own pages in frames, of this host and of others. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { escapeHtml } from '../../demo/pages/html'
import { hosted, selfContained, shows } from '../awards'
import { grid, image, link, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { blank, plainBadge } from '../pictures'
import { accredible, badgr, leadsTo } from '../platforms'

const BOARD = 'https://jobs.example'
const WIDGETS = 'https://embeds.example'

export async function jobBoard(web: ServedWeb): Promise<PageKind> {
  const own = await selfContained('Job board in its own frame')
  const foreign = await selfContained('Job board in a foreign frame')
  const sourceless = await selfContained('Job board in a frame without address')
  const university = hosted(web, 'Job board at the university')
  const object = await selfContained('Job board in an object')
  const input = await selfContained('Job board in a button')
  const design = accredible(web, 'Job board at Accredible')
  const teaching = badgr(web, 'Job board at Badgr')

  const url = `${BOARD}/applications/17`
  const ownFrame = `${BOARD}/applications/17/portfolio`
  const foreignFrame = `${WIDGETS}/mira`
  const file = (name: string, bytes: Uint8Array, origin = BOARD): string => {
    publish(web, `${origin}/${name}.png`, bytes, { type: 'png' })
    return `${origin}/${name}.png`
  }
  const at = {
    own: file('own', own.file),
    foreign: file('foreign', foreign.file, WIDGETS),
    university: file('university', university.file, WIDGETS),
    sourceless: file('sourceless', sourceless.file),
    object: file('object', object.file),
    input: file('input', input.file),
    logo: file('logo', blank(96)),
    lookAlike: file('look-alike', plainBadge(), WIDGETS),
  }
  const inFrame = (...items: string[]): string => page({ title: 'Frame' }, grid(...items))
  publish(web, ownFrame, inFrame(image('own', at.own, 'Own')), { type: 'html' })
  const foreignItems = [
    image('foreign', at.foreign, 'Foreign', 80),
    image('university', at.university, 'University', 80),
    image('look-alike', at.lookAlike, 'Certified', 80),
  ]
  publish(web, foreignFrame, inFrame(...foreignItems), { type: 'html' })
  const inside = inFrame(image('sourceless', at.sourceless, 'No address'))
  const body = `<h1>Application 17</h1>
${grid(
  image('logo', at.logo, 'Logo'),
  `<iframe id="own-frame" src="${ownFrame}" width="240" height="200"></iframe>`,
  `<iframe id="foreign-frame" src="${foreignFrame}" width="480" height="200"></iframe>`,
  `<iframe id="sourceless-frame" srcdoc="${escapeHtml(inside)}" width="240" height="200"></iframe>`,
  `<object id="object" data="${at.object}" type="image/png" width="96" height="96"></object>`,
  `<input id="input" type="image" src="${at.input}" alt="Show" width="96" height="96">`,
  link(design.page, 'Certificate in design', 'design'),
  `<blockquote id="teaching" class="badgr-badge" style="width: 240px; margin: 0"><a href="${teaching.page}">${teaching.name}</a><p>Awarded: 14 March 2024</p></blockquote>`,
  link(`${BOARD}/companies/northfield`, 'Northfield', 'company'),
)}`
  publish(web, url, page({ title: 'Application' }, body), { type: 'html' })
  const foreignly = { frame: foreignFrame }
  return {
    id: 'job-board',
    title: 'Job board with frames',
    pages: [
      {
        url,
        truth: [
          nothing('#logo', 'logo of the board'),
          { ...shows(own, '#own', 'baked PNG in a frame of this host', at.own), frame: ownFrame },
          {
            ...shows(foreign, '#foreign', 'baked PNG in a foreign frame', at.foreign),
            ...foreignly,
          },
          {
            ...shows(university, '#university', 'hosted, in that frame', at.university),
            ...foreignly,
          },
          { ...nothing('#look-alike', 'look-alike in that frame'), ...foreignly },
          {
            ...shows(sourceless, '#sourceless', 'baked PNG in a srcdoc frame', at.sourceless),
            frame: 'about:srcdoc',
          },
          shows(object, '#object', 'baked PNG in an <object>', at.object),
          shows(input, '#input', 'baked PNG in an <input type=image>', at.input),
          leadsTo(design, '#design', 'link to an award of Accredible'),
          leadsTo(teaching, '#teaching a', 'award in a blockquote of Badgr'),
          nothing('#company', 'link to a company'),
        ],
      },
    ],
  }
}
