import { expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { escapeXml } = await import('../../../src/platform/omnibox')

it('is well-formed XML, whatever a sentence holds', () => {
  expect(escapeXml(`<url>a & "b" 'c'</url>`)).toBe(
    '&lt;url&gt;a &amp; &quot;b&quot; &apos;c&apos;&lt;/url&gt;',
  )
  expect(escapeXml('a\u{0}\u{1B}\uFFFE\uD800b')).toBe('a\uFFFDb')
})
