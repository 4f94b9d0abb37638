/** An app that never loads a second page: it changes its address, its lists and its pictures by script. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { altered, hosted, selfContained, shows, type Made } from '../awards'
import { page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { plainBadge } from '../pictures'
import { credly, leadsTo } from '../platforms'

const APP = 'https://app.example'

export async function singlePageApp(web: ServedWeb): Promise<PageKind> {
  const first = await selfContained('App at first')
  const leaving = hosted(web, 'App that leaves')
  const second = hosted(web, 'App at second')
  const swapped = await altered('App that was swapped')
  const component = await selfContained('App in a late component')
  const stays = await selfContained('App that stays')
  const blob = await selfContained('App in a blob')
  const award = credly(web, 'App at Credly')
  const put = (slug: string, { file }: Made): string => {
    publish(web, `${APP}/badges/${slug}.png`, file, { type: 'png' })
    return `${APP}/badges/${slug}.png`
  }
  const at = {
    first: put('first', first),
    leaving: put('leaving', leaving),
    second: put('second', second),
    swapped: put('swapped', swapped),
    component: put('component', component),
    stays: put('stays', stays),
    blob: put('blob', blob),
  }
  publish(web, `${APP}/badges/plain.png`, plainBadge(), { type: 'png' })
  const url = `${APP}/people/mira`
  publish(web, url, html(award.page), { type: 'html' })
  const stayed = shows(stays, '#stays', 'baked PNG that stays', at.stays)
  const madeByScript = shows(blob, '#blob', 'baked PNG as a blob: URL', at.blob)
  const plain = nothing('#plain', 'picture without data')
  const navigated = [
    stayed,
    madeByScript,
    shows(second, '#second', 'hosted, on the second view', at.second),
    leadsTo(award, '#award', 'link on the second view'),
    nothing('#home', 'link to the app itself'),
  ]
  return {
    id: 'single-page-app',
    title: 'Single-page app',
    pages: [
      {
        url,
        truth: [
          stayed,
          madeByScript,
          plain,
          shows(first, '#first', 'baked PNG on the first view', at.first),
          shows(leaving, '#leaving', 'hosted, on the first view', at.leaving),
        ],
        acts: [
          {
            what: 'go to the second view',
            script: `go('/people/mira/second')`,
            truth: [...navigated, plain],
          },
          {
            what: 'swap pictures in place, and define a component',
            script: 'change()',
            truth: [
              nothing('#stays', 'now a picture without data'),
              shows(swapped, '#plain', 'now an altered badge', at.swapped),
              ...navigated.slice(1),
              shows(component, '#late >>> img', 'baked PNG in an open shadow root', at.component),
              nothing('#late >>> span', 'words of that component'),
            ],
          },
        ],
      },
    ],
  }
}

function html(award: string): string {
  return page(
    {
      title: 'People',
      style:
        '#view { display: flex; gap: 40px; min-height: 120px; } img { width: 96px; height: 96px; }',
      script: `const picture = (id) => '<div><img id="' + id + '" src="/badges/' + id + '.png" alt="' + id + '"></div>'
const view = document.getElementById('view')
view.innerHTML = picture('first') + picture('leaving')
function go(path) {
  history.pushState({}, '', path)
  view.innerHTML = picture('second') + '<div><a id="award" href="${award}">My award</a></div><div><a id="home" href="/">Home</a></div>'
}
function change() {
  document.getElementById('stays').src = '/badges/plain.png'
  document.getElementById('plain').src = '/badges/swapped.png'
  customElements.define('late-card', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML =
        '<img src="/badges/component.png" alt="Component" width="96" height="96"><span>Component</span>'
    }
  })
}
fetch('/badges/blob.png').then((answer) => answer.blob()).then((blob) => {
  const image = document.getElementById('blob')
  image.src = URL.createObjectURL(blob)
})`,
    },
    `<h1>People</h1><div id="view"></div>
<div class="grid"><div><img id="stays" src="/badges/stays.png" alt="Stays"></div>
<div><img id="plain" src="/badges/plain.png" alt="Plain"></div>
<div><img id="blob" alt="Blob"></div>
<late-card id="late"></late-card></div>`,
  )
}
