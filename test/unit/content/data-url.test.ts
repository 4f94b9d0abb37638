import { describe, expect, it } from 'vitest'
import { dataUrlBytes, knownAddress } from '../../../src/content/data-url'

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

describe('knownAddress', () => {
  it('tells by its own name what a page has made, whatever fragment the page gives it', () => {
    const own = knownAddress('blob:https://portfolio.example/0f-1')
    expect(own).toBe('data:blob»0f-1,')
    expect(knownAddress('blob:https://portfolio.example/0f-1#a#0f-2')).toBe(own)
    expect(knownAddress('blob:https://portfolio.example/0f-2#0f-1')).toBe('data:blob»0f-2,')
    expect(knownAddress('blob:null/0f-1')).toBe(own)
  })

  it('leaves every other address as it is', () => {
    for (const url of ['https://a.example/blob:x', 'data:image/png,blob:a/1'])
      expect(knownAddress(url)).toBe(url)
  })
})
