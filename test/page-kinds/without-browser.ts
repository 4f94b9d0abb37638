/** Opens the replicas in jsdom, whose scripts make of them what they would in a browser. */
import { JSDOM, VirtualConsole } from 'jsdom'
import type { ServedWeb } from '../fixtures/index'
import type { KindPage, TruthRow } from './page-kind'

type Find = (row: TruthRow) => Element[]

/** Calls back once with the truth of the page, and once after each act. */
export async function openInTurn(
  { url, truth, acts = [] }: KindPage,
  web: ServedWeb,
  see: (rows: TruthRow[], find: Find) => void,
): Promise<void> {
  const { window } = new JSDOM(textAt(web, url), {
    url,
    runScripts: 'dangerously',
    virtualConsole: new VirtualConsole(),
    beforeParse: withoutWhatJsdomLacks,
  })
  const find: Find = ({ selector, frame }) =>
    elementsOf(
      frame === undefined ? window.document : frameOf(window.document, frame, web),
      selector,
    )
  await turn()
  see(truth, find)
  for (const act of acts) {
    window.eval(act.script)
    for (const list of window.document.querySelectorAll('*')) {
      if (list.scrollTop > 0) list.dispatchEvent(new window.Event('scroll'))
    }
    await turn()
    see(act.truth, find)
  }
  window.close()
}

/** Elements that a selector of the truth names, in open shadow roots where it says ` >>> `. */
export function elementsOf(root: ParentNode, selector: string): Element[] {
  const [outer = '', ...inner] = selector.split(' >>> ')
  const found = [...root.querySelectorAll(outer)]
  if (inner.length === 0) return found
  return found.flatMap(({ shadowRoot }) =>
    shadowRoot ? elementsOf(shadowRoot, inner.join(' >>> ')) : [],
  )
}

function frameOf(page: Document, frame: string, web: ServedWeb): Document {
  const isThere = [...page.querySelectorAll('iframe')].find((element) =>
    frame === 'about:srcdoc' ? element.hasAttribute('srcdoc') : element.src === frame,
  )
  if (!isThere) throw new Error(`No frame ${frame} in ${page.URL}`)
  const html = isThere.getAttribute('srcdoc') ?? textAt(web, frame)
  return new JSDOM(html, { url: frame === 'about:srcdoc' ? page.URL : frame }).window.document
}

function textAt(web: ServedWeb, url: string): string {
  const { host, pathname, search } = new URL(url)
  const document = web.get(host)?.get(pathname + search)
  if (!document) throw new Error(`Nothing is published at ${url}`)
  return new TextDecoder().decode(document.body)
}

function withoutWhatJsdomLacks(window: JSDOM['window']): void {
  window.fetch = () => new Promise(() => undefined)
  window.HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
