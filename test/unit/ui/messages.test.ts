import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { englishMessages } from './english'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Read by the browser or through `pluralKey`, which adds the ending. */
const PLURAL = /_(one|other)$/

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
}

const code = [...sources('src'), readFileSync(join(ROOT, 'manifest.json'), 'utf8')].join('\n')
const quoted = new Set(
  Array.from(code.matchAll(/['"](?:__MSG_)?([A-Za-z]\w*?)(?:__)?['"]/g), (m) => m[1]),
)

describe('messages', () => {
  test('each text is used somewhere', () => {
    const unused = Object.keys(englishMessages).filter(
      (key) => !quoted.has(key.replace(PLURAL, '')) && !quoted.has(key),
    )
    expect(unused).toEqual([])
  })

  test('each text that the browser or the worker asks for by name exists', () => {
    const asked = Array.from(
      code.matchAll(/getMessage\(\s*'(\w+)'|__MSG_(\w+)__/g),
      (m) => m[1] ?? m[2],
    )
    expect(asked.filter((key) => key !== undefined && !(key in englishMessages))).toEqual([])
  })

  test('each placeholder that is used is declared, and each declared one is used once or more', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(englishMessages)) {
      const used = new Set(Array.from(message.matchAll(/\$(\w+)\$/g), (m) => m[1]?.toLowerCase()))
      expect([...used].sort(), key).toEqual(Object.keys(placeholders).sort())
      const contents = Object.values(placeholders).map(({ content }) => content)
      expect(contents.toSorted(), key).toEqual(contents.map((_, index) => `$${index + 1}`))
    }
  })

  test('plural forms come in pairs with the same placeholders in the same places', () => {
    for (const [key, { placeholders }] of Object.entries(englishMessages)) {
      if (!key.endsWith('_one')) continue
      const other = englishMessages[key.replace(PLURAL, '_other')]
      expect(other, key).toBeDefined()
      expect(other?.placeholders, key).toEqual(placeholders)
    }
  })

  test('words that hide which of three things is meant are never used', () => {
    for (const [key, { message }] of Object.entries(englishMessages)) {
      expect(message, key).not.toMatch(/\b(in)?valid\b|\bwarning\b|\bnot verified\b/i)
    }
  })

  test('descriptions that stores limit stay within the limit', () => {
    expect(englishMessages.extDescription?.message.length).toBeLessThanOrEqual(132)
  })
})
