/** A decoded picture: RGBA, one byte a channel, straight alpha, row by row from the top left. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** Part of a picture, in pixels; the edges may lie between them. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Opaque colour: red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

export const WHITE: Colour = [255, 255, 255]
export const BLACK: Colour = [0, 0, 0]

/** Longest side on which pictures are compared, in pixels: what is smaller is detail. */
const MOST_SIDE = 192

/** The picture with at most 192 pixels a side, each the average of those that it stands for. */
export function scaledDown(pixels: Pixels): Pixels {
  const scale = MOST_SIDE / Math.max(pixels.width, pixels.height)
  if (scale >= 1) return pixels
  const width = Math.max(1, Math.round(pixels.width * scale))
  const height = Math.max(1, Math.round(pixels.height * scale))
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const box = {
        left: (x * pixels.width) / width,
        top: (y * pixels.height) / height,
        width: pixels.width / width,
        height: pixels.height / height,
      }
      data.set(average(pixels, box), (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

/** What is transparent has no colour, whatever stands there: alpha weighs. */
function average(pixels: Pixels, box: Box): [number, number, number, number] {
  let [red, green, blue, alpha, count] = [0, 0, 0, 0, 0]
  eachPixel(pixels, box, (at) => {
    const weight = pixels.data[at + 3] ?? 0
    red += (pixels.data[at] ?? 0) * weight
    green += (pixels.data[at + 1] ?? 0) * weight
    blue += (pixels.data[at + 2] ?? 0) * weight
    alpha += weight
    count++
  })
  const weight = Math.max(1, alpha)
  return [red / weight, green / weight, blue / weight, alpha / count]
}

/** Calls with the place of every pixel in a box, which has at least one. */
export function eachPixel(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  box: Box,
  visit: (at: number) => void,
): void {
  const [fromX, toX] = span(box.left, box.width, width)
  const [fromY, toY] = span(box.top, box.height, height)
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) visit((y * width + x) * 4)
  }
}

function span(from: number, length: number, size: number): [from: number, to: number] {
  const first = Math.min(size - 1, Math.max(0, Math.floor(from)))
  return [first, Math.min(size, Math.max(first + 1, Math.floor(from + length)))]
}
