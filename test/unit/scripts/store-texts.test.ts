/** What is handed in with the packages: within the limits of the stores, and about today's extension. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import manifest from '../../../manifest.json' with { type: 'json' }
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }
import packageJson from '../../../package.json' with { type: 'json' }

const STORE = new URL('../../../docs/store/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, STORE), 'utf8')

/** The block under each heading. */
const fields = new Map(
  read('listing.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [
      /^.*/.exec(section)![0],
      /^```text\n([^]*?)\n```$/m.exec(section)?.[1] ?? '',
    ]),
)
const field = (name: string): string => fields.get(name) ?? ''
const length = (text: string): number => Array.from(text).length

describe('the texts', () => {
  test.each([
    ['Name', 45],
    ['Short description', 132],
    ['Summary', 250],
    ['Single purpose', 1_000],
    ['Description', 16_000],
    [`What's new in ${packageJson.version}`, 3_000],
    ['Support', 1_000],
  ])('%s is there, with at most %i characters', (name, most) => {
    expect(length(field(name))).toBeGreaterThan(0)
    expect(length(field(name))).toBeLessThanOrEqual(most)
  })

  test('say what the manifest says', () => {
    expect(field('Name')).toBe(messages.extName.message)
    expect(field('Short description')).toBe(messages.extDescription.message)
  })

  test('promise no verdict that there is not', () => {
    for (const text of fields.values())
      expect(text).not.toMatch(/\b(invalid|warning|not verified|valid)\b/i)
  })
})

describe('every permission is justified', () => {
  const rows = [...read('permissions-and-data.md').matchAll(/^\| `([^`]+)` +\| (.*?) +\|$/gm)]
  const justified = rows.map(([, name]) => name)
  const wanted = [
    ...manifest.permissions,
    ...((manifest as { optional_permissions?: string[] }).optional_permissions ?? []),
    ...manifest.host_permissions,
    ...manifest.content_scripts.flatMap(({ matches }) => matches),
  ]

  test('and none that there is not', () => {
    expect(justified.toSorted()).toEqual([...new Set(wanted)].toSorted())
  })

  test('in a sentence of at most 1,000 characters', () => {
    for (const [, name, why] of rows) {
      expect(length(why!), name).toBeGreaterThan(30)
      expect(length(why!), name).toBeLessThanOrEqual(1_000)
    }
  })
})

describe('the pictures', () => {
  const folder = fileURLToPath(new URL('images/', STORE))
  const names = readdirSync(folder)

  test.each(names)('%s has the size and form of the stores', (name) => {
    const bytes = readFileSync(folder + name)
    const { width, height } = PNG.sync.read(bytes)
    expect([width, height]).toEqual(name === 'tile.png' ? [440, 280] : [1280, 800])
    // PNG, section 11.2.1 IHDR: bit depth 8, colour type 2, which is truecolour without alpha.
    expect([bytes[24], bytes[25]]).toEqual([8, 2])
  })

  test('are a tile and five others, together under a megabyte', () => {
    expect(names).toContain('tile.png')
    expect(names.length).toBeGreaterThanOrEqual(6)
    const sizes = names.map((name) => statSync(folder + name).size)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000)
  })
})
