/** The page that the stores' pictures show: one badge for each verdict, and a list that makes some of them green. */
import { badgeFigure, htmlDocument } from '../demo/pages/html'
import { demoFixtures, type DemoBadge, type ServedWeb } from '../fixtures/index'
import { CHAMBER, ONLINE_UNIVERSITY, UNIVERSITY, UNIVERSITY_2 } from '../fixtures/issuers'
import { HOLDER } from '../fixtures/people'
import { publish } from '../fixtures/web'

export const CANDIDATE_URL = 'https://portfolio.example/mira.html'

const SHOWN = [
  'hosted-good',
  'did-web',
  'hosted-self-styled',
  'jwt-good',
  'japanese',
  'described-fully',
  'altered',
  'expired',
  'did-key',
  'hosted-unreachable',
]

/** Names the issuers of the demo that a real list would name. */
export const TRUSTED_LIST = {
  type: 'touchstone:accreditation-list/1',
  ...{ name: 'Accredited providers', publisher: 'Quality Agency', updated: '2026-03-01' },
  issuers: [UNIVERSITY_2, UNIVERSITY, CHAMBER, ONLINE_UNIVERSITY].map(({ id, name }) => ({
    ...{ id, name, auditor: 'Quality Agency', standard: 'ESG 2015' },
    ...{ validFrom: '2020-01-01', validUntil: '2099-12-31' },
  })),
}

/** The badges of the page, in its order. */
export function candidateBadges(all: DemoBadge[]): DemoBadge[] {
  return SHOWN.flatMap((id) => all.filter((badge) => badge.id === id))
}

/** @returns the page, to be served beside the demo's own */
export async function candidatePage(): Promise<ServedWeb> {
  const { badges } = await demoFixtures()
  const shown = candidateBadges(badges)
  const web: ServedWeb = new Map()
  publish(web, CANDIDATE_URL, html(shown.map((badge) => badgeFigure(badge, 1)).join('\n')), {
    type: 'html',
  })
  return web
}

const html = (wall: string): string =>
  htmlDocument(
    HOLDER.name,
    `<header class="masthead" style="padding: 26px max(24px, calc(50vw - 436px)) 14px"><div>
<h1>${HOLDER.name}</h1>
<p class="role">Data analyst, statistics and food safety</p>
</div></header>
<main><section aria-labelledby="badges">
<h2 id="badges">Certificates and badges</h2>
<div class="wall">${wall}</div>
</section></main>`,
  )
