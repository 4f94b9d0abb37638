import { describe, expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getMessage: (key: string, values: string[]) =>
        key === 'known' ? `Text of ${values.join()}` : '',
    },
  },
}))

const { translate } = await import('../../../src/platform/i18n')

describe('translate', () => {
  it('gives the text with its values', () => {
    expect(translate('known', ['a', 'b'])).toBe('Text of a,b')
  })

  it('gives the key where there is no text', () => {
    expect(translate('unknown')).toBe('unknown')
  })
})
