/** What of the bench is measured, as its arguments say: all of it takes the better part of an hour. */
import { parseArgs } from 'node:util'
import { MOTIONS } from './motions'
import type { PageShape } from './pages'

export interface Choice {
  /** Names of parts; none: all. */
  parts: string[]
  /** How often each case of `still` and `moving` is measured. */
  runs: number
  /** Whether this case of `still` or `moving` is measured. */
  takes: (shape: PageShape) => boolean
}

const USUAL_RUNS = 3

/** @throws where an argument is none of those, with a sentence that says which there are */
export function readChoice(args: readonly string[]): Choice {
  const option = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { elements: option, images: option, motion: option, runs: option },
  })
  const { motion } = values
  const motions: readonly string[] = MOTIONS
  if (motion !== undefined && !motions.includes(motion))
    throw new Error(`No motion "${motion}"; there are ${motions.join(', ')}`)
  const elements = countOf('elements', values.elements)
  const images = countOf('images', values.images)
  const runs = countOf('runs', values.runs) ?? USUAL_RUNS
  if (runs < 1) throw new Error('--runs takes a whole number from 1 on')
  return {
    parts: positionals,
    runs,
    takes: (shape) =>
      (elements ?? shape.elements) === shape.elements &&
      (images ?? shape.images) === shape.images &&
      (motion ?? shape.motion) === shape.motion,
  }
}

function countOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,6}$/.test(text)) throw new Error(`--${name} takes a whole number, and not "${text}"`)
  return Number(text)
}
