/** Source in, the three archives out: built in a folder of their own, looked through, packed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAside } from './build-aside.mjs'
import { lintFirefox } from './lint-firefox.mjs'
import { storeProblems } from './store-rules.mjs'
import { zipOf } from './zip.mjs'

/**
 * @param {{ name: string, bytes: Uint8Array, executable?: boolean }[]} sources every file of the commit
 * @param {{ root: string, parent: string, umask: number, env: Record<string, string> }} machine where the
 *   dependencies are, where to make the folder of the build, and what a build might depend on
 * @returns {Map<string, Uint8Array>} zips by their file names
 * @throws where versions differ, the build fails, or a package has what its store refuses
 */
export function archivesOf(sources, { root, parent, umask, env }) {
  const version = versionOf(sources)
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'build-'))
  const before = process.umask(umask)
  try {
    const modules = join(root, 'node_modules')
    const built = buildAside(sources, folder, modules, env)
    for (const [target, files] of Object.entries(built))
      demandFit(target, storeProblems(files, { version, folders: [folder, root] }))
    lintFirefox(join(folder, 'dist/firefox'), modules)
    return new Map([
      [`touchstone-chrome-${version}.zip`, zipOf(built.chrome)],
      [`touchstone-firefox-${version}.zip`, zipOf(built.firefox)],
      [`touchstone-source-${version}.zip`, zipOf(sources)],
    ])
  } finally {
    process.umask(before)
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {{ name: string, bytes: Uint8Array }[]} sources
 * @returns {string} the version that package.json, its lock and the manifest all have
 * @throws where they have not
 */
export function versionOf(sources) {
  const [own, lock, manifest] = ['package.json', 'package-lock.json', 'manifest.json'].map(
    (name) => {
      const file = sources.find((source) => source.name === name)
      return file && JSON.parse(Buffer.from(file.bytes).toString()).version
    },
  )
  if (own !== undefined && own === lock && own === manifest) return own
  throw new Error(
    `package.json has version ${own}, package-lock.json ${lock}, manifest.json ${manifest}: give all three the same.`,
  )
}

function demandFit(target, problems) {
  if (problems.length === 0) return
  throw new Error(`The package for ${target} is not fit for its store:\n${problems.join('\n')}`)
}
