/** What a section says while the worker is at it, which may be long: not that it does something else. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { EU_LISTS } from '../../../screens/eu-lists'
import { LISTS } from '../../../screens/lists'
import { eventually } from '../../eventually'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
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
