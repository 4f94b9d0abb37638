import { PNG } from 'pngjs'

/**
 * Without alpha, as the Chrome Web Store demands ("24-bit PNG (no alpha)"), and as small as one of the filters of
 * PNG makes it.
 */
export function asStorePng(bytes: Uint8Array): Buffer {
  const png = PNG.sync.read(Buffer.from(bytes))
  const written = [0, 1, 2, 3, 4, -1].map((filterType) =>
    PNG.sync.write(png, {
      ...{ colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0 },
      ...{ filterType: filterType as 0 },
    }),
  )
  return written.reduce((best, each) => (each.length < best.length ? each : best))
}
