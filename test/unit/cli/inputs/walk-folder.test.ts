import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shownPath } from '../../../../src/cli/inputs/file-path'
import { walkFolder } from '../../../../src/cli/inputs/walk-folder'
import { readBadgeFile } from '../../../../src/cli/read-badge-file'
import { collected } from '../collected'
import { temporaryFolder } from '../temporary-folder'

async function walked(root: string): Promise<string[]> {
  const all = await collected(walkFolder(root))
  return all
    .map((one) =>
      'file' in one
        ? relative(root, shownPath(one.file))
        : `${relative(root, one.folder)}: ${one.failure.code}`,
    )
    .sort()
}

test('finds every file of every level, hidden ones too', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'a/.b'), { recursive: true })
  for (const name of ['1.png', 'a/2', 'a/.b/.3.json']) writeFileSync(join(root, name), '')
  expect(await walked(root)).toEqual(['1.png', 'a/.b/.3.json', 'a/2'])
})

// Other systems have no such names.
test.runIf(process.platform === 'linux')('reads names that are not UTF-8', async () => {
  const root = temporaryFolder()
  const [folder, file] = [Buffer.from([0x8e, 0x91]), Buffer.from('caf\xe9.json', 'latin1')]
  const inside = Buffer.concat([Buffer.from(`${root}/`), folder])
  mkdirSync(inside)
  writeFileSync(Buffer.concat([inside, Buffer.from('/'), file]), '{"a":1}')
  const [found] = await collected(walkFolder(root))
  if (found === undefined || !('file' in found)) throw new Error('expected a file')
  expect(shownPath(found.file)).toBe(join(root, '\uFFFD\uFFFD/caf\uFFFD.json'))
  expect(await readBadgeFile(found.file)).toEqual({ bytes: Buffer.from('{"a":1}') })
})

test('a circle of links ends, a link to a file is read, one to nowhere is not passed over', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'a'))
  writeFileSync(join(root, 'a/badge.png'), '')
  symlinkSync('..', join(root, 'a/up'))
  symlinkSync(root, join(root, 'self'))
  symlinkSync('a/badge.png', join(root, 'linked.png'))
  symlinkSync('nowhere', join(root, 'broken.png'))
  symlinkSync('ring', join(root, 'ring'))
  expect(await walked(root)).toEqual(['a/badge.png', 'broken.png', 'linked.png', 'ring'])
})

test.skipIf(process.platform === 'win32')('pipes and sockets are left out', async () => {
  const root = temporaryFolder()
  execFileSync('mkfifo', [join(root, 'pipe.png')])
  symlinkSync('pipe.png', join(root, 'to-pipe.png'))
  const server = createServer().listen(join(root, 'socket.png'))
  onTestFinished(() => {
    server.close()
  })
  await new Promise((listening) => server.on('listening', listening))
  expect(await walked(root)).toEqual([])
})

test('a folder that cannot be opened is named, and the others are searched', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'gone'))
  mkdirSync(join(root, 'here'))
  writeFileSync(join(root, 'here/badge.png'), '')
  const walk = walkFolder(root)
  const found: string[] = []
  // Removed at the last moment: a superuser may open a folder without any permission.
  chmodSync(join(root, 'gone'), 0o000)
  for await (const one of walk) found.push('file' in one ? 'file' : one.failure.code)
  if (process.getuid?.() !== 0) expect(found.sort()).toEqual(['file', 'folder-not-readable'])
  chmodSync(join(root, 'gone'), 0o700)
  rmSync(join(root, 'here'), { recursive: true })
  expect(await walked(join(root, 'here'))).toEqual([': folder-not-readable'])
})

test('nesting has an end', async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, ...Array<string>(105).fill('d')), { recursive: true })
  writeFileSync(join(root, 'top.json'), '')
  const all = await walked(root)
  expect(all).toHaveLength(2)
  expect(all.join()).toContain('folder-too-deep')
})

test('holds no list of a large folder: it gives the first file before it has read the last', async () => {
  const root = temporaryFolder()
  for (let index = 0; index < 4000; index++) writeFileSync(join(root, `${index}.json`), '')
  const walk = walkFolder(root)
  await walk.next()
  // What was not read yet is not there any more: a list would still name it.
  for (let index = 0; index < 4000; index++) rmSync(join(root, `${index}.json`))
  expect((await collected(walk)).length).toBeLessThan(3000)
})
