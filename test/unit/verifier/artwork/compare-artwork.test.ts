import { describe, expect, it } from 'vitest'
import { compareArtwork } from '../../../../src/verifier/artwork/compare-artwork'
import type { Pixels } from '../../../../src/verifier/artwork/pixels'
import { drawn, HARMLESS, RECOLOURED, resized } from '../../../fixtures/artwork/alterations'
import type { Emblem } from '../../../fixtures/artwork/emblem'
import { pixelsOf, scattered } from '../../../fixtures/artwork/pictures'

const PARTICIPATION: Emblem = {
  frame: 'square',
  colours: ['#5b6470', '#2b2f36'],
  initials: 'P',
}
const GOLD: Emblem = { ...PARTICIPATION, frame: 'medal', colours: ['#b9821a', '#7d5300'] }

const shown = pixelsOf(PARTICIPATION)
const gold = pixelsOf(GOLD)
const photograph = scattered(1)

describe('what happens to a picture on its way', () => {
  it.each(Object.entries(HARMLESS))('%s: still alike', (_, alter) => {
    expect(compareArtwork(alter(shown), shown)).toMatchObject({ outcome: 'alike' })
    expect(compareArtwork(shown, alter(shown))).toMatchObject({ outcome: 'alike' })
  })

  it.each(Object.entries(HARMLESS))('%s: not called different of a photograph', (name, alter) => {
    expect(compareArtwork(alter(photograph), photograph).outcome, name).not.toBe('different')
  })
})

describe('another picture is different', () => {
  it.each<[string, Pixels, Pixels]>([
    ['an emblem of another frame', gold, shown],
    ['a photograph', photograph, shown],
    ['another photograph', scattered(2), photograph],
    ['the negative', RECOLOURED.negative!(shown), shown],
  ])('%s', (_, one, other) => {
    expect(compareArtwork(one, other).outcome).toBe('different')
    expect(compareArtwork(other, one).outcome).toBe('different')
  })

  it('however small, recompressed or framed it is', () => {
    for (const alter of Object.values(HARMLESS))
      expect(compareArtwork(alter(gold), shown).outcome).toBe('different')
  })
})

describe('nobody is accused', () => {
  it('of other colours on the same shapes, nor is that called alike', () => {
    const bronze = pixelsOf({ ...PARTICIPATION, colours: ['#b9821a', '#7d5300'] })
    const violet = pixelsOf({ ...PARTICIPATION, colours: ['#6a4fb5', '#3b2a72'] })
    expect(compareArtwork(bronze, violet)).toMatchObject({ outcome: 'unsure' })
  })

  it('where a picture shows nothing', () => {
    const blank = drawn(100, 100, () => [250, 250, 250, 255])
    const empty = drawn(100, 100, () => [0, 0, 0, 0])
    for (const nothing of [blank, empty]) {
      const { outcome, shape } = compareArtwork(nothing, shown)
      expect({ outcome, shape }).toEqual({ outcome: 'unsure', shape: undefined })
      expect(compareArtwork(nothing, nothing).outcome).toBe('unsure')
    }
  })

  it('where there is but one pixel', () => {
    const pixel = drawn(1, 1, () => [10, 20, 30, 255])
    expect(compareArtwork(pixel, shown).outcome).toBe('unsure')
  })
})

describe('the genuine picture in one that is mostly something else', () => {
  it.each([1 / 3, 1 / 2, 3 / 4, 7 / 8])('%d of it: neither alike nor different', (share) => {
    expect(compareArtwork(besidePanel(shown, share), shown).outcome).toBe('unsure')
  })

  it('below it, too, and with a photograph in place of text', () => {
    expect(compareArtwork(abovePhotograph(shown), shown).outcome).not.toBe('alike')
  })

  it('a narrow panel beside it leaves it alike', () => {
    expect(compareArtwork(besidePanel(shown, 1 / 5), shown).outcome).toBe('alike')
  })
})

describe('what one page hides and another one shows', () => {
  const WHITE_INK: Rgba = [255, 255, 255, 255]
  const BLACK_INK: Rgba = [0, 0, 0, 255]
  const onNothing = drawn(240, 240, (x, y) => inkAt(shown, x, y))

  it.each([
    ['white letters on nothing, beside the picture', shown, WHITE_INK],
    ['black letters on nothing, where the issuer has it on black', onBlack(shown), BLACK_INK],
  ])('%s: not alike', (_, issuers, ink) => {
    const lettered = besideLetters(onNothing, ink)
    expect(compareArtwork(lettered, issuers).outcome).toBe('unsure')
  })

  it.each([0, 100, 128, 200])('white letters on white of alpha %i', (alpha) => {
    const lettered = besideLetters(onNothing, WHITE_INK)
    const half = drawn(lettered.width, lettered.height, (x, y) => {
      const [red, green, blue, own] = inkAt(lettered, x, y)
      return own > 0 ? [red, green, blue, own] : [255, 255, 255, alpha]
    })
    expect(compareArtwork(half, shown).outcome).not.toBe('alike')
  })

  it('opaque corners hide no letters either', () => {
    const lettered = besideLetters(onNothing, WHITE_INK)
    const { width, height } = lettered
    const cornered = drawn(width, height, (x, y) =>
      (x < 2 || x > width - 3) && (y < 2 || y > height - 3) ? WHITE_INK : inkAt(lettered, x, y),
    )
    expect(compareArtwork(cornered, shown).outcome).not.toBe('alike')
  })

  it.each([60, 150, 190, 340])(
    'a picture with a white ring, of %i pixels, is like itself',
    (side) => {
      const ringed = drawn(side, side, (x, y) => {
        const from = Math.hypot(x - side / 2 + 0.5, y - side / 2 + 0.5) / side
        if (from > 0.5) return [0, 0, 0, 0]
        return from > 0.42 ? WHITE_INK : [20, x % 20 < 10 ? 60 : 160, 140, 255]
      })
      expect(compareArtwork(ringed, ringed).outcome).toBe('alike')
    },
  )

  it('a white picture on nothing is like itself, and like no other', () => {
    const star = (points: number): Pixels =>
      drawn(160, 160, (x, y) => {
        const turn = Math.cos(points * Math.atan2(y - 80, x - 80))
        return Math.hypot(x - 80, y - 80) < 50 + 25 * turn ? WHITE_INK : [0, 0, 0, 0]
      })
    expect(compareArtwork(star(5), star(5)).outcome).toBe('alike')
    expect(compareArtwork(star(5), star(2)).outcome).not.toBe('alike')
    expect(compareArtwork(star(5), shown).outcome).not.toBe('alike')
  })

  it('a dark picture on nothing is like itself, though nobody sees it on black', () => {
    const dark = drawn(100, 100, (x, y) =>
      (x - 50) ** 2 + (y - 50) ** 2 < 900 && x % 20 < 12 ? BLACK_INK : [0, 0, 0, 0],
    )
    expect(compareArtwork(dark, dark).outcome).toBe('alike')
  })
})

describe('pale letters around a small picture', () => {
  const canvas = (paper: Rgba, corner: Rgba, ink: Rgba): Pixels =>
    drawn(480, 480, (x, y) => {
      const isCorner = (x < 8 || x >= 472) && (y < 8 || y >= 472)
      if (isCorner) return corner
      if (x < 160 && y >= 320 && inkAt(small, x, y - 320)[3] > 0) return inkAt(small, x, y - 320)
      const isLetter = y < 300 && Math.floor(y / 60) % 2 === 0 && Math.floor(x / 20) % 3 > 0
      return isLetter ? ink : paper
    })
  const small = resized(shown, 160, 160)
  const grey = (value: number): Rgba => [value, value, value, 255]

  it.each([
    ['on white', grey(255), grey(255), grey(236)],
    ['on white, with corners of a colour between', grey(255), grey(235), grey(215)],
    ['on grey, with corners of a colour between', grey(128), grey(148), grey(168)],
  ])('%s: not alike', (_, paper, corner, ink) => {
    expect(compareArtwork(canvas(paper, corner, ink), shown).outcome).not.toBe('alike')
  })

  it('without letters it is alike', () => {
    const plain = canvas(grey(255), grey(255), grey(255))
    expect(compareArtwork(plain, shown).outcome).toBe('alike')
  })
})

it('takes hidden colours under full transparency for what they look like: nothing', () => {
  const { width, height, data } = shown
  const hidden = Uint8ClampedArray.from(data, (value, at) =>
    data[at - (at % 4) + 3] === 0 && at % 4 < 3 ? 255 - value : value,
  )
  expect(compareArtwork({ width, height, data: hidden }, shown)).toMatchObject({
    outcome: 'alike',
    shape: 0,
    tint: 0,
  })
})

it('does not look at every pixel of a large picture', () => {
  const large = drawn(3000, 40, (x) => [x % 256, 90, 90, 255])
  expect(compareArtwork(large, large).outcome).toBe('alike')
})

/** At the left; lines of what looks like text take that share of the width. */
function besidePanel(picture: Pixels, share: number): Pixels {
  const width = Math.round(picture.width / (1 - share))
  return drawn(width, picture.height, (x, y) => {
    if (x < picture.width) return onWhite(picture, x, y)
    const isLetter = Math.floor(y / 8) % 2 === 0 && Math.floor(x / 5) % 3 > 0
    return isLetter ? [40, 40, 44, 255] : [235, 240, 250, 255]
  })
}

function abovePhotograph(picture: Pixels): Pixels {
  return drawn(picture.width, picture.height + photograph.height, (x, y) =>
    y < picture.height
      ? onWhite(picture, x, y)
      : onWhite(photograph, Math.min(x, photograph.width - 1), y - picture.height),
  )
}

/** Bars, as of large letters, on nothing, in the right half. */
function besideLetters(picture: Pixels, ink: Rgba): Pixels {
  const width = 2 * picture.width
  return drawn(width, picture.height, (x, y) => {
    if (x < picture.width) return inkAt(picture, x, y)
    return Math.floor(y / 24) % 2 === 0 ? ink : [0, 0, 0, 0]
  })
}

function onBlack(picture: Pixels): Pixels {
  return drawn(picture.width, picture.height, (x, y) => {
    const [red, green, blue, alpha] = inkAt(picture, x, y)
    return [(red * alpha) / 255, (green * alpha) / 255, (blue * alpha) / 255, 255]
  })
}

function inkAt({ width, data }: Pixels, x: number, y: number): Rgba {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)] as Rgba
}

type Rgba = [red: number, green: number, blue: number, alpha: number]

function onWhite({ width, data }: Pixels, x: number, y: number): Rgba {
  const at = (y * width + x) * 4
  const alpha = data[at + 3]! / 255
  const [r, g, b] = [0, 1, 2].map((c) => data[at + c]! * alpha + 255 * (1 - alpha)) as Rgba
  return [r, g, b, 255]
}
