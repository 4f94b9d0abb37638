import { WHITE, type Box, type Colour, type Pixels } from './pixels'

/** Channels that a colour may differ by, summed, and still be the background: recompression moves it. */
const SAME_COLOUR = 60

/** Alpha below which a corner is transparent. */
const OPAQUE = 128

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

/** The picture on a backdrop: opaque. */
export function flattened({ width, height, data }: Pixels, backdrop: Colour): Pixels {
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
export function contentBox({ width, height, data }: Pixels, [red, green, blue]: Colour): Box {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const distance =
        Math.abs((data[at] ?? 0) - red) +
        Math.abs((data[at + 1] ?? 0) - green) +
        Math.abs((data[at + 2] ?? 0) - blue)
      if (distance <= SAME_COLOUR) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return { left: 0, top: 0, width, height }
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}
