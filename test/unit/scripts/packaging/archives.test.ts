import { expect, test } from 'vitest'
import { versionOf } from '../../../../scripts/packaging/archives.mjs'

const source = (versions: Record<string, string>) =>
  Object.entries(versions).map(([name, version]) => ({
    name,
    bytes: new TextEncoder().encode(JSON.stringify({ version })),
  }))
const SAME = { 'package.json': '1.2.3', 'package-lock.json': '1.2.3', 'manifest.json': '1.2.3' }

test('three files say one version', () => {
  expect(versionOf(source(SAME))).toBe('1.2.3')
})

test.each(Object.keys(SAME))('another version in %s is refused', (name) => {
  expect(() => versionOf(source({ ...SAME, [name]: '1.2.4' }))).toThrow(/give all three the same/)
})

test('one that is missing is refused', () => {
  const { 'manifest.json': _gone, ...others } = SAME
  expect(() => versionOf(source(others))).toThrow(/manifest\.json undefined/)
})
