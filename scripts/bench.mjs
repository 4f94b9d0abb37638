/**
 * Builds the extension, then times it against its peers in one process and prints ratios; or, called with
 * `page-cost`, measures what it costs the pages that a browser shows; or, with `opening`, how long its own
 * pages take to open. What follows chooses among its parts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(command, ...args) {
  const { status } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(new URL('../node_modules', import.meta.url))) {
  console.error('The packages are not installed yet. Run "npm ci" first, then "npm run bench".')
  process.exit(1)
}
run('scripts/build.mjs')
const [suite, ...parts] = process.argv.slice(2)
if (suite === undefined) run('node_modules/tsx/dist/cli.mjs', 'test/bench/run.ts')
else if (suite === 'page-cost' || suite === 'opening') {
  run('node_modules/tsx/dist/cli.mjs', `test/bench/${suite}/run.ts`, ...parts)
} else {
  console.error(`There is no bench "${suite}": leave it out, or name "page-cost" or "opening".`)
  process.exit(1)
}
