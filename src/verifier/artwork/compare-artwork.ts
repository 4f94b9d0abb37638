/**
 * Do two pictures look alike to a person? They are compared from afar and with caution: "different" has
 * to be meant, since it makes an authentic badge one to look at. A pure function of the pixels.
 */
import {
  backdropsOf,
  contentBox,
  filledCells,
  flattened,
  isSeenThrough,
  oppositeOf,
  transferred,
} from './backdrop'
import { scaledDown, type Box, type Colour, type Pixels } from './pixels'
import { distanceOf, isBlank, sketchOf, type Sketch } from './sketch'

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
  /** Share of what is shown that has to be the same; a caption takes less than a fifth of it. */
  sameShare: 0.75,
} as const

/**
 * Resizing, recompression, another format, a margin, another background, another ratio of the sides, a
 * ribbon, a caption or a cut edge leave two pictures alike. Other colours on the same shapes are `unsure`: it
 * may be another level of the same badge, or a site that shows it in grey. So is a picture that has the other
 * one in it and something else beside it, or that shows something else on a page of another colour.
 */
export function compareArtwork(shown: Pixels, other: Pixels): Comparison {
  const [one, two] = [scaledDown(shown), scaledDown(other)]
  const [behindOne, behindTwo] = backdropsOf(one, two)
  const views = [viewOf(one, behindOne), viewOf(two, behindTwo)] as const
  const seen = compareViews(...views)
  // Of what is white on nothing, white shows nothing at all.
  const isUnseen = views.every(({ whole }) => isBlank(whole.sketch))
  if (!isSeenThrough(one) || (seen.outcome !== 'alike' && !isUnseen)) return seen
  // White letters on nothing cannot be seen on white, and can on many a page.
  const opposite = oppositeOf(behindOne)
  const a = viewOf(one, opposite)
  const b = viewOf(isSeenThrough(two) ? two : transferred(two, behindTwo, opposite), opposite)
  if (isBlank(a.whole.sketch) && isBlank(b.whole.sketch)) return seen
  const there = compareViews(a, b)
  if (there.outcome !== 'alike') return { ...seen, outcome: 'unsure' }
  return isUnseen ? there : seen
}

function compareViews(one: WholeView, other: WholeView): Comparison {
  const laid = laidOnEachOther(one, other)
  const { shape, tint } = nearest(laid)
  if (shape === undefined) return { outcome: 'unsure', tint }
  const outcome = likeness(shape, tint)
  const isInPart = outcome === 'alike' && !isMostlyAlike(laid, one)
  return { outcome: isInPart ? 'unsure' : outcome, shape, tint }
}

function likeness(shape: number, tint: number): Likeness {
  if (shape >= THRESHOLDS.otherShape) return 'different'
  return shape <= THRESHOLDS.sameShape && tint <= THRESHOLDS.sameTint ? 'alike' : 'unsure'
}

function isMostlyAlike(laid: Laid[], { flat, behind }: View): boolean {
  const cells = filledCells(flat, behind)
  return laid.some(
    ({ part, shape, tint }) =>
      shape !== undefined &&
      likeness(shape, tint) === 'alike' &&
      shareWithin(cells, part) >= THRESHOLDS.sameShare,
  )
}

interface Distance {
  shape: number | undefined
  tint: number
}

/** How far apart the two are where they are laid on each other in one way. */
interface Laid extends Distance {
  /** Of the first, what the other is laid on. */
  part: Box
}

function nearest(laid: Laid[]): Distance {
  return laid.reduce((best, each) => (apart(each) < apart(best) ? each : best))
}

/** In every way in which they may fit. */
function laidOnEachOther(a: WholeView, b: WholeView): Laid[] {
  const laid = (part: Part, { sketch }: Part): Laid => ({
    ...distanceOf(part.sketch, sketch),
    part: part.box,
  })
  return [
    laid(a, b),
    laid(a.whole, b.whole),
    ...windows(b, a).map((part) => laid(a, part)),
    ...windows(a, b).map((part) => laid(part, b)),
    ...windows(b.whole, a.whole).map((part) => laid(a.whole, part)),
    ...windows(a.whole, b.whole).map((part) => laid(part, b.whole)),
  ]
}

/** A cell on the edge counts. */
function shareWithin(cells: Box[], { left, top, width, height }: Box): number {
  const inside = cells.filter(
    (cell) =>
      cell.left < left + width &&
      left < cell.left + cell.width &&
      cell.top < top + height &&
      top < cell.top + cell.height,
  )
  return inside.length / cells.length
}

/** What shows nothing fits nowhere. */
function apart({ shape = 1, tint }: Distance): number {
  return shape + tint
}

/** Part of a picture. */
interface Part {
  box: Box
  sketch: Sketch
}

/** The same, with the opaque picture that it is of, and what it stands on. */
interface View extends Part {
  flat: Pixels
  behind: Colour
}

/** What stands on the backdrop, and the whole of the picture. */
interface WholeView extends View {
  whole: View
}

function viewOf(picture: Pixels, behind: Colour): WholeView {
  const flat = flattened(picture, behind)
  const all = { left: 0, top: 0, width: flat.width, height: flat.height }
  const view = (box: Box): View => ({ flat, behind, box, sketch: sketchOf(flat, box) })
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
function windows({ flat, box }: View, { box: { width, height } }: View): Part[] {
  const ratio = width / height
  const own = box.width / box.height
  const cut = part(box, CUT * box.width, CUT * box.height, 0.5)
  const isSame = Math.max(ratio / own, own / ratio) < SAME_RATIO
  const size: [number, number] =
    own > ratio ? [box.height * ratio, box.height] : [box.width, box.width / ratio]
  const parts = isSame ? [] : [0, 0.5, 1].map((place) => part(box, ...size, place))
  return [cut, ...parts].map((each) => ({ box: each, sketch: sketchOf(flat, each) }))
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
