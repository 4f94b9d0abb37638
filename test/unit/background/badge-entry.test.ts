import { describe, expect, it, vi } from 'vitest'
import type { BadgeEntry } from '../../../src/background/badge-entry'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { counted, listed, lookOf } = await import('../../../src/background/badge-entry')

const entry = (fields: Partial<BadgeEntry>): BadgeEntry => ({
  ...{ id: 'b1', kind: 'image', url: 'https://a.example/1.png', places: [], state: 'found' },
  ...{ hosts: [], isBadge: true },
  ...fields,
})
const FILE = 'https://a.example/full.png'
const image = entry({ href: FILE })
const link = entry({ id: 'b2', kind: 'link', url: FILE })

describe('what a list names', () => {
  it('a badge inside a link to its own file is one badge', () => {
    expect(listed([link, image])).toEqual([image])
    expect(counted([image, link])).toEqual([image])
  })

  it('the link counts where the image around it is none, or leads elsewhere', () => {
    const plain = { ...image, isBadge: false, state: 'nothing' as const }
    expect(listed([plain, link])).toEqual([link])
    const elsewhere = entry({ href: 'https://a.example/other.png' })
    expect(listed([elsewhere, link])).toEqual([elsewhere, link])
  })

  it('a link that was asked about itself is answered', () => {
    expect(listed([image, { ...link, asked: true }])).toHaveLength(2)
  })

  it('what turned out to be no badge is named only to who asked for it', () => {
    const none = entry({ state: 'done', verdict: 'none', isBadge: false })
    expect(listed([none])).toEqual([])
    expect(listed([{ ...none, asked: true }])).toHaveLength(1)
    expect(lookOf({ ...none, asked: true })).toBeNull()
  })

  it('a link has no mark before it was found to lead to a badge', () => {
    const { isBadge: _, ...unknown } = link
    expect(lookOf(unknown)).toBeNull()
    expect(counted([unknown])).toEqual([])
  })
})
