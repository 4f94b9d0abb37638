/** What has to be there before anything can run: dependencies, and both builds. No imports but Node. */
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs what the lock names, where nothing is installed or the lock has changed since. */
export function installDependencies() {
  const marker = `${root}node_modules/.package-lock.json`
  const lock = `${root}package-lock.json`
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  // npm would empty the folder that a link leads to, which others may be using.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(
      'node_modules is a link, and is older than package-lock.json: run "npm ci" where it leads to.',
    )
  // Standard output may belong to what is run next.
  console.error('Installing dependencies.')
  // npm is a script on Windows, which only a shell starts.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', 2, 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm ci failed; see above.')
}

/** Builds dist/chrome and dist/firefox. */
export function build() {
  const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The build failed; see above.')
}

/** Path of a script that a dependency brings, to be run by this very Node. */
export function toolPath(script) {
  return `${root}node_modules/${script}`
}
