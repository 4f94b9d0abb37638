/** Builds what was committed in a folder of its own: what lies in dist/, or unsaved in the tree, has no part in it. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/**
 * @param {{ name: string, bytes: Uint8Array, executable?: boolean }[]} sources every file that the build may see
 * @param {string} folder that is empty
 * @param {string} modules the installed dependencies
 * @param {Record<string, string>} env on top of this process's own
 * @returns {{ chrome: object[], firefox: object[] }} the files of both builds, by names relative to each
 * @throws where the build fails
 */
export function buildAside(sources, folder, modules, env) {
  writeOut(sources, folder)
  symlinkSync(modules, join(folder, 'node_modules'), 'junction')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
  return {
    chrome: filesIn(join(folder, 'dist/chrome')),
    firefox: filesIn(join(folder, 'dist/firefox')),
  }
}

function writeOut(sources, folder) {
  for (const { name, bytes, executable } of sources) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    if (executable) chmodSync(path, 0o755)
  }
}

/**
 * @param {string} folder
 * @returns {{ name: string, bytes: Buffer }[]} every file below it, by its name relative to it, with slashes
 */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) }
    })
}
