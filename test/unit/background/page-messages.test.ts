import { describe, expect, it } from 'vitest'
import { readPageMessage } from '../../../src/background/page-messages'
import type { Candidate } from '../../../src/platform/port-messages'

const IMAGE = { key: '1', kind: 'image', url: 'https://a.example/b.png' }
const AWARD = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd'

function read(item: object): Candidate | undefined {
  const message = readPageMessage({ type: 'candidates', url: 'https://a.example/', items: [item] })
  return message?.type === 'candidates' ? message.items[0] : undefined
}

describe('a candidate', () => {
  it('comes with all that leads to its credential', () => {
    const item = {
      ...IMAGE,
      ...{ href: AWARD, links: [AWARD, 'https://a.example/2'], embed: AWARD, label: 'Badge' },
      ...{ bytes: 'AAAA', complete: true, stripped: true },
    }
    expect(read(item)).toEqual(item)
  })

  it('is not believed to say yes by anything but true', () => {
    expect(read({ ...IMAGE, stripped: 'yes', complete: {} })).toEqual(IMAGE)
  })

  it('loses addresses that are not of the web', () => {
    const bad = [
      'javascript:alert(1)',
      'data:application/json,{}',
      'file:///etc/passwd',
      '',
      7,
      null,
    ]
    for (const address of bad) {
      expect(read({ ...IMAGE, href: address, embed: address, links: [address] })).toEqual(IMAGE)
    }
  })

  it('has four links at most, each of a bearable length', () => {
    const links = Array.from({ length: 100_000 }, (_, index) => `https://a.example/${index}`)
    expect(read({ ...IMAGE, links })?.links).toEqual(links.slice(0, 4))
    expect(read({ ...IMAGE, links: [`https://a.example/${'a'.repeat(9_000)}`] })).toEqual(IMAGE)
    expect(read({ ...IMAGE, links: { length: 2, 0: AWARD } })).toEqual(IMAGE)
  })

  it('has nothing else', () => {
    expect(read({ ...IMAGE, isBadge: true, verdict: 'trusted' })).toEqual(IMAGE)
  })
})
