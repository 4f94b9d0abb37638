import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/platform/kept-settings'

describe('settings of an earlier version', () => {
  it('are kept as they were', () => {
    const kept = { everywhere: 'always', sites: { 'jobs.example': 'click', '[::1]': 'always' } }
    expect(readSettings(kept)).toEqual(kept)
  })

  it('that say nothing leave everything open', () => {
    expect(readSettings(undefined)).toEqual({ sites: {} })
  })
})

describe('settings that cannot be read', () => {
  it.each([null, 7, 'always', [], true])('ask nobody without a click: %j', (kept) => {
    expect(readSettings(kept)).toEqual({ everywhere: 'click', sites: {} })
  })

  it.each(['everywhere', 1, null, {}, 'ALWAYS'])('do not widen the mode: %j', (mode) => {
    expect(readSettings({ everywhere: mode, sites: { 'a.example': mode } })).toEqual({
      everywhere: 'click',
      sites: { 'a.example': 'click' },
    })
  })

  it('lose what names no site, and nothing else', () => {
    const sites = {
      'a b': 'always',
      '*': 'always',
      'x/y': 'off',
      '': 'off',
      '*.uni.example': 'off',
    }
    expect(readSettings({ sites })).toEqual({ sites: { '*.uni.example': 'off' } })
  })

  it.each([null, [], 'x', 3])('have no sites: %j', (sites) => {
    expect(readSettings({ everywhere: 'off', sites })).toEqual({ everywhere: 'off', sites: {} })
  })

  it.each([[[['bank.example', 'off']]], [{ 'a b': 'off' }], [null]])(
    'of sites leave none to be verified unasked that may have been named: %j',
    (sites) => {
      expect(readSettings({ everywhere: 'always', sites }).everywhere).toBe('click')
    },
  )

  it('change no prototype', () => {
    const { sites } = readSettings(JSON.parse('{"sites":{"__proto__":"always"}}'))
    expect(Object.getPrototypeOf(sites)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).always).toBeUndefined()
  })
})
