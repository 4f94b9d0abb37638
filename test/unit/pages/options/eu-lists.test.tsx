import { describe, expect, test } from 'vitest'
import { EuListCard } from '../../../../src/pages/options/eu-list-card'
import { EuListsSaid, type EuSaid } from '../../../../src/pages/options/eu-lists-said'
import type { EuListSummary } from '../../../../src/platform/eu-list-shapes'
import { reason } from '../../../../src/verifier/report'
import { readText, shown } from '../../ui/shown'

const nothing = () => undefined
const LIST: EuListSummary = {
  ...{ country: 'BE', host: 'tsl.belgium.be', count: 11, isOverdue: false },
  ...{ issued: '2026-11-02T08:00:00Z', nextUpdate: '2027-04-30T00:00:00Z' },
  retrieved: '2026-11-20T08:00:00Z',
}

const card = (more: Partial<EuListSummary> = {}, busy = false) =>
  shown(
    <EuListCard list={{ ...LIST, ...more }} busy={busy} onRefresh={nothing} onRemove={nothing} />,
  )

describe('a kept list', () => {
  test('is said with its host, dates, services and signature', () => {
    expect(readText(card())).toMatch(
      /Belgium.*tsl\.belgium\.be.*2 November 2026.*30 April 2027.*20 November 2026.*11.*a certificate that the list of lists names/,
    )
    expect(card()).toMatch(/aria-label="Refresh “Belgium”"/)
    expect(card()).toMatch(/aria-label="Remove “Belgium”"/)
  })

  test('whose next update is over says so, and one without says that it is closed', () => {
    expect(readText(card())).not.toContain('which is over')
    expect(readText(card({ isOverdue: true }))).toContain('30 April 2027, which is over')
    const { nextUpdate: _none, ...closed } = LIST
    const html = shown(
      <EuListCard list={closed} busy={false} onRefresh={nothing} onRemove={nothing} />,
    )
    expect(readText(html)).toContain('the list is closed')
  })

  test('of Greece is not called by the code that lists have for it', () => {
    expect(readText(card({ country: 'EL' }))).toContain('Greece')
  })

  test('that is the list of lists claims no more than that it names its signer itself', () => {
    const text = readText(card({ country: 'EU', count: 30 }))
    expect(text).toMatch(/list of lists.*Countries.*30.*a certificate that it names itself/)
    expect(text).not.toContain('that the list of lists names')
  })

  test('cannot be refreshed twice at once', () => {
    expect(card({}, true).match(/<button[^>]*disabled/g)).toHaveLength(2)
    expect(card().match(/<button[^>]*disabled/g)).toBeNull()
  })
})

describe('what came of a click', () => {
  const host = 'tsl.belgium.be'
  test.each<[EuSaid, string]>([
    [{ is: 'not-asked', host }, 'does not let tsl.belgium.be be asked'],
    [{ is: 'not-obtained', host }, 'tsl.belgium.be gave no list'],
    [
      { is: 'not-obtained', host, reason: reason('host-unreachable', { host }) },
      'gave no list. What was read before stays. ',
    ],
    [{ is: 'malformed', host, expected: 'expected no DOCTYPE' }, '(expected no DOCTYPE)'],
    [{ is: 'not-signed', host }, 'not signed by whom it should be'],
    [{ is: 'older', host }, 'older than what was read before'],
    [{ is: 'gone', name: 'Belgium' }, 'does not name “Belgium” any more'],
    [{ is: 'silent' }, ''],
  ] as [EuSaid, string][])('%o is a failure', (said, sentence) => {
    const html = shown(<EuListsSaid said={said} />)
    expect(readText(html)).toContain(sentence)
    expect(html).toContain('options-failed')
  })

  test('a success is none', () => {
    for (const said of [
      { is: 'refreshed', name: 'B' },
      { is: 'removed', name: 'B' },
      { is: 'working' },
    ] as EuSaid[])
      expect(shown(<EuListsSaid said={said} />)).not.toContain('options-failed')
    expect(readText(shown(<EuListsSaid said={{ is: 'refreshed', name: 'Belgium' }} />))).toContain(
      '“Belgium” was read again',
    )
  })
})
