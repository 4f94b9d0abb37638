/**
 * The study behind the thresholds of `compareArtwork`: pairs of pictures that are the same to a person, or are
 * not, how far apart they are, and what each threshold would say of them. Nothing here is timed.
 */
import {
  compareArtwork,
  THRESHOLDS,
  type Comparison,
} from '../../src/verifier/artwork/compare-artwork'
import type { Pixels } from '../../src/verifier/artwork/pixels'
import { HARMLESS, RECOLOURED } from '../fixtures/artwork/alterations'
import { emblems, pixelsOf, scattered } from '../fixtures/artwork/pictures'

/** Where the line between "the same" and "another" shape could be drawn. */
const LINES = [0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4]

interface Group {
  pairs: string
  compared: Comparison[]
}

export function printArtworkStudy(): void {
  const drawn = emblems().map((emblem) => ({ ...emblem, picture: pixelsOf(emblem) }))
  const photographs = [1, 2, 3, 4, 5, 6].map(scattered)
  const all = [...drawn.map(({ picture }) => picture), ...photographs]
  const same = altered(HARMLESS, all)
  const swapped: Group[] = [
    {
      pairs: 'another frame',
      compared: pairsOf(drawn, drawn, (a, b) => a.frame !== b.frame),
    },
    {
      pairs: 'a photograph for an emblem',
      compared: pairsOf(
        drawn,
        photographs.map((picture) => ({ picture })),
      ),
    },
  ]
  const alikeToEye: Group[] = [
    {
      pairs: 'same frame, other letters',
      compared: pairsOf(drawn, drawn, (a, b) => a.frame === b.frame),
    },
  ]
  console.log('\nArtwork: the same picture, on its way to a page\n')
  console.table(same.map(row))
  console.log('\nArtwork: the same shapes in other colours\n')
  console.table(altered(RECOLOURED, all).map(row))
  console.log('\nArtwork: other pictures, and others of one series\n')
  console.table([...swapped, ...alikeToEye].map(row))
  printLines(same, swapped)
}

/** False alarms: the same picture called different. Missed: another picture that is not. */
function printLines(same: Group[], swapped: Group[]): void {
  const harmless = same.flatMap(({ compared }) => compared)
  const other = swapped.flatMap(({ compared }) => compared)
  const share = (group: Comparison[], count: number): string =>
    `${count} of ${group.length} (${((100 * count) / group.length).toFixed(1)} %)`
  const beyond = (group: Comparison[], line: number): number =>
    group.filter(({ shape = 0 }) => shape >= line).length
  console.log(`\nArtwork: where to call a picture different (ours: ${THRESHOLDS.otherShape})\n`)
  console.table(
    LINES.map((line) => ({
      'shape from': line,
      'false alarms': share(harmless, beyond(harmless, line)),
      missed: share(other, other.length - beyond(other, line)),
    })),
  )
}

function altered(
  alterations: Record<string, (picture: Pixels) => Pixels>,
  pictures: Pixels[],
): Group[] {
  return Object.entries(alterations).map(([pairs, alter]) => ({
    pairs,
    compared: pictures.map((picture) => compareArtwork(alter(picture), picture)),
  }))
}

/** Every two once, where they are of the same list. */
function pairsOf<One extends { picture: Pixels }, Other extends { picture: Pixels }>(
  ones: One[],
  others: Other[],
  isWanted: (one: One, other: Other) => boolean = () => true,
): Comparison[] {
  return ones.flatMap((one, at) =>
    others
      .slice(Object.is(ones, others) ? at + 1 : 0)
      .filter((other) => isWanted(one, other))
      .map((other) => compareArtwork(one.picture, other.picture)),
  )
}

function row({ pairs, compared }: Group): Record<string, string | number> {
  const shapes = compared.map(({ shape = NaN }) => shape).toSorted((a, b) => a - b)
  const tints = compared.map(({ tint }) => tint).toSorted((a, b) => a - b)
  const count = (wanted: Comparison['outcome']): number =>
    compared.filter(({ outcome }) => outcome === wanted).length
  return {
    pairs,
    'shape, least': at(shapes, 0),
    median: at(shapes, 0.5),
    most: at(shapes, 1),
    'tint, median': at(tints, 0.5),
    alike: count('alike'),
    unsure: count('unsure'),
    different: count('different'),
  }
}

function at(sorted: number[], share: number): string {
  return (sorted[Math.round(share * (sorted.length - 1))] ?? NaN).toFixed(3)
}
