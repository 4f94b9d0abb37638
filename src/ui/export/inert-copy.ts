/**
 * What a saved page may hold. Our own components made all of it, and text out of a badge is only ever a text
 * node; this list is for the day on which one of them is wrong.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'article section header footer main div p span h1 h2 h3 h4 b ul ol li dl dt dd bdi ' +
    'table caption thead tbody tr th td figure figcaption img a details summary br ' +
    'svg g path circle rect line text'
  ).split(' '),
)
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'class lang dir alt scope colspan open role aria-label aria-labelledby aria-hidden id ' +
    'viewbox d cx cy r x y x1 x2 y1 y2 rx width height text-anchor direction focusable ' +
    'data-verdict data-outcome data-standing data-check data-kind data-result data-look'
  ).split(' '),
)
const PICTURE = /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/

/**
 * The element as HTML that does nothing: no script, no style of its own, no form, no address that is asked
 * without a click. What was closed is open, but for what only says again what is in sight.
 */
export function inertCopy(element: Element): string {
  const copy = document.implementation.createHTMLDocument().importNode(element, true)
  cleanChildren(copy)
  return copy.innerHTML
}

function cleanChildren(parent: Element): void {
  for (const child of [...parent.childNodes]) {
    if (child.nodeType === Node.TEXT_NODE) continue
    if (isElement(child) && isKept(child)) {
      cleanAttributes(child)
      cleanChildren(child)
    } else child.remove()
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}

function isKept(element: Element): boolean {
  return ELEMENTS.has(element.localName) && !element.hasAttribute('hidden')
}

function cleanAttributes(element: Element): void {
  const { href, src } = addresses(element)
  for (const { name } of [...element.attributes])
    if (!ATTRIBUTES.has(name.toLowerCase())) element.removeAttribute(name)
  if (element.matches('details:not(.stays-closed)')) element.setAttribute('open', '')
  if (element.localName === 'img' && src !== undefined) element.setAttribute('src', src)
  if (element.localName === 'a' && href !== undefined) {
    element.setAttribute('href', href)
    element.setAttribute('rel', 'noopener noreferrer nofollow')
  }
}

/** The link and the picture, where they may stay. */
function addresses(element: Element): { href?: string; src?: string } {
  const [href, src] = [element.getAttribute('href') ?? '', element.getAttribute('src') ?? '']
  return {
    ...(/^https?:\/\//i.test(href) && { href }),
    ...(PICTURE.test(src) && { src }),
  }
}
