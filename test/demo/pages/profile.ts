import type { DemoBadge } from '../../fixtures/index'
import { HOLDER } from '../../fixtures/people'
import { badgeFigure, escapeHtml, htmlDocument } from './html'

/** A candidate's profile, as such pages look. */
export function profilePage(badges: DemoBadge[]): string {
  const wall = badges.filter(({ place }) => place === 'wall')
  return htmlDocument(
    `${HOLDER.name}, data analyst`,
    `${HEADER}
<main>
${EXPERIENCE}
<section aria-labelledby="badges">
<h2 id="badges">Certificates and badges</h2>
<div class="wall" id="wall">
${wall.map(badgeFigure).join('\n')}
</div>
</section>
${education(badges.filter(({ place }) => place === 'education'))}
<section aria-labelledby="design">
<h2 id="design">Design work</h2>
<div class="widget">
<iframe src="https://widgets.example/embed/accessible-design.html" title="Badge of the School of Inclusive Design" width="280" height="240"></iframe>
<p>The public service portal of Northfield, rebuilt with people who cannot use a mouse. Four months,
two designers, and a contrast checker that never slept.</p>
</div>
</section>
</main>
<footer><p>Built by hand in Northfield. No cookies, no analytics.</p></footer>
<script src="/late.js"></script>`,
  )
}

const HEADER = `<header class="masthead">
<svg class="portrait" viewBox="0 0 96 96" role="img" aria-label="Portrait of ${HOLDER.name}">
<defs><linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f4c77d"/><stop offset="1" stop-color="#c9654b"/></linearGradient><clipPath id="disc"><circle cx="48" cy="48" r="48"/></clipPath></defs>
<circle cx="48" cy="48" r="48" fill="url(#dusk)"/>
<path d="M8 100c4-28 22-40 40-40s36 12 40 40z" clip-path="url(#disc)" fill="#27414b"/>
<path d="M40 52h16v14a8 8 0 0 1-16 0z" fill="#e6b08c"/>
<circle cx="48" cy="40" r="17" fill="#f0c4a3"/>
<path d="M30 42c-2-18 9-25 19-25 11 0 19 8 17 24-4-8-10-12-18-12-7 0-14 4-18 13z" fill="#3a2a25"/>
</svg>
<div>
<h1>${HOLDER.name}</h1>
<p class="role">Data analyst, statistics and food safety</p>
<p class="facts"><span>Northfield</span><span>Open to offers</span><a href="mailto:${HOLDER.email}">${HOLDER.email}</a></p>
</div>
</header>`

const EXPERIENCE = `<section aria-labelledby="experience">
<h2 id="experience">Experience</h2>
<ol class="jobs">
<li><h3>Senior data analyst, Harbour Foods</h3><p class="when">2022 – today</p>
<p>Leads a team of four. Cut recalls by a third by finding out, a week earlier, where they begin.</p></li>
<li><h3>Data analyst, City of Northfield</h3><p class="when">2018 – 2022</p>
<p>Built the open data portal and the dashboards that the council still opens every Monday.</p></li>
<li><h3>Teaching assistant, Northfield University of Technology</h3><p class="when">2016 – 2018</p>
<p>Two first-year courses in statistics, 180 students each.</p></li>
</ol>
</section>`

function education(badges: DemoBadge[]): string {
  const items = badges.map(
    ({ id, url, title }) =>
      `<li id="${id}"><a href="${url}">${escapeHtml(title)}</a><p class="when">2024</p></li>`,
  )
  return `<section aria-labelledby="education">
<h2 id="education">Education</h2>
<ul class="education">
<li><strong>MSc Statistics</strong><p class="when">2016 – 2018</p></li>
<li><strong>BSc Mathematics</strong><p class="when">2013 – 2016</p></li>
${items.join('\n')}
<li><a href="https://issuer.example/about.html">About the university</a></li>
</ul>
</section>`
}
