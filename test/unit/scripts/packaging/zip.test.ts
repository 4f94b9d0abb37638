import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../../../../scripts/packaging/zip.mjs'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const FILES = [
  { name: 'src/b.js', bytes: bytes('two '.repeat(500)) },
  { name: 'src/B.js', bytes: bytes('other') },
  { name: '10', bytes: bytes('ten') },
  { name: '9', bytes: bytes('nine') },
  { name: 'ü.txt', bytes: bytes('') },
  { name: 'run', bytes: bytes('#!/bin/sh\n'), executable: true },
]

function inZone<T>(zone: string, work: () => T): T {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

describe('the same files give the same bytes', () => {
  test('in whatever order they come', () => {
    expect(zipOf([...FILES].reverse())).toEqual(zipOf(FILES))
  })

  test.each([
    ['Pacific/Kiritimati', 640],
    ['America/St_Johns', 210],
    ['Asia/Kathmandu', -330],
  ])('in the time zone %s', (zone, minutes) => {
    expect(inZone(zone, () => new Date(0).getTimezoneOffset())).toBe(minutes)
    expect(inZone(zone, () => zipOf(FILES))).toEqual(inZone('UTC', () => zipOf(FILES)))
  })

  test('and another byte, name or right gives others', () => {
    const [first, ...rest] = FILES
    for (const change of [{ bytes: bytes('x') }, { name: 'src/c.js' }, { executable: true }])
      expect(zipOf([{ ...first!, ...change }, ...rest])).not.toEqual(zipOf(FILES))
  })
})

test('every file comes out as it went in', () => {
  const out = unzipSync(zipOf(FILES))
  expect(Object.keys(out)).toHaveLength(FILES.length)
  for (const file of FILES) expect(Buffer.from(out[file.name]!)).toEqual(Buffer.from(file.bytes))
})

test('no file takes the place of another', () => {
  expect(() => zipOf([FILES[0]!, { ...FILES[0]!, bytes: bytes('mine') }])).toThrow(
    'Two files are called src/b.js.',
  )
})

/** Info-ZIP's, which shares nothing with the one that packed. */
const unzip = (...args: string[]) => spawnSync('unzip', args, { encoding: 'utf8' })
const hasUnzip = unzip('-v').status === 0

test.skipIf(!hasUnzip)('another program reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-zip-'))
  try {
    const path = join(folder, 'package.zip')
    writeFileSync(path, zipOf(FILES))
    const tested = unzip('-t', path)
    expect(tested.stdout).toContain('No errors detected')
    expect(unzip('-p', path, 'src/b.js').stdout).toBe('two '.repeat(500))
    const listed = unzip('-Z', path).stdout
    expect(listed).toMatch(/^-rw-r--r--.* 80-Jan-01 12:00 src\/b\.js$/m)
    expect(listed).toMatch(/^-rwxr-xr-x.* run$/m)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
