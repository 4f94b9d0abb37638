import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LIST_FORMATS } from '../../../../src/verifier/issuers/formats'
import { readTrustList } from '../../../../src/verifier/issuers/read-list'

const read = (text: string) => readTrustList(text, { name: 'x', retrieved: new Date(0) })

describe('what is no list that we know', () => {
  test.each([
    ['', 'JSON'],
    ['<html>', 'JSON'],
    ['eyJhbGciOiJFUzI1NiJ9.e30.x', 'JSON'],
    ['7', 'DCC issuer registry'],
    ['"registry"', 'DCC issuer registry'],
    ['null', 'DCC issuer registry'],
    ['{}', 'Accreditation list'],
    ['{"type":{"toString":"x"}}', 'Accreditation list'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'depth'],
    [' '.repeat(5_000_001), 'million characters'],
  ])('%.40j is said to be none', async (text, expected) => {
    expect(await read(text)).toEqual({
      is: 'unreadable',
      problem: { expected: expect.stringContaining(expected) as string },
    })
  })
})

test('every form in the folder is in the list, and in the documentation', () => {
  const root = new URL('../../../../', import.meta.url)
  const files = readdirSync(new URL('src/verifier/issuers/formats/', root))
  const documented = readFileSync(new URL('docs/trust-lists.md', root), 'utf8')
  expect(LIST_FORMATS).toHaveLength(files.filter((name) => name !== 'index.ts').length)
  for (const { title } of LIST_FORMATS) expect(documented).toContain(`| ${title} `)
})
