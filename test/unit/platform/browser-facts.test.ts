import { afterEach, expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getUILanguage: () => 'de-AT' },
    runtime: { getPlatformInfo: () => Promise.reject(new Error('no')) },
  },
}))

const { browserFacts } = await import('../../../src/platform/browser-facts')

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox', '153.0'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'Chrome', '156.0.0.0'],
  ['Mozilla/5.0 (X11) HeadlessChrome/156.0.0.0 Safari/537.36', 'Chrome', '156.0.0.0'],
])('%s', async (userAgent, name, version) => {
  vi.stubGlobal('navigator', { userAgent })
  expect(await browserFacts()).toEqual({ name, version, language: 'de-AT' })
})

it('says nothing of a browser that it does not know', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Lynx/2.9 of alice.example' })
  expect(await browserFacts()).toEqual({ language: 'de-AT' })
})
