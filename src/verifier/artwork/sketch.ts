import { eachPixel, type Box, type Pixels } from './pixels'

/** Cells a side. Finer ones tell letters from letters, and a picture from its own copy. */
const SIDE = 24
export const CELLS = SIDE * SIDE

/** Cells around one, on each side, whose average its lightness is seen against. */
const AROUND = 2

/** Deviation of lightness below which a sketch shows nothing, of 255. */
const FLAT = 2
const LEAST_SEEN = FLAT * FLAT * CELLS

/** A picture reduced to what it looks like from afar, its proportions left out. */
export interface Sketch {
  /** Of each cell, lightness against its surroundings: edges and shapes, whatever the colours. */
  shape: Float64Array
  /** Of each cell, blue and red difference (YCbCr, ITU-R BT.601): the colours, however light. */
  tint: Float64Array
}

/** @param picture opaque */
export function sketchOf(picture: Pixels, box: Box): Sketch {
  const light = new Float64Array(CELLS)
  const tint = new Float64Array(CELLS * 2)
  for (let cell = 0; cell < CELLS; cell++) {
    const [red, green, blue] = colourOf(picture, cellOf(box, cell))
    const lightness = 0.299 * red + 0.587 * green + 0.114 * blue
    light[cell] = lightness
    tint[cell * 2] = 0.564 * (blue - lightness)
    tint[cell * 2 + 1] = 0.713 * (red - lightness)
  }
  return { shape: againstSurroundings(light), tint }
}

/**
 * How far two sketches are apart. `shape`: 0 the same, 0.5 nothing in common, 1 the negative; undefined
 * where one of them shows nothing. `tint`: average difference in colour, 0 to 1.
 */
export function distanceOf(
  one: Sketch,
  other: Sketch,
): { shape: number | undefined; tint: number } {
  return { shape: shapeDistance(one.shape, other.shape), tint: tintDistance(one.tint, other.tint) }
}

/** Does it show nothing but one even surface? */
export function isBlank({ shape }: Sketch): boolean {
  return shape.reduce((sum, value) => sum + value * value, 0) < LEAST_SEEN
}

/** One of the cells of a box, row by row. */
export function cellOf({ left, top, width, height }: Box, cell: number): Box {
  const [column, row] = [cell % SIDE, Math.floor(cell / SIDE)]
  return {
    left: left + (column * width) / SIDE,
    top: top + (row * height) / SIDE,
    width: width / SIDE,
    height: height / SIDE,
  }
}

function colourOf(picture: Pixels, box: Box): [red: number, green: number, blue: number] {
  let [red, green, blue, count] = [0, 0, 0, 0]
  eachPixel(picture, box, (at) => {
    red += picture.data[at] ?? 0
    green += picture.data[at + 1] ?? 0
    blue += picture.data[at + 2] ?? 0
    count++
  })
  return [red / count, green / count, blue / count]
}

/** Without it any two emblems on white are alike: something dark in the middle. */
function againstSurroundings(light: Float64Array): Float64Array {
  return light.map((lightness, cell) => {
    const [column, row] = [cell % SIDE, Math.floor(cell / SIDE)]
    let [sum, count] = [0, 0]
    for (let y = Math.max(0, row - AROUND); y <= Math.min(SIDE - 1, row + AROUND); y++) {
      for (let x = Math.max(0, column - AROUND); x <= Math.min(SIDE - 1, column + AROUND); x++) {
        sum += light[y * SIDE + x] ?? 0
        count++
      }
    }
    return lightness - sum / count
  })
}

/** From their correlation, which knows neither brightness nor contrast. */
function shapeDistance(one: Float64Array, other: Float64Array): number | undefined {
  let [product, ofOne, ofOther] = [0, 0, 0]
  for (let cell = 0; cell < CELLS; cell++) {
    const [a, b] = [one[cell] ?? 0, other[cell] ?? 0]
    product += a * b
    ofOne += a * a
    ofOther += b * b
  }
  if (Math.min(ofOne, ofOther) < LEAST_SEEN) return undefined
  return (1 - product / Math.sqrt(ofOne * ofOther)) / 2
}

function tintDistance(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < CELLS * 2; at += 2)
    sum += Math.hypot((one[at] ?? 0) - (other[at] ?? 0), (one[at + 1] ?? 0) - (other[at + 1] ?? 0))
  return sum / CELLS / 255
}
