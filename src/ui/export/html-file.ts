interface SavedPage {
  title: string
  /** BCP 47 */
  lang: string
  dir: string
  /** As `inertCopy` makes it. */
  body: string
  css: string
}

/**
 * One file that needs nothing else: no script, no request. Its policy allows the one style sheet by its hash
 * and pictures that are in the file, so that nothing which slipped in could load or run either.
 */
export async function htmlFile({ title, lang, dir, body, css }: SavedPage): Promise<string> {
  const style = css.replace(/<\//g, '<\\/')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await sha256(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${escaped(dir)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body class="wide saved">
${body}
</body>
</html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
}
