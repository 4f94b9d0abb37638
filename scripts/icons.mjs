// Draws public/icons/ from the geometry of src/ui/logo.tsx: a dark stone, a streak of gold, a tick.
import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

const SAMPLES = 8
const STONE = [0x26, 0x27, 0x2a]
const GOLD = [0xd9, 0xad, 0x55]
const WHITE = [0xff, 0xff, 0xff]

/** All in units of a 24 × 24 box. Small icons get a larger stone and heavier strokes. */
const FINE = { inset: 1, radius: 6, streak: 2.6, tick: 2.2 }
const SMALL = { inset: 0, radius: 5.5, streak: 3.2, tick: 3 }
const STREAK = [
  [5.5, 16.5],
  [14, 6.5],
]
const TICK = [
  [11, 15.6],
  [13.4, 18],
  [18.4, 12.4],
]
const SMALL_STREAK = [
  [4.9, 15.6],
  [12.6, 5.6],
]
const SMALL_TICK = [
  [10.6, 15.4],
  [13.5, 18.4],
  [19.2, 11.6],
]

const ICONS = [
  { size: 16, style: SMALL, streak: SMALL_STREAK, tick: SMALL_TICK },
  { size: 32, style: FINE, streak: STREAK, tick: TICK },
  { size: 48, style: FINE, streak: STREAK, tick: TICK },
  { size: 128, style: FINE, streak: STREAK, tick: TICK },
]

for (const icon of ICONS) {
  const file = new URL(`../public/icons/icon-${icon.size}.png`, import.meta.url)
  writeFileSync(file, PNG.sync.write(drawn(icon)))
}

function drawn({ size, style, streak, tick }) {
  const png = new PNG({ width: size, height: size })
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [red, green, blue, alpha] = averaged(x, y, size, (at) => {
        if (isNear(at, tick, style.tick / 2)) return WHITE
        if (isNear(at, streak, style.streak / 2)) return GOLD
        return isInStone(at, style) ? STONE : undefined
      })
      png.data.set([red, green, blue, alpha], (y * size + x) * 4)
    }
  return png
}

/** Mean colour of a pixel over a grid of samples; `colourAt` gives none outside the drawing. */
function averaged(x, y, size, colourAt) {
  const sum = [0, 0, 0]
  let hits = 0
  for (let row = 0; row < SAMPLES; row++)
    for (let column = 0; column < SAMPLES; column++) {
      const at = [x + (column + 0.5) / SAMPLES, y + (row + 0.5) / SAMPLES].map(
        (v) => (v * 24) / size,
      )
      const colour = colourAt(at)
      if (colour === undefined) continue
      hits++
      colour.forEach((value, channel) => (sum[channel] += value))
    }
  const alpha = Math.round((255 * hits) / SAMPLES ** 2)
  return [...sum.map((value) => (hits === 0 ? 0 : Math.round(value / hits))), alpha]
}

function isInStone([x, y], { inset, radius }) {
  const half = 12 - inset - radius
  const dx = Math.max(Math.abs(x - 12) - half, 0)
  const dy = Math.max(Math.abs(y - 12) - half, 0)
  return Math.hypot(dx, dy) <= radius
}

function isNear(point, line, distance) {
  return line.slice(1).some((end, index) => distanceTo(point, line[index], end) <= distance)
}

function distanceTo([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}
