import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { committedFiles, uncommitted } from '../../../../scripts/packaging/committed.mjs'

let folder: string
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text)
}

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Mira', '-c', 'user.email=mira@learner.example']
  const { status, stderr } = spawnSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

/** A hook runs with `GIT_DIR` and others set: git would then work on the checkout that is being committed. */
function withoutOuterGit(): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('GIT_')) vi.stubEnv(name, undefined)
  // Nor is anything asked of whoever runs it: signing, other line endings, hooks of a template.
  vi.stubEnv('GIT_CONFIG_GLOBAL', devNull)
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1')
}

beforeAll(() => {
  withoutOuterGit()
  folder = mkdtempSync(join(tmpdir(), 'touchstone-git-'))
  git('init', '-q')
  write('.gitignore', 'ignored.txt\n')
  write('ignored.txt', 'a secret')
  write('two lines.txt', 'one\r\ntwo\n')
  write('empty.txt', '')
  write('größe.bin', '\0\n\0 blob 3\n')
  write('run', '#!/bin/sh\n')
  chmodSync(join(folder, 'run'), 0o755)
  git('add', '-A')
  git('commit', '-q', '-m', 'One')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

test('nothing is uncommitted after a commit', () => {
  expect(uncommitted(folder)).toEqual([])
})

test('every tracked file comes as it was committed, and no other', () => {
  const files = committedFiles(folder)
  const texts = Object.fromEntries(files.map(({ name, bytes }) => [name, String(bytes)]))
  expect(texts).toEqual({
    '.gitignore': 'ignored.txt\n',
    'two lines.txt': 'one\r\ntwo\n',
    'empty.txt': '',
    'größe.bin': '\0\n\0 blob 3\n',
    run: '#!/bin/sh\n',
  })
  expect(files.filter(({ executable }) => executable).map(({ name }) => name)).toEqual(['run'])
})

describe('what is not committed', () => {
  test('is named, and has no part in the files', () => {
    write('empty.txt', 'changed')
    write('new file.txt', 'new')
    expect(uncommitted(folder).sort()).toEqual(['empty.txt', 'new file.txt'])
    const names = committedFiles(folder).map(({ name, bytes }) => [name, bytes.length])
    expect(names).toContainEqual(['empty.txt', 0])
    expect(names.flat()).not.toContain('new file.txt')
  })

  test('is named where it was only deleted', () => {
    rmSync(join(folder, 'run'))
    expect(uncommitted(folder)).toContain('run')
  })
})

test('a link, which may lead out of the archive, is refused', () => {
  symlinkSync('/etc/passwd', join(folder, 'link'))
  git('add', 'link')
  git('commit', '-q', '-m', 'Two')
  expect(() => committedFiles(folder)).toThrow('link is no regular file.')
})

test('a folder without git is refused with a sentence', () => {
  const bare = mkdtempSync(join(tmpdir(), 'touchstone-bare-'))
  try {
    expect(() => committedFiles(bare)).toThrow(/git ls-tree failed: /)
  } finally {
    rmSync(bare, { recursive: true, force: true })
  }
})
