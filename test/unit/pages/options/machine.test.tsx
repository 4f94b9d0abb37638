import { describe, expect, test, vi } from 'vitest'
import { KeptList } from '../../../../src/pages/options/kept-here'
import { KEPT_TEXTS } from '../../../../src/pages/options/kept-texts'
import { LimitsTable } from '../../../../src/pages/options/network-limits'
import { KEPT_KINDS } from '../../../../src/platform/machine-messages'
import { KEPT, NETWORK_LIMITS, NOTHING_KEPT } from '../../../screens/machine'
import { english } from '../../ui/english'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const list = (kept = KEPT, busy = false) =>
  shown(<KeptList kept={kept} busy={busy} onRemove={vi.fn()} />)

describe('what is kept on this machine', () => {
  test('has its number and size, and a button that says what it removes', () => {
    const text = readText(list())
    expect(text).toContain('482 items, about 14.3 MB')
    expect(text).toContain('1 item, about 5.2 MB')
    for (const { kind, count } of KEPT)
      if (count > 0) expect(text).toContain(english(KEPT_TEXTS[kind].remove))
  })

  test('has no button where there is nothing to remove', () => {
    expect(list(NOTHING_KEPT)).not.toContain('<button')
    expect(readText(list(NOTHING_KEPT)).match(/Nothing/g)).toHaveLength(KEPT_KINDS.length)
  })

  test('has buttons of which no two say the same', () => {
    const names = KEPT_KINDS.map((kind) => english(KEPT_TEXTS[kind].remove))
    expect(new Set(names).size).toBe(KEPT_KINDS.length)
  })

  test('takes no second order while one is carried out', () => {
    expect(list(KEPT, true).match(/<button[^>]*disabled/g)).toHaveLength(6)
  })
})

test('limits are said in units that people use', () => {
  const text = readText(shown(<LimitsTable limits={NETWORK_LIMITS} />))
  expect(text).toContain('Hosts that one badge may have asked 8')
  expect(text).toContain('Time for one request 10 seconds')
  expect(text).toContain('A picture 10 MB')
})
