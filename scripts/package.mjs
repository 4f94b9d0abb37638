/**
 * `npm run package`: what the stores are given, in .cache/package/: a zip for Chrome, one for Firefox, and the
 * source that the reviewers of the latter build anew. Made of the last commit alone.
 *
 * `--twice` makes all of it in two folders, under different time zones, languages and rights of new files, and
 * fails where one byte differs.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { committedFiles, uncommitted } from './packaging/committed.mjs'
import { installDependencies, root } from './prepare.mjs'

const out = join(root, '.cache', 'package')
const SHOWN = 5

/** As unlike as two machines can be made here. */
const HERE = {
  ...{ root, parent: join(root, '.cache', 'building') },
  ...{ umask: 0o022, env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } },
}
const ELSEWHERE = {
  ...{ root, parent: join(tmpdir(), 'touchstone', 'another machine') },
  ...{ umask: 0o077, env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
}

try {
  demandCommitted()
  installDependencies()
  const { archivesOf } = await import('./packaging/archives.mjs')
  const sources = committedFiles(root)
  const archives = archivesOf(sources, HERE)
  const twice = process.argv.includes('--twice')
  if (twice) demandSame(archives, archivesOf(sources, ELSEWHERE))
  write(archives)
  if (twice) console.log('Built twice, in different places: every byte is the same.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function demandCommitted() {
  const changed = uncommitted(root)
  if (changed.length === 0) return
  const more = changed.length > SHOWN ? ` and ${changed.length - SHOWN} more` : ''
  throw new Error(
    `Packages are made of the last commit, and these files are not as they were committed: ${changed.slice(0, SHOWN).join(', ')}${more}. Commit or remove them, and start again.`,
  )
}

function demandSame(archives, others) {
  for (const [name, bytes] of archives)
    if (hash(bytes) !== hash(others.get(name)))
      throw new Error(`${name} came out differently on the second build: it is not reproducible.`)
}

/** What an earlier version left would be handed in by mistake. */
function write(archives) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const [name, bytes] of archives) {
    writeFileSync(join(out, name), bytes)
    console.log(`${hash(bytes)}  ${name}  ${(bytes.length / 1000).toFixed(1)} kB`)
  }
  console.log(`They are in ${out}`)
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
