import { MOTIONS } from './motions'
import type { PageShape } from './pages'

export const MOST_PICTURES = 500
export const SMALLEST = { elements: 1_000, images: 0 }

export const STILL: PageShape[] = [1_000, 10_000, 50_000].flatMap((elements) =>
  [0, 20, MOST_PICTURES].map((images) => ({ elements, images })),
)

/** Of the size for which there is a budget. */
export const MOVING: PageShape[] = MOTIONS.map((motion) => ({
  elements: 10_000,
  images: 20,
  motion,
}))

/** Nothing that may be a badge, while fifty elements change sixty times a second. */
export const NOTHING: PageShape = { elements: 10_000, images: 0, motion: 'animation' }

/** Nothing that may be a badge, by their addresses. */
export const PHOTOGRAPHS: PageShape = {
  elements: 10_000,
  images: MOST_PICTURES,
  pictures: 'photographs',
}

export const LARGE: PageShape = { elements: 10_000, images: MOST_PICTURES, pictures: 'large' }

export function nameOf({ elements, images, motion, pictures }: PageShape): string {
  const shown = `${images} ${pictures ?? 'images'}`
  return [`${elements.toLocaleString('en')} elements`, shown, ...(motion ? [motion] : [])].join(
    ', ',
  )
}
