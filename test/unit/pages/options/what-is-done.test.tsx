/** What a section says while the worker is at it, which may be long: not that it does something else. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { EU_LISTS } from '../../../screens/eu-lists'
import { LISTS } from '../../../screens/lists'
import { eventually } from '../../eventually'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => {
  const { asBrowser } = await import('../fake-worker')
  const permissions = { request: () => Promise.resolve(true) }
  return { default: { ...asBrowser.default, permissions } }
})
const { EuLists } = await import('../../../../src/pages/options/eu-lists')
const { OwnBadges } = await import('../../../../src/pages/options/own-badges')
const { TrustedLists } = await import('../../../../src/pages/options/trusted-lists')

/** Answers what the section shows, and leaves open what is done to it. */
function answering(type: string, answer: unknown): void {
  worker.answer = (asked: Asked) =>
    asked.type === type ? answer : new Promise<never>(() => undefined)
}

const says = (page: Live, words: string): Promise<void> =>
  eventually(() => {
    expect(page.text()).toContain(words)
  })

beforeEach(() => {
  worker.forget()
})

describe('while it is removed', () => {
  test('a list is not said to be read', async () => {
    answering('trust-lists', LISTS.slice(0, 1))
    const page = live(<TrustedLists />)
    await says(page, 'Remove')
    page.press('Remove')
    await says(page, 'One moment')
    expect(page.text()).not.toContain('Reading the list')
  })

  test('an identity is not said to be hashed', async () => {
    answering('own-identities', [{ id: '1', kind: 'email', label: 'At work', inMemory: false }])
    const page = live(<OwnBadges />)
    await says(page, 'At work')
    page.press('Remove')
    await says(page, 'One moment')
    expect(page.text()).not.toContain('Hashing')
  })
})

describe('a list to be added', () => {
  const typed = async (address: string): Promise<Live> => {
    answering('trust-lists', [])
    const page = live(<TrustedLists />)
    const field = page.root.querySelector('input')
    if (!field) throw new Error('expected a field, got none')
    field.value = address
    field.dispatchEvent(new (document.defaultView ?? globalThis).Event('input', { bubbles: true }))
    await eventually(() => {
      expect(page.text()).toContain('You trust no list yet')
    })
    page.press('Add')
    return page
  }

  test('is asked for where the beginning of its address was left out', async () => {
    await says(await typed('lists.example/list.json'), 'Reading the list')
    await eventually(() => {
      expect(worker.asked.at(-1)).toMatchObject({ url: 'https://lists.example/list.json' })
    })
  })

  test.each([
    ['', 'Enter an address first.'],
    ['my list', '“my list” is no https address'],
    ['ftp://lists.example/list.json', 'is no https address'],
  ])(
    'of which “%s” was typed is said to have no address, and nobody is asked',
    async (given, words) => {
      await says(await typed(given), words)
      expect(worker.asked.map(({ type }) => type)).toEqual(['trust-lists'])
    },
  )
})

describe('where EU trusted lists are switched off', () => {
  test('none is said to be read meanwhile', async () => {
    answering('eu-lists', EU_LISTS)
    const page = live(<EuLists />)
    await says(page, 'Use EU trusted lists')
    page.root.querySelector<HTMLElement>('input[type=checkbox]')?.click()
    await says(page, 'One moment')
    expect(page.text()).not.toContain('Reading the list')
  })

  test('and none is kept, none is said to be asked for when a badge needs it', async () => {
    answering('eu-lists', { ...EU_LISTS, use: false, lists: [] })
    const page = live(<EuLists />)
    await says(page, 'Off: no list is asked for')
    expect(page.text()).not.toContain('when a badge needs it')
  })
})
