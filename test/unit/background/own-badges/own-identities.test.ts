/** The user's own identities: what is kept of them, where, and for how long. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { OwnIdentities as Class } from '../../../../src/background/own-badges/own-identities'

const EMAIL = 'ada.lovelace@mail.example'
/** Few, so that the tests are quick. */
const ROUNDS = 10

const shelf = new Map<string, unknown>()
let changes = 0

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: (key: string) => Promise.resolve({ [key]: shelf.get(key) }),
        set: (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) shelf.set(key, value)
          return Promise.resolve()
        },
        remove: (keys: string[]) => {
          for (const key of keys) shelf.delete(key)
          return Promise.resolve()
        },
      },
    },
  },
}))

async function opened(): Promise<Class> {
  vi.resetModules()
  const { OwnIdentities } = await import('../../../../src/background/own-badges/own-identities')
  const own = new OwnIdentities(() => changes++, ROUNDS)
  await own.load()
  return own
}

const given = (identity: string, more: object = {}) => ({
  ...{ identity, label: '', remember: false },
  ...more,
})

async function onDisk(): Promise<unknown[]> {
  const { ownIdentities } = await import('../../../../src/platform/own-identity-database')
  return ownIdentities.all()
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  shelf.clear()
  changes = 0
})

describe('what is kept of an identity', () => {
  it('is a salted hash and a label, and nothing plain anywhere', async () => {
    const own = await opened()
    await own.add(given(EMAIL, { label: 'At work' }))

    const [kept] = (await onDisk()) as Record<string, unknown>[]
    expect(kept).toMatchObject({ kind: 'email', label: 'At work', rounds: ROUNDS })
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/)
    const all = JSON.stringify([kept, [...shelf]]).toLowerCase()
    for (const part of [EMAIL, 'lovelace', 'mail.example', btoa(EMAIL)])
      expect(all).not.toContain(part.toLowerCase())
    expect(changes).toBe(1)
  })

  it('has another salt and another hash each time', async () => {
    const own = await opened()
    await own.add(given(EMAIL))
    const [first] = (await onDisk()) as { id: string; hash: string }[]
    await own.remove(first?.id ?? '')
    await own.add(given(EMAIL))
    const [next] = (await onDisk()) as { hash: string }[]
    expect(next?.hash).not.toBe(first?.hash)
  })

  it('is in plain words in the memory of the browser where the user said so, and survives the worker', async () => {
    await (await opened()).add(given(EMAIL, { remember: true }))
    expect(JSON.stringify(await onDisk())).not.toContain('lovelace')

    const own = await opened()
    expect(own.list()).toMatchObject([{ kind: 'email', inMemory: true }])
    expect(own.all()[0]?.held.identity).toBe(EMAIL)
    await own.forget()
    expect(own.list()).toMatchObject([{ inMemory: false }])
    expect(shelf.size).toBe(0)
  })

  it('is the hash alone after the browser ended', async () => {
    await (await opened()).add(given(EMAIL, { remember: true }))
    shelf.clear()
    const own = await opened()
    expect(own.list()).toMatchObject([{ kind: 'email', inMemory: false }])
    const key = { kind: 'email' as const, text: EMAIL }
    expect(await own.isKeyOf(own.all()[0]!, key, { left: 1 })).toBe(true)
  })

  it('knows a name with its date of birth by neither of them', async () => {
    const own = await opened()
    await own.add({
      ...{ identity: { name: 'Ada Lovelace', dateOfBirth: '1815-12-10' }, label: '' },
      remember: false,
    })
    const [kept] = own.all()
    expect(kept?.kind).toBe('person')
    expect(JSON.stringify(kept)).not.toMatch(/lovelace|1815/i)
  })
})

describe('adding', () => {
  it('the same again, in another spelling, changes what is in memory and adds nothing', async () => {
    const own = await opened()
    const first = await own.add(given(EMAIL, { label: 'Mine' }))
    const again = await own.add(given(` MAILTO:${EMAIL.toUpperCase()}`, { remember: true }))
    expect(again).toEqual({ ...first, is: 'known' })
    expect(own.list()).toMatchObject([{ label: 'Mine', inMemory: true }])
    await own.add(given(EMAIL))
    expect(own.list()).toMatchObject([{ inMemory: false }])
  })

  it('twice at once adds one', async () => {
    const own = await opened()
    await Promise.all([own.add(given(EMAIL)), own.add(given(EMAIL))])
    expect(own.list()).toHaveLength(1)
  })

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['Ada Lovelace', 'kind'],
    ['mailto:', 'kind'],
    ['12', 'kind'],
  ])('%j is refused: %s', async (identity, why) => {
    const own = await opened()
    expect(await own.add(given(identity))).toEqual({ is: 'refused', why })
    expect(own.list()).toEqual([])
  })

  it.each([
    ['Ada', ''],
    ['', '1815-12-10'],
    ['Ada', '10.12.1815'],
  ])('the person %j, %j is refused', async (name, dateOfBirth) => {
    const identity = { name, dateOfBirth }
    expect(await (await opened()).add({ identity, label: '', remember: false })).toEqual({
      ...{ is: 'refused', why: 'person' },
    })
  })

  it.each([
    EMAIL,
    `my ${EMAIL.toUpperCase()}!`,
    'ada.lovelace @ mail . example',
    'ADA LOVELACE at work',
  ])('a label that gives it away is refused: %j', async (label) => {
    const own = await opened()
    expect(await own.add(given(EMAIL, { label }))).toEqual({ is: 'refused', why: 'label' })
    expect(await onDisk()).toEqual([])
  })

  it('a label may say what is not told by it', async () => {
    const own = await opened()
    expect(await own.add(given('mail@school.example', { label: 'E-mail' }))).toMatchObject({
      is: 'added',
    })
    expect(await own.add(given(EMAIL, { label: `Work ${'x'.repeat(200)}` }))).toMatchObject({
      is: 'added',
    })
    expect(own.list()[1]?.label).toHaveLength(60)
  })

  it('more than ten is refused', async () => {
    const own = await opened()
    for (let index = 0; index < 10; index++) await own.add(given(`a${index}@mail.example`))
    expect(await own.add(given(EMAIL))).toEqual({ is: 'refused', why: 'too-many' })
    expect(await own.add(given('a3@mail.example'))).toMatchObject({ is: 'known' })
  })

  it('fails where nothing can be written down, and then nothing is there', async () => {
    const own = await opened()
    const { ownIdentities } = await import('../../../../src/platform/own-identity-database')
    vi.spyOn(ownIdentities, 'put').mockRejectedValueOnce(new Error('full'))
    await expect(own.add(given(EMAIL, { remember: true }))).rejects.toThrow('full')
    expect(own.list()).toEqual([])
    expect(shelf.size).toBe(0)
  })
})

describe('removing', () => {
  it('takes one from the disk and from memory, and leaves the others', async () => {
    const own = await opened()
    await own.add(given(EMAIL, { remember: true }))
    await own.add(given('did:web:ada.example', { remember: true }))
    await own.remove(own.list()[0]?.id ?? '')

    expect(own.list()).toMatchObject([{ kind: 'did' }])
    expect(await onDisk()).toHaveLength(1)
    expect(JSON.stringify([...shelf])).not.toContain(EMAIL)
  })

  it('all leaves nothing', async () => {
    const own = await opened()
    await own.add(given(EMAIL, { remember: true }))
    await own.add(given('+49 89 1234', { remember: true }))
    await own.removeAll()
    expect([own.list(), await onDisk(), shelf.size]).toEqual([[], [], 0])
    expect((await opened()).list()).toEqual([])
  })

  it('what was removed meanwhile, nothing is noted of', async () => {
    const own = await opened()
    const added = await own.add(given(EMAIL))
    await own.removeAll()
    await own.note(added.is === 'refused' ? '' : added.id, ['abc'])
    expect(shelf.size).toBe(0)
  })
})

describe('what lies in the database and cannot be read', () => {
  it.each([
    { rounds: 1e12 },
    { rounds: 0 },
    { rounds: '10' },
    { salt: 'none' },
    { salt: new Uint8Array() },
    { hash: 'abc' },
  ])('%j is left out', async (broken) => {
    await (await opened()).add(given(EMAIL))
    const { database } = await import('../../../../src/platform/database')
    const [kept] = (await onDisk()) as object[]
    await (await database()).put('ownIdentities', { ...kept, ...broken } as never)
    expect((await opened()).list()).toEqual([])
  })
})
