import { BLACK, eachPixel, WHITE, type Box, type Colour, type Pixels } from './pixels'
import { cellOf, CELLS } from './sketch'

/** Channels that a colour may differ by, summed, and still be the background: recompression moves it. */
const SAME_COLOUR = 60

/** Alpha below which a corner is transparent. */
const OPAQUE = 128

/** Average of what a cell's pixels differ by from the background, summed, where something is in it. */
const FILLED = 6

/** Alpha below which a page can be seen through it. */
const CLEAR = 250

/** Share of transparent pixels that says nothing. */
const SEEN_THROUGH = 0.01

/**
 * The colours to put behind two pictures. Whoever flattens a transparent picture chooses what is behind
 * it; so a transparent one is put on what the other stands on, else on white.
 */
export function backdropsOf(one: Pixels, other: Pixels): [one: Colour, other: Colour] {
  const [first, second] = [cornerOf(one), cornerOf(other)]
  return [first ?? second ?? WHITE, second ?? first ?? WHITE]
}

/** The colour of the corners, of the four the median in each channel; undefined: transparent. */
function cornerOf({ width, height, data }: Pixels): Colour | undefined {
  const corners = [0, width - 1, (height - 1) * width, height * width - 1]
  const [red, green, blue, alpha] = [0, 1, 2, 3].map((channel) => {
    const values = corners.map((corner) => data[corner * 4 + channel] ?? 0)
    return values.toSorted((a, b) => a - b)[1] ?? 0
  }) as [number, number, number, number]
  return alpha < OPAQUE ? undefined : [red, green, blue]
}

/** Black behind what is seen on something light, white otherwise: what one hides the other shows. */
export function oppositeOf([red, green, blue]: Colour): Colour {
  return red + green + blue > (3 * 255) / 2 ? BLACK : WHITE
}

/** Is more of it transparent than rounded corners are? */
export function isSeenThrough({ width, height, data }: Pixels): boolean {
  let count = 0
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) < CLEAR) count++
  return count > SEEN_THROUGH * width * height
}

/** The picture on another backdrop than it came with: what is even from its edges on is taken for that. */
export function transferred(picture: Pixels, from: Colour, to: Colour): Pixels {
  const { width, height, data } = flattened(picture, to)
  const reached = new Uint8Array(width * height)
  const next: number[] = []
  const reach = (at: number): void => {
    if (reached[at] || distance(picture.data, at * 4, from) > SAME_COLOUR) return
    reached[at] = 1
    next.push(at)
  }
  for (let x = 0; x < width; x++) [x, (height - 1) * width + x].forEach(reach)
  for (let y = 0; y < height; y++) [y * width, y * width + width - 1].forEach(reach)
  for (let at; (at = next.pop()) !== undefined;) {
    data.set(to, at * 4)
    if (at % width > 0) reach(at - 1)
    if (at % width < width - 1) reach(at + 1)
    if (at >= width) reach(at - width)
    if (at < width * (height - 1)) reach(at + width)
  }
  return { width, height, data }
}

/** The picture on a backdrop: opaque. */
export function flattened(
  { width, height, data }: Pixels,
  backdrop: Colour,
): Pixels & { data: Uint8Array } {
  const flat = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255
    for (let channel = 0; channel < 3; channel++)
      flat[at + channel] =
        (data[at + channel] ?? 0) * alpha + (backdrop[channel] ?? 0) * (1 - alpha)
    flat[at + 3] = 255
  }
  return { width, height, data: flat }
}

/** The part that is not backdrop; all of it where everything is. */
export function contentBox({ width, height, data }: Pixels, behind: Colour): Box {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (distance(data, at, behind) <= SAME_COLOUR) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return { left: 0, top: 0, width, height }
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/**
 * The parts of a picture in which there is something, be it pale: who paints chooses the corners, and with them what
 * counts as background. Cells of a grid, since a letter fills little of the place that it takes.
 */
export function filledCells(picture: Pixels, behind: Colour): Box[] {
  const { width, height, data } = picture
  const whole = { left: 0, top: 0, width, height }
  const cells = Array.from({ length: CELLS }, (_, cell) => cellOf(whole, cell))
  return cells.filter((cell) => {
    let [sum, count] = [0, 0]
    eachPixel(picture, cell, (at) => {
      sum += distance(data, at, behind)
      count++
    })
    return sum > FILLED * count
  })
}

function distance(data: Pixels['data'], at: number, [red, green, blue]: Colour): number {
  return (
    Math.abs((data[at] ?? 0) - red) +
    Math.abs((data[at + 1] ?? 0) - green) +
    Math.abs((data[at + 2] ?? 0) - blue)
  )
}
