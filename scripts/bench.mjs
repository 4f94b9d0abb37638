/** Builds the extension, then times it against its peers in one process and prints ratios. */
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
run('node_modules/tsx/dist/cli.mjs', 'test/bench/run.ts')
