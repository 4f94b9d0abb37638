/** The pages of the demo, by host and path. */
import { readFileSync } from 'node:fs'
import type { DemoBadge, ServedWeb } from '../../fixtures/index'
import { publish } from '../../fixtures/web'
import { badgeFigure, escapeHtml, htmlDocument } from './html'
import { profilePage } from './profile'

/** The candidate's page. */
export const PROFILE_URL = 'https://portfolio.example/'
/** Badges that attack who looks at them. */
export const ATTACKS_URL = 'https://portfolio.example/attacks.html'
/** A page without any picture. */
export const PLAIN_URL = 'https://portfolio.example/plain.html'
const FRAME_URL = 'https://widgets.example/embed/accessible-design.html'

export function demoPages(badges: DemoBadge[]): ServedWeb {
  const web: ServedWeb = new Map()
  const at = (place: DemoBadge['place']): DemoBadge[] =>
    badges.filter((badge) => badge.place === place)
  publish(web, PROFILE_URL, profilePage(badges), { type: 'html' })
  publish(web, ATTACKS_URL, wallPage('Attacks', at('attacks')), { type: 'html' })
  publish(web, PLAIN_URL, htmlDocument('Plain', '<main><p>Nothing here.</p></main>'), {
    type: 'html',
  })
  publish(web, FRAME_URL, framePage(at('frame')), { type: 'html' })
  for (const host of ['portfolio.example', 'widgets.example']) {
    publish(web, `https://${host}/profile.css`, read('profile.css'), { type: 'css' })
  }
  publish(web, 'https://portfolio.example/late.js', read('late.js'), { type: 'script' })
  publish(web, 'https://portfolio.example/late.html', figures(at('late')), { type: 'html' })
  return web
}

function wallPage(title: string, badges: DemoBadge[]): string {
  const heading = `<h1>${escapeHtml(title)}</h1>`
  return htmlDocument(title, `<main>${heading}<div class="wall">${figures(badges)}</div></main>`)
}

function framePage(badges: DemoBadge[]): string {
  return htmlDocument('Badge', `<div class="frame">${figures(badges)}</div>`)
}

function figures(badges: DemoBadge[]): string {
  return badges.map((badge) => badgeFigure(badge, 1)).join('\n')
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
