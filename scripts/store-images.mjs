/** `npm run store-images`: builds the extension and takes the stores' pictures of it, into docs/store/images/. */
import { spawnSync } from 'node:child_process'
import { build, installDependencies, root, toolPath } from './prepare.mjs'

try {
  installDependencies()
  build()
  const { chromium } = await import('./browsers.mjs')
  process.env.CHROMIUM_PATH = await chromium()
  const { status } = spawnSync(
    process.execPath,
    [toolPath('tsx/dist/cli.mjs'), `${root}test/store-images/run.ts`],
    { cwd: root, stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
