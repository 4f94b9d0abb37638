/**
 * What the content script costs a page: `npm run bench -- page-cost`, or some parts of it by their names.
 * Processor time of the page's main thread, from traces of Chromium; medians. In the same run an extension
 * that does nothing, and one that goes through everything each second, have the same pages.
 *
 * Of `still` and `moving` it takes the cases of one size, one number of images or one motion, measured so many
 * times: `npm run bench -- page-cost still --elements=10000 --images=20 --runs=3` is one budget in two minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readChoice } from './choice'
import { printIdle } from './idle'
import { printMemory } from './memory'
import { printMoving, printStill } from './scripts'
import { printSize } from './size'
import { openStage } from './stage'
import { printTraffic } from './traffic'

const PARTS = {
  size: printSize,
  idle: printIdle,
  still: printStill,
  moving: printMoving,
  traffic: printTraffic,
  memory: printMemory,
}

const choice = readChoice(process.argv.slice(2))
const unknown = choice.parts.find((name) => !(name in PARTS))
if (unknown) throw new Error(`No part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'touchstone-page-cost-'))
const stage = await openStage(folder)
try {
  for (const [name, print] of Object.entries(PARTS))
    if (choice.parts.length === 0 || choice.parts.includes(name)) await print(stage, choice)
} finally {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
}
