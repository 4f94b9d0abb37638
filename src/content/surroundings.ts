/** What a mark must know of the place of its image; style is read, layout is not. */

export interface Surroundings {
  /** Where the mark's host is put: the end of the document, shadow root, dialog, popover or of what fills the screen. */
  mount: Element | ShadowRoot
  /** Lets the mark lie just above its image, and beneath all that the page lays over it. */
  zIndex: number
  /** The image stands still while the page scrolls. */
  fixed: boolean
  /** An ancestor moves, turns or scales it. */
  transformed: boolean
  /** The text around runs from right to left. */
  rightToLeft: boolean
}

/** Elements that the browser draws above all others while they are open. */
const TOP_LAYER = 'dialog, [popover]'

export function surroundingsOf(element: Element): Surroundings {
  const around = { zIndex: 0, fixed: false, transformed: false }
  const mount = mountOf(element)
  for (let at: Element | null = element; at && at !== mount; at = parentOf(at, mount)) {
    const style = getComputedStyle(at)
    if (makesStackingContext(style)) around.zIndex = Number(style.zIndex) || 0
    if (style.position === 'fixed') around.fixed = true
    if (isTransformed(style)) around.transformed = true
  }
  return { ...around, mount, rightToLeft: getComputedStyle(element).direction === 'rtl' }
}

/** Where the mark of an element belongs at this moment. Reads no style. */
export function mountOf(element: Element): Element | ShadowRoot {
  const root = element.getRootNode() as Document | ShadowRoot
  const layer = element.closest(TOP_LAYER)
  const whole = root.fullscreenElement
  // While an element fills the screen, nothing outside of it is seen but what was opened later.
  if (whole instanceof HTMLElement && whole !== element && whole.contains(element)) {
    return layer && whole.contains(layer) ? layer : whole
  }
  return layer ?? (root instanceof ShadowRoot ? root : document.documentElement)
}

/** The next ancestor in the flat tree, up to where the mark is mounted. */
function parentOf(element: Element, mount: Element | ShadowRoot): Element | null {
  const parent = element.assignedSlot ?? element.parentNode
  if (parent === mount) return null
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null
}

/** Source: CSS Positioned Layout 3 and its neighbours, "stacking context"; the outermost decides. */
function makesStackingContext(style: CSSStyleDeclaration): boolean {
  return (
    (style.zIndex !== 'auto' && style.zIndex !== '') ||
    style.position === 'fixed' ||
    style.position === 'sticky' ||
    style.isolation === 'isolate' ||
    Number(style.opacity || 1) < 1 ||
    isTransformed(style)
  )
}

function isTransformed(style: CSSStyleDeclaration): boolean {
  return (
    [style.transform, style.translate, style.rotate, style.scale].some(
      (value) => value !== '' && value !== 'none',
    ) || /transform|translate|rotate|scale/.test(style.willChange)
  )
}
