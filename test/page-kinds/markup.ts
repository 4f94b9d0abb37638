import { escapeHtml } from '../demo/pages/html'

export interface Shell {
  title: string
  /** Of the `<html>` element. */
  direction?: 'rtl'
  style?: string
  /** Inline, at the end of the body. */
  script?: string
}

/** A document with its style and script inside: one request a page. */
export function page({ title, direction, style = '', script }: Shell, body: string): string {
  const html = direction ? `<html lang="ar" dir="${direction}">` : '<html lang="en">'
  return `<!doctype html>
${html}
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${BASE}${style}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

/** Pictures stand apart, so that no mark could be taken for another's. */
const BASE = `
body { margin: 16px; font: 16px/24px sans-serif; }
h1 { font-size: 20px; margin: 0 0 12px; }
.grid { display: flex; flex-wrap: wrap; gap: 24px 40px; align-items: flex-start; }
.grid img, .list img { display: block; }
.list { list-style: none; padding: 0; margin: 0; }
.list li { display: flex; gap: 16px; align-items: center; min-height: 40px; padding: 4px 0; }
`

/** Side in CSS pixels. */
export function image(id: string, src: string, alt: string, side = 96): string {
  return `<img id="${id}" src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${side}" height="${side}">`
}

export function link(href: string, content: string, id?: string): string {
  const named = id === undefined ? '' : ` id="${id}"`
  return `<a${named} href="${escapeHtml(href)}">${content}</a>`
}

export function grid(...items: string[]): string {
  return `<div class="grid">\n${items.map((item) => `<div>${item}</div>`).join('\n')}\n</div>`
}

export function list(...items: string[]): string {
  return `<ul class="list">\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}
