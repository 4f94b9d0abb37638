import { describe, expect, it, vi } from 'vitest'
import type { BadgeSummary } from '../../../../src/platform/messages'
import { reason } from '../../../../src/verifier/report'
import { shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { SampleFigure } = await import('../../../../src/pages/sample/sample-figure')
const { givenFile, SAMPLE_BADGES } = await import('../../../../src/pages/sample/sample-badges')

const SAMPLE = SAMPLE_BADGES[0]!
const FOUND: BadgeSummary = {
  ...{ id: 'b1', kind: 'file', url: '', state: 'found', hosts: ['college.example'] },
}
const EXPIRED: BadgeSummary = {
  ...FOUND,
  ...{ state: 'done', verdict: 'attention', holder: 'not-asked' },
  reasons: [reason('expired', { date: '2024-05-02T23:59:59Z' })],
  issuer: { standing: 'unknown', id: 'did:key:z6Mk' },
}

const figure = (badge?: BadgeSummary): string =>
  shown(<SampleFigure sample={SAMPLE} tabId={1} badge={badge} onOpen={vi.fn()} />)

describe('the mark', () => {
  it('is not there before the worker has spoken', () => {
    expect(figure()).not.toContain('<button')
  })

  it('says in a sentence whom a click would ask', () => {
    expect(figure(FOUND)).toMatch(/aria-label="A badge\. [^"]*college\.example/)
  })

  it('says in a sentence what was found', () => {
    expect(figure(EXPIRED)).toMatch(/aria-label="Authentic, but expired on 2 May 2024\./)
  })

  it('is not on a picture that is no badge, nor on one that may be none', () => {
    expect(figure({ ...EXPIRED, verdict: 'none' })).not.toContain('<button')
    expect(figure({ ...FOUND, isBadge: false })).not.toContain('<button')
  })

  it('is never green for a verdict that has no report', () => {
    const { reasons: _, ...unsaid } = { ...EXPIRED, verdict: 'authentic' as const }
    expect(figure(unsaid)).toContain('data-look="authentic"')
    expect(figure(unsaid)).not.toContain('trusted')
  })
})

it('every file goes to the worker as it is, under a name of its own', () => {
  const files = SAMPLE_BADGES.map(givenFile)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  for (const { bytes } of files) {
    expect(Buffer.from(bytes, 'base64').subarray(1, 4).toString()).toBe('PNG')
  }
})
