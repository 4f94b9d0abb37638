/**
 * `npm start`: the demo, in a browser with the extension on it. Works on a fresh clone.
 *
 * With a display the browser stays open. Without one it runs headless, prints each badge with its
 * verdict, saves screenshots, and exits with 1 if any verdict is not the expected one.
 * `--headless` does so with a display, too.
 */
import { spawnSync } from 'node:child_process'
import { build, installDependencies, root, toolPath } from './prepare.mjs'

try {
  installDependencies()
  build()
  const { chromium } = await import('./browsers.mjs')
  process.env.CHROMIUM_PATH = await chromium()
  const headless = process.argv.includes('--headless') || !hasDisplay()
  const demo = [`${root}test/demo/start.ts`, ...(headless ? ['--headless'] : [])]
  const { status } = spawnSync(process.execPath, [toolPath('tsx/dist/cli.mjs'), ...demo], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function hasDisplay() {
  if (process.platform !== 'linux') return !process.env.CI
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
