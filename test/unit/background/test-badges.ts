import { PNG } from 'pngjs'
import { bakePng, type BakePngOptions } from '../../../src/verifier/unbake/bake'
import type { Script } from './fake-verifier'

/** By the number of bytes: a large one takes longer to make than most tests. */
const MADE = new Map<number, Uint8Array>()

/** A PNG without badge data; with `noise`, of about that many bytes. */
export function plainPng(noise = 0): Uint8Array {
  const made = MADE.get(noise) ?? newPng(noise)
  MADE.set(noise, made)
  return made.slice()
}

function newPng(noise: number): Uint8Array {
  const side = Math.max(4, Math.ceil(Math.sqrt(noise / 4)))
  const png = new PNG({ width: side, height: side })
  let state = 1
  for (let at = 0; at < png.data.length; at++) {
    // A linear congruential generator: noise that does not compress, the same in every run.
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    png.data[at] = noise > 0 ? state >>> 16 : 255
  }
  return new Uint8Array(PNG.sync.write(png))
}

export function badgePng(
  script: Script,
  { noise = 0, ...options }: Partial<BakePngOptions> & { noise?: number } = {},
): Uint8Array {
  return bakePng(plainPng(noise), JSON.stringify(script), { keyword: 'openbadges', ...options })
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

export function dataUrl(bytes: Uint8Array): string {
  return `data:image/png;base64,${base64(bytes)}`
}
