// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { htmlFile } from '../../../../src/ui/export/html-file'
import { inertCopy } from '../../../../src/ui/export/inert-copy'
import { pageStyles } from '../../../../src/ui/export/page-styles'

function copyOf(html: string): string {
  const element = document.createElement('main')
  element.innerHTML = html
  return inertCopy(element)
}

describe('the copy of a page', () => {
  test('keeps what a reader reads', () => {
    const html =
      '<section class="section"><h2 id="a">Checks</h2><p lang="de" dir="ltr">Text &lt;b&gt;</p></section>'
    expect(copyOf(html)).toBe(html)
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src="https://attacker.example/x.png" onerror="alert(1)">',
    '<img src="data:image/svg+xml;base64,PHN2Zy8+" srcset="https://attacker.example/x 2x">',
    '<svg onload="alert(1)"><script>alert(1)</script><use href="https://attacker.example/#x"/></svg>',
    '<svg><foreignObject><iframe src="https://attacker.example"></iframe></foreignObject></svg>',
    '<svg><animate attributeName="href" to="javascript:alert(1)"/><style>*{}</style></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)" ping="https://attacker.example" target="_blank">x</a>',
    '<a href=" data:text/html,<script>alert(1)</script>">x</a>',
    '<p style="background:url(https://attacker.example)">x</p>',
    '<form action="https://attacker.example"><input name="q"><button>Go</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://attacker.example">',
    '<link rel="stylesheet" href="https://attacker.example/x.css">',
    '<base href="https://attacker.example/">',
    '<object data="https://attacker.example"></object><embed src="https://attacker.example">',
    '<video poster="https://attacker.example/x.png"></video>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<template><img src=x onerror=alert(1)></template>',
    '<!-- --><p>x</p>',
  ])('has nothing in it that does or asks anything: %s', (attack) => {
    const copy = copyOf(attack)
    expect(copy).not.toMatch(
      /attacker|alert|script|style|on\w+=|javascript|data:|<!--|<(form|input|button|iframe|meta|link|base|object|video|math|template)/i,
    )
  })

  test('text that looks like markup stays text, also when it is read again', () => {
    const copy = copyOf('<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>')
    expect(copy).toBe('<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>')
    expect(copyOf(copy)).toBe(copy)
  })

  test('keeps pictures that are PNG, and links that a click may follow', () => {
    const png = 'data:image/png;base64,iVBORw0KGgo='
    expect(copyOf(`<img src="${png}" alt="A badge">`)).toBe(`<img alt="A badge" src="${png}">`)
    expect(copyOf('<a href="https://issuer.example/" target="_blank">x</a>')).toBe(
      '<a href="https://issuer.example/" rel="noopener noreferrer nofollow">x</a>',
    )
  })

  test('opens what was closed, and leaves out what was hidden', () => {
    expect(copyOf('<details><summary>More</summary><p>x</p></details><p hidden>secret</p>')).toBe(
      '<details open=""><summary>More</summary><p>x</p></details>',
    )
  })
})

describe('the file', () => {
  const file = (changes: Partial<Parameters<typeof htmlFile>[0]> = {}) =>
    htmlFile({
      title: 'A report',
      lang: 'en',
      dir: 'ltr',
      body: '',
      css: '.a { color: red }',
      ...changes,
    })

  test('allows its own style sheet by its hash, pictures in it, and nothing else', async () => {
    const html = await file()
    const hash = createHash('sha256').update('.a { color: red }').digest('base64')
    const policy = new DOMParser()
      .parseFromString(html, 'text/html')
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
  })

  test('the policy stands before anything that it is about', async () => {
    const html = await file({ body: '<p>x</p>' })
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'))
  })

  test.each(['</title><script>alert(1)</script>', '"><script>alert(1)</script>'])(
    'a name out of a badge does not end its element: %s',
    async (attack) => {
      const html = await file({ title: attack, lang: attack, dir: attack, css: '</style><script>' })
      const read = new DOMParser().parseFromString(html, 'text/html')
      expect(read.querySelector('script')).toBeNull()
      expect(read.title).toBe(attack)
      expect(read.documentElement.lang).toBe(attack)
    },
  )
})

test('rules that would ask for another file stay behind', () => {
  const sheet = (...texts: string[]) =>
    ({ cssRules: texts.map((cssText) => ({ cssText })) }) as unknown as CSSStyleSheet
  expect(
    pageStyles([
      sheet('.a { color: red; }', '.b { background: URL("https://attacker.example"); }'),
      sheet('@import "x.css";', '.c::after { content: "</style>"; }', '.d { margin: 0; }'),
    ]),
  ).toBe('.a { color: red; }\n.d { margin: 0; }')
})
