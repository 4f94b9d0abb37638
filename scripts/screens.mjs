/**
 * Shows every page in every state with a stand-in for the browser, takes a picture of each into
 * .cache/screens/ and lets axe look at it: `npm run screens [part of a name]`. Needs Chromium
 * (CHROMIUM_PATH names another one). The pictures are listed in test/screens/shots/.
 */
import { spawnSync } from 'node:child_process'
import { root, toolPath } from './prepare.mjs'

const { status } = spawnSync(
  process.execPath,
  [toolPath('tsx/dist/cli.mjs'), 'test/screens/runner/run.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = status ?? 1
