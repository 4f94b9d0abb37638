/** Pictures of badges with nothing in them, as platforms and image services send them. */
import { PNG } from 'pngjs'
import { resized, drawn } from '../fixtures/artwork/alterations'
import { drawEmblem, type Emblem } from '../fixtures/artwork/emblem'
import { decoded } from '../fixtures/artwork/pictures'
import { drawSvgEmblem } from '../fixtures/artwork/svg-emblem'
import type { Pixels } from '../../src/verifier/artwork/pixels'

/** All awards of these pages look alike, since what they look like is not what is tested here. */
export const LOOK: Emblem = {
  frame: 'hexagon',
  colours: ['#3157c4', '#1c2f80'],
  initials: 'DA',
  stars: 2,
}

/** 240 × 240, and no credential. */
export function plainBadge(): Uint8Array {
  return drawEmblem(LOOK)
}

export function plainSvg(): string {
  return drawSvgEmblem(LOOK)
}

let small: Uint8Array | undefined

/** As image services shrink a badge, and lose all that is not picture: 150 × 150. */
export function strippedBadge(): Uint8Array {
  small ??= encoded(resized(decoded(plainBadge()), 150, 150))
  return small
}

/** The badge as a careless tool saves it, uncompressed: 230 kB. */
export function largeBadge(): Uint8Array {
  return encoded(decoded(plainBadge()), { deflateLevel: 0 })
}

/** No badge at all: a square of one colour, with sides in pixels. */
export function blank(width: number, height = width): Uint8Array {
  return encoded(drawn(width, height, () => [60, 90, 120, 255]))
}

export function encoded(
  { width, height, data }: Pixels,
  options: { deflateLevel?: number } = {},
): Uint8Array {
  const png = new PNG({ width, height })
  png.data.set(data)
  return new Uint8Array(PNG.sync.write(png, options))
}
