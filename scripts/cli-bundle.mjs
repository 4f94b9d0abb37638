/** Builds `src/cli` for Node into .cache/cli, once for each state of its sources. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache', 'cli')

/** Everything that ends up in the bundle. */
const SOURCES = [
  'src/cli',
  'src/verifier',
  'src/discovery',
  'src/ui/wording',
  'public/_locales/en/messages.json',
  'scripts/cli-bundle.mjs',
  'package-lock.json',
]

/** A run that was started from an older build may still need it. */
const KEPT_MS = 86_400_000

/**
 * The folder with `bin.js` and `worker.js`, built if need be. Several may ask at the same moment, each on
 * a fresh clone: a build is made aside and appears whole or not at all.
 *
 * @returns {Promise<string>}
 */
export async function cliBundle() {
  const folder = join(cache, stateOf(SOURCES))
  if (existsSync(folder)) return folder
  const aside = join(cache, `making-${process.pid}`)
  await build(aside)
  try {
    renameSync(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(aside, { recursive: true, force: true })
  }
  removeOld(folder)
  return folder
}

/** Names, sizes and times of change: cheaper than contents, and a restored old file has a new time. */
function stateOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const status = statSync(path)
    if (status.isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
    } else {
      hash.update(`${path}\0${status.size}\0${status.mtimeMs}\0`)
    }
  }
  for (const path of paths) add(join(root, path))
  return hash.digest('hex').slice(0, 16)
}

async function build(outDir) {
  mkdirSync(cache, { recursive: true })
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['tinypool'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { bin: join(root, 'src/cli/bin.ts'), worker: join(root, 'src/cli/worker.ts') },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}

function removeOld(current) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name)
    const old = Date.now() - statSync(folder).mtimeMs > KEPT_MS
    if (folder !== current && old) rmSync(folder, { recursive: true, force: true })
  }
}
