import { describe, expect, it, vi } from 'vitest'
import { bareReport } from '../../../src/background/bare-report'
import type { BadgeEntry } from '../../../src/background/badge-entry'
import { reason } from '../../../src/verifier/report'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const {
  counted,
  describe: describeEntry,
  listed,
  lookOf,
} = await import('../../../src/background/badge-entry')

const entry = (fields: Partial<BadgeEntry>): BadgeEntry => ({
  ...{ id: 'b1', kind: 'image', url: 'https://a.example/1.png', places: [], state: 'found' },
  ...{ hosts: [], isBadge: true },
  ...fields,
})
const FILE = 'https://a.example/full.png'
const image = entry({ clues: { href: FILE } })
const link = entry({ id: 'b2', kind: 'link', url: FILE })

describe('what a list names', () => {
  it('a badge inside a link to its own file is one badge', () => {
    expect(listed([link, image])).toEqual([image])
    expect(counted([image, link])).toEqual([image])
  })

  it('the link counts where the image around it is none, or leads elsewhere', () => {
    const plain = { ...image, isBadge: false, state: 'nothing' as const }
    expect(listed([plain, link])).toEqual([link])
    const elsewhere = entry({ clues: { href: 'https://a.example/other.png' } })
    expect(listed([elsewhere, link])).toEqual([elsewhere, link])
  })

  it('a link to the award that an image nearby stands for is no badge of its own', () => {
    const award = { url: 'https://platform.example/api/1', host: 'platform.example' }
    const shown = entry({ clues: { href: 'https://platform.example/show/1' }, award })
    const other = entry({ id: 'b2', kind: 'link', url: 'https://platform.example/1?utm=x', award })
    expect(listed([shown, other])).toEqual([shown])
    expect(listed([{ ...shown, isBadge: false, state: 'nothing' }, other])).toEqual([other])
    const elsewhere = { ...other, award: { ...award, url: 'https://platform.example/api/2' } }
    expect(listed([shown, elsewhere])).toHaveLength(2)
  })

  it('a link beside a picture with a badge of its own is another badge', () => {
    const url = 'https://platform.example/show/1'
    const award = { url: 'https://platform.example/api/1', host: 'platform.example' }
    const shown = entry({ clues: { links: [url] } })
    const beside = entry({ id: 'b2', kind: 'link', url, award })
    expect(listed([shown, beside])).toEqual([shown, beside])
  })

  it('what a platform is known not to publish is listed, and gets no mark', () => {
    const certificate = entry({ state: 'done', verdict: 'none', isBadge: false, explained: true })
    expect(listed([certificate])).toEqual([certificate])
    expect(counted([certificate])).toEqual([])
    expect(lookOf(certificate)).toBeNull()
  })

  it('a picture that its frame shows as a document of its own is one badge', () => {
    const inside = entry({ id: 'b2', kind: 'page', url: image.url })
    expect(listed([inside, image])).toEqual([image])
    expect(listed([inside, { ...image, isBadge: false, state: 'nothing' }])).toEqual([inside])
    expect(listed([entry({ kind: 'page', url: FILE })])).toHaveLength(1)
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

describe('what is kept of a report', () => {
  it('is small, however long the texts of the badge are', () => {
    const long = 'x'.repeat(900_000)
    const issuer = `https://issuer.example/${long}`
    const why = reason('issuer-unknown', { issuer, claimedName: long })
    const report = {
      ...bareReport(why, { kind: 'credential', verdict: 'unverifiable' }, new Date()),
      ...{ issuer: { standing: 'unknown' as const, id: issuer, claimedName: long }, format: long },
      reasons: Array.from({ length: 1_000 }, () => why),
    }
    const kept = entry({})
    describeEntry(kept, report)

    expect(JSON.stringify(kept).length).toBeLessThan(8_000)
    expect(kept.issuer?.id).toMatch(/^https:\/\/issuer\.example\//)
    expect(kept.reasons?.[0]?.code).toBe('issuer-unknown')
  })
})
