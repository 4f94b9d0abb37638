/** Builds both extensions from the one source: dist/chrome and dist/firefox. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))

for (const target of ['chrome', 'firefox']) {
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TOUCHSTONE_TARGET: target },
  })
  if (status !== 0) process.exit(status ?? 1)
}
