import type { DemoBadge } from '../../fixtures/index'

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export function htmlDocument(title: string, body: string, lang = 'en'): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/profile.css">
</head>
<body>
${body}
</body>
</html>
`
}

/** A badge as profile pages show them: a picture in one of the usual carriers, and a caption. */
export function badgeFigure(badge: DemoBadge, index: number): string {
  return `<figure class="badge" id="${badge.id}">
${carrier(badge, index)}
<figcaption>${escapeHtml(badge.title)}</figcaption>
</figure>`
}

/** Most are plain images; the others are what else occurs on real pages. */
function carrier({ id, url, title }: DemoBadge, index: number): string {
  const alt = escapeHtml(`${title} badge`)
  const image = `<img src="${url}" alt="${alt}" width="120" height="120">`
  if (id === 'did-key')
    return `<picture><source srcset="${url}" type="image/png">${image}</picture>`
  if (id === 'signed-good') {
    return `<svg width="120" height="120" viewBox="0 0 120 120" role="img" aria-label="${alt}"><image href="${url}" width="120" height="120"/></svg>`
  }
  if (id === 'did-web') {
    return `<img srcset="${url} 1x" src="${url}" alt="${alt}" width="120" height="120">`
  }
  return index % 3 === 0 ? `<a href="${url}">${image}</a>` : image
}
