import { describe, expect, test } from 'vitest'
import { EscoCopy } from '../../../../src/pages/options/esco-copy'
import { EscoJobView } from '../../../../src/pages/options/esco-job'
import { EscoSource } from '../../../../src/pages/options/esco-source'
import type { EscoOffline } from '../../../../src/platform/esco-shapes'
import { readText, shown } from '../../ui/shown'

const nothing = () => undefined
const INDEX = {
  ...{ version: '1.2.0', language: 'de', made: '2026-06-01T12:00:00Z' },
  ...({ from: 'api', concepts: 18_237 } as const),
}

const copy = (index?: EscoOffline['index']) =>
  readText(shown(<EscoCopy index={index} onRemove={nothing} />))
const job = (more: Partial<NonNullable<EscoOffline['job']>>) =>
  shown(
    <EscoJobView
      job={{ from: 'api', state: 'running', done: 1_200, total: 13_939, ...more }}
      onPause={nothing}
      onResume={nothing}
      onCancel={nothing}
    />,
  )

describe('the copy of ESCO', () => {
  test('is said with version, date, source, size and language', () => {
    const text = copy(INDEX)
    expect(text).toMatch(/1\.2\.0.* 1 June 2026.*public API.*18,237.*German/)
    expect(text).toContain('Remove')
  })

  test('of a file that names no version says so', () => {
    expect(copy({ ...INDEX, version: '' })).toContain('The file does not say')
  })

  test('that is not there says who is asked instead', () => {
    expect(copy()).toContain('Skills are looked up at ec.europa.eu')
    expect(copy()).not.toContain('Remove')
  })
})

describe('the making of a copy', () => {
  test('shows how far it is, and can be paused and cancelled', () => {
    const html = job({})
    expect(html).toMatch(/<progress[^>]*max="18237"[^>]*value="1200"/)
    expect(readText(html)).toMatch(/1,200 entries so far.*Pause.*Cancel/)
    expect(readText(html)).not.toContain('Resume')
  })

  test('that is paused can be resumed', () => {
    const text = readText(job({ state: 'paused' }))
    expect(text).toMatch(/What has come so far is kept.*Resume.*Cancel/)
    expect(text).not.toContain('Pause ')
  })

  test.each([
    [{ is: 'permission', host: 'ec.europa.eu' }, 'may not ask'],
    [{ is: 'not-obtained' }, 'gave no answer'],
    [{ is: 'incomplete' }, 'less than it says'],
    [{ is: 'unreadable', expected: 'x' }, 'no CSV download of ESCO'],
    [{ is: 'internal' }, 'for a reason of our own'],
  ] as const)('that failed says why: %j', (problem, words) => {
    expect(readText(job({ state: 'failed', problem }))).toContain(words)
  })

  test('of a file has no progress, and cannot be paused', () => {
    const html = job({ from: 'csv' })
    expect(html).not.toContain('<progress')
    expect(readText(html)).not.toContain('Pause')
  })
})

test('no copy can be begun while one is made', () => {
  const source = (busy: boolean) =>
    shown(
      <EscoSource
        busy={busy}
        hasCopy={false}
        tooLarge={false}
        onFile={nothing}
        onDownload={nothing}
      />,
    )
  expect(source(true).match(/ disabled/g)).toHaveLength(2)
  expect(source(false)).not.toContain(' disabled')
  expect(readText(source(false))).toContain('Asks ec.europa.eu about 190 times')
})
