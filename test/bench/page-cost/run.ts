/**
 * What the content script costs a page: `npm run bench -- page-cost`, or some parts of it by their names.
 * Processor time of the page's main thread, from traces of Chromium; medians. In the same run an extension
 * that does nothing, and one that goes through everything each second, have the same pages.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const names = process.argv.slice(2)
const unknown = names.find((name) => !(name in PARTS))
if (unknown) throw new Error(`No part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'touchstone-page-cost-'))
const stage = await openStage(folder)
try {
  for (const [name, print] of Object.entries(PARTS))
    if (names.length === 0 || names.includes(name)) await print(stage)
} finally {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
}
