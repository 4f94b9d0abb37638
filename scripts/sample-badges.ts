/**
 * Writes the badges of the sample page into src/pages/sample/badges/: `npx tsx scripts/sample-badges.ts`. Needed only
 * when test/fixtures/sample-badges.ts has changed; a test says so.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { sampleBadges } from '../test/fixtures/sample-badges'

const folder = new URL('../src/pages/sample/badges/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, file] of Object.entries(await sampleBadges())) {
  writeFileSync(new URL(`${name}.png`, folder), file)
  console.log(`${name}.png: ${file.length} bytes`)
}
