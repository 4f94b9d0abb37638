import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { preferences, readPreferences } from '../../../src/platform/preferences'

const PRESET = { appearance: 'system', atOnce: 4 }

describe('preferences', () => {
  it('leave everything to the browser until something is chosen', async () => {
    expect(await preferences.get()).toEqual(PRESET)
  })

  it('are kept one by one: a change takes nothing else along', async () => {
    await preferences.change({ language: 'ja' })
    await preferences.change({ appearance: 'dark' })
    await preferences.change({ atOnce: 2 })
    expect(await preferences.get()).toEqual({ language: 'ja', appearance: 'dark', atOnce: 2 })
  })

  it('are all kept when they are chosen in one go', async () => {
    await Promise.all([
      preferences.change({ language: 'de' }),
      preferences.change({ appearance: 'light' }),
    ])
    expect(await preferences.get()).toMatchObject({ language: 'de', appearance: 'light' })
  })

  it('leave the language to the browser again', async () => {
    await preferences.change({ language: 'de' })
    expect(await preferences.change({ language: null })).not.toHaveProperty('language')
    expect(await preferences.get()).not.toHaveProperty('language')
  })
})

describe('preferences that cannot be read', () => {
  it.each([null, 7, 'de', [], ['de'], true])(
    'choose nothing, and ask one after the other: %j',
    (kept) => {
      expect(readPreferences(kept)).toEqual({ appearance: 'system', atOnce: 1 })
    },
  )

  it.each(['../de', 'de/../../secret', 'DE', 'tlh', '__proto__', 3, {}, ''])(
    'name no language of ours: %j',
    (language) => {
      expect(readPreferences({ language, appearance: 'dark' })).toEqual({
        ...PRESET,
        appearance: 'dark',
      })
    },
  )

  it.each(['black', 1, null, { is: 'dark' }])('have no appearance: %j', (appearance) => {
    expect(readPreferences({ appearance }).appearance).toBe('system')
  })

  it.each([0, 5, 1000, -1, 2.5, '4', Infinity, NaN, null])(
    'never have more asked at once: %j',
    (atOnce) => {
      expect(readPreferences({ atOnce }).atOnce).toBe(1)
    },
  )

  it('bring in nothing of their own', () => {
    expect(readPreferences({ ...PRESET, everywhere: 'always' })).toEqual(PRESET)
  })
})

it('come into a database of the version before', async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const old = await openDB('touchstone', 6, {
    upgrade(db) {
      for (const name of ['settings', 'contents', 'thumbnails']) db.createObjectStore(name)
    },
  })
  old.close()
  const now = await import('../../../src/platform/preferences')
  await now.preferences.change({ language: 'fr' })
  expect(await now.preferences.get()).toEqual({ ...PRESET, language: 'fr' })
})
