import { describe, expect, test, vi } from 'vitest'
import { Contents } from '../../../../src/pages/options/contents'
import { LanguageList } from '../../../../src/pages/options/language-and-appearance'
import { LANGUAGES } from '../../../../src/platform/preferences'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))

describe('the list of languages', () => {
  const html = shown(<LanguageList language={undefined} onChoose={vi.fn()} />)

  test('offers what the browser has first, and then each language', () => {
    const values = Array.from(
      html.matchAll(/<option[^>]* value(?:="(\w+)")?/g),
      ([, value]) => value ?? '',
    )
    expect(values).toEqual(['', ...LANGUAGES])
  })

  test('names each in itself, and says so to screen readers', () => {
    const text = readText(html)
    for (const name of ['Deutsch', 'español', 'français', 'polski', '日本語'])
      expect(text).toContain(name)
    for (const tag of LANGUAGES) expect(html).toContain(`lang="${tag}"`)
  })

  test('shows which one was chosen', () => {
    const chosen = shown(<LanguageList language="ja" onChoose={vi.fn()} />)
    expect(chosen).toMatch(/<option selected value="ja"/)
    expect(html).toMatch(/<option selected value[ >]/)
  })
})

test('the contents lead to headings', () => {
  const html = shown(<Contents entries={[{ id: 'sites', title: 'sitesTitle' }]} />)
  expect(html).toContain('href="#sites"')
  expect(readText(html)).toContain('Sites')
})
