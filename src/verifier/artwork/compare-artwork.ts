/**
 * Do two pictures look alike to a person? They are compared from afar and with caution: "different" has
 * to be meant, since it makes an authentic badge one to look at. A pure function of the pixels.
 */
import { backdropsOf, contentBox, flattened } from './backdrop'
import { scaledDown, type Box, type Colour, type Pixels } from './pixels'
import { distanceOf, sketchOf, type Sketch } from './sketch'

export type Likeness = 'alike' | 'different' | 'unsure'

export interface Comparison {
  outcome: Likeness
  /** 0: the same shapes, 0.5: nothing in common; absent where a picture shows nothing. */
  shape?: number
  /** 0: the same colours, 1: opposite ones. */
  tint: number
}

/**
 * Where the lines are drawn; `test/bench/artwork.bench.ts` is the study behind them, and prints what others
 * would do. Of 420 pictures that are still the same, none comes near the upper one (at most 0.18); of 180 that are
 * others, 153 lie beyond it, and the rest are emblems in frames that resemble each other.
 */
export const THRESHOLDS = {
  /** Up to here shapes are the same: a ribbon across an emblem stays below. */
  sameShape: 0.14,
  /** From here on they are others. Between the two nobody is accused. */
  otherShape: 0.28,
  /** Up to here colours are the same; beyond, the same picture may have been recoloured. */
  sameTint: 0.08,
} as const

/**
 * Resizing, recompression, another format, a margin, another background, another ratio of the sides, a
 * ribbon, a caption or a cut edge leave two pictures alike. Other colours on the same shapes are `unsure`: it
 * may be another level of the same badge, or a site that shows it in grey.
 */
export function compareArtwork(one: Pixels, other: Pixels): Comparison {
  const { shape, tint } = nearest(one, other)
  if (shape === undefined) return { outcome: 'unsure', tint }
  return { outcome: likeness(shape, tint), shape, tint }
}

function likeness(shape: number, tint: number): Likeness {
  if (shape >= THRESHOLDS.otherShape) return 'different'
  return shape <= THRESHOLDS.sameShape && tint <= THRESHOLDS.sameTint ? 'alike' : 'unsure'
}

/** The distance where the two are laid on each other so that they fit best. */
function nearest(one: Pixels, other: Pixels): { shape: number | undefined; tint: number } {
  const [first, second] = [scaledDown(one), scaledDown(other)]
  const [behindFirst, behindSecond] = backdropsOf(first, second)
  const a = viewOf(first, behindFirst)
  const b = viewOf(second, behindSecond)
  const pairs: [Sketch, Sketch][] = [
    [a.sketch, b.sketch],
    [a.whole.sketch, b.whole.sketch],
    ...windows(b, a).map((part) => pair(a.sketch, part)),
    ...windows(a, b).map((part) => pair(part, b.sketch)),
    ...windows(b.whole, a.whole).map((part) => pair(a.whole.sketch, part)),
    ...windows(a.whole, b.whole).map((part) => pair(part, b.whole.sketch)),
  ]
  const distances = pairs.map(([x, y]) => distanceOf(x, y))
  return distances.reduce((best, each) => (apart(each) < apart(best) ? each : best))
}

function pair(one: Sketch, other: Sketch): [Sketch, Sketch] {
  return [one, other]
}

/** What shows nothing fits nowhere. */
function apart({ shape = 1, tint }: { shape: number | undefined; tint: number }): number {
  return shape + tint
}

/** Part of an opaque picture. */
interface View {
  flat: Pixels
  box: Box
  sketch: Sketch
}

/** What stands on the backdrop, and the whole of the picture. */
function viewOf(picture: Pixels, behind: Colour): View & { whole: View } {
  const flat = flattened(picture, behind)
  const all = { left: 0, top: 0, width: flat.width, height: flat.height }
  const view = (box: Box): View => ({ flat, box, sketch: sketchOf(flat, box) })
  return { ...view(contentBox(flat, behind)), whole: view(all) }
}

/** Share of each side that is left where the edges were cut off. */
const CUT = 0.85

/** Ratios of sides that differ by less are the same. */
const SAME_RATIO = 1.05

/**
 * Parts of a picture that may be all that the other one shows: without its edges, and, where something
 * was put beside or below it, parts in the proportions of the other.
 */
function windows({ flat, box }: View, { box: { width, height } }: View): Sketch[] {
  const ratio = width / height
  const own = box.width / box.height
  const cut = part(box, CUT * box.width, CUT * box.height, 0.5)
  const isSame = Math.max(ratio / own, own / ratio) < SAME_RATIO
  const size: [number, number] =
    own > ratio ? [box.height * ratio, box.height] : [box.width, box.width / ratio]
  const parts = isSame ? [] : [0, 0.5, 1].map((place) => part(box, ...size, place))
  return [cut, ...parts].map((each) => sketchOf(flat, each))
}

/** @param place 0: at the left and top, 1: at the right and bottom */
function part(box: Box, width: number, height: number, place: number): Box {
  return {
    left: box.left + (box.width - width) * place,
    top: box.top + (box.height - height) * place,
    width,
    height,
  }
}
