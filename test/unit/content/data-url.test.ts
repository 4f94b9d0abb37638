import { describe, expect, it } from 'vitest'
import { dataUrlBytes } from '../../../src/content/data-url'

const text = (url: string) => {
  const bytes = dataUrlBytes(url)
  return bytes && new TextDecoder().decode(bytes)
}

describe('dataUrlBytes', () => {
  it('decodes base64, also with spaces and percent signs in it', () => {
    expect(text('data:image/png;base64,aGVsbG8=')).toBe('hello')
    expect(text('data:;BASE64 ,aGVs%62G8%3D')).toBe('hello')
    expect(text('data:text/plain;base64,aGVs\n bG8=')).toBe('hello')
  })

  it('decodes percent-encoded text into the bytes it stands for', () => {
    expect(text('data:image/svg+xml,%3Csvg%2F%3E')).toBe('<svg/>')
    expect(text('data:image/svg+xml;utf8,<svg>é ✓ %E2%9C%93</svg>')).toBe('<svg>é ✓ ✓</svg>')
    expect([...(dataUrlBytes('data:,%00%ff%zz') ?? [])]).toEqual([0, 255, 0x25, 0x7a, 0x7a])
  })

  it('ends at the fragment, and at the first comma begins', () => {
    expect(text('data:text/plain,a,b#c,d')).toBe('a,b')
  })

  it.each(['data:image/png;base64', 'data:;base64,%%%', 'https://a.example/,x', 'data:,\ud800'])(
    'knows no bytes of %j',
    (url) => {
      expect(dataUrlBytes(url)).toBeUndefined()
    },
  )
})
