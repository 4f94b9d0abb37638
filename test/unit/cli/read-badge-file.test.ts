import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readBadgeFile } from '../../../src/cli/read-badge-file'
import { LIMITS } from '../../../src/verifier/http/limits'
import { temporaryFolder } from './temporary-folder'

test('gives the bytes of a file', async () => {
  const path = join(temporaryFolder(), 'a.json')
  writeFileSync(path, '{"a":1}')
  expect(await readBadgeFile(path)).toEqual({ bytes: Buffer.from('{"a":1}') })
})

test('of a file that is too large, reads one byte more than the limit and no more', async () => {
  const path = join(temporaryFolder(), 'large.png')
  writeFileSync(path, '')
  truncateSync(path, 5_000_000_000)
  const read = await readBadgeFile(path)
  expect('bytes' in read && read.bytes.length).toBe(LIMITS.imageBytes + 1)
})

test.skipIf(process.platform !== 'linux')('reads a file that says it is empty', async () => {
  const read = await readBadgeFile('/proc/self/status')
  expect('bytes' in read && Buffer.from(read.bytes).toString()).toContain('Name:')
})

test('says what is wrong, and with which name', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inner'))
  symlinkSync('ring', join(folder, 'ring'))
  expect(await readBadgeFile(join(folder, 'nothing'))).toMatchObject({
    failure: {
      code: 'not-found',
      message: expect.stringContaining('nothing. Check the name') as string,
    },
  })
  expect(await readBadgeFile(join(folder, 'inner'))).toMatchObject({
    failure: { code: 'not-a-file' },
  })
  expect(await readBadgeFile(join(folder, 'ring'))).toMatchObject({
    failure: { message: expect.stringContaining('leads back to itself') as string },
  })
  expect(await readBadgeFile('a\0b')).toMatchObject({ failure: { code: 'not-readable' } })
})

test.skipIf(process.platform === 'win32')('waits for no pipe, socket or device', async () => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const server = createServer().listen(join(folder, 'socket'))
  onTestFinished(() => {
    server.close()
  })
  await new Promise((listening) => server.on('listening', listening))
  for (const path of [join(folder, 'pipe'), join(folder, 'socket'), '/dev/zero']) {
    expect(await readBadgeFile(path)).toMatchObject({ failure: { code: 'not-a-file' } })
  }
})
