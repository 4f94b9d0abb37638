import { beforeEach, describe, expect, test, vi } from 'vitest'
import { AUTHENTIC, EXPIRED, TRUSTED } from '../../../screens/reports'
import { profileReportOf } from '../../../screens/profile-reports'
import type { ProfileReport } from '../../../../src/platform/messages'
import { eventually } from '../../eventually'
import { live, type Live } from '../../ui/live'
import { saved } from '../../ui/saved'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
vi.mock('../../../../src/ui/save-file', async () => (await import('../../ui/saved')).asSaveFile)
const { KeptBadge } = await import('../../../../src/pages/verify/badge-report')
const { KeptProfile, TabProfile } = await import('../../../../src/pages/verify/profile-report')

beforeEach(() => {
  worker.forget()
  saved.length = 0
  vi.stubGlobal('location', { search: '' })
  vi.stubGlobal('history', { replaceState: () => undefined })
})

async function opened(page: Live): Promise<Live> {
  await eventually(() => {
    expect(page.text()).toContain('JSON, to check again')
  })
  return page
}

async function savedBy(page: Live, button: string): Promise<string> {
  page.press(button)
  await eventually(() => {
    expect(saved).toHaveLength(1)
  })
  return await saved[0]!.text()
}

const SAYS_SO = 'none of the reports is kept any more'
const FORMATS = ['JSON, to check again', 'Web page, to read']

describe('a file of a report', () => {
  const answering = (report: unknown) => (asked: Asked) => (asked.type === 'report' ? report : null)
  const open = () => {
    worker.answer = answering({ id: 'r1', report: TRUSTED, thumbnail: 'data:image/png;base64,AA' })
    return opened(live(<KeptBadge reportId="r1" />))
  }

  test('says what holds when it is saved, not what did when the page was opened', async () => {
    const page = await open()
    worker.answer = answering({ id: 'r1', report: EXPIRED })
    expect(JSON.parse(await savedBy(page, FORMATS[0]!))).toMatchObject({
      report: { verdict: EXPIRED.verdict, reason: EXPIRED.reason },
    })
  })

  test('says so as a web page, with the picture that was there', async () => {
    const page = await open()
    worker.answer = answering({ id: 'r1', report: EXPIRED })
    const text = await savedBy(page, FORMATS[1]!)
    expect(text).toContain('Authentic, but expired')
    expect(text).not.toContain('Verified. Issued by')
    expect(text).toContain('data:image/png;base64,AA')
  })

  test.each(FORMATS)('is not made of one that is no longer kept: %s', async (format) => {
    const page = await open()
    worker.answer = () => null
    page.press(format)
    await eventually(() => {
      expect(page.text()).toContain(SAYS_SO)
    })
    expect(saved).toEqual([])
  })
})

describe('a file of a profile', () => {
  const BEFORE = profileReportOf()
  const NOW = {
    ...BEFORE,
    judgedAt: '2027-02-03T00:00:00Z',
    entries: BEFORE.entries.map((entry) => ({ ...entry, report: EXPIRED })),
  }
  const TAB = {
    ...{ tabId: 1, host: 'people.example', access: 'ok', private: false },
    badges: ['trusted', 'long'].map((id) => ({
      ...{ id, kind: 'image', url: '', state: 'done', hosts: [], verdict: 'trusted' },
    })),
  }
  const answers =
    (given: { tab?: ProfileReport; kept?: ProfileReport }) =>
    ({ type }: Asked): unknown =>
      ({
        'page-state': TAB,
        'profile-report': given.tab ?? null,
        'kept-profile': given.kept ?? null,
        report: { id: 'r1', report: EXPIRED },
      })[type] ?? null
  const another = { ...NOW, entries: [{ id: 'x', reportId: 'x', report: AUTHENTIC }] }

  const pages: [string, () => Promise<Live>, Parameters<typeof answers>[0]][] = [
    [
      'of reports that are kept',
      () => {
        worker.answer = answers({ kept: BEFORE })
        return opened(live(<KeptProfile reportIds={['trusted', 'long']} />))
      },
      { kept: NOW },
    ],
    [
      'of a tab',
      () => {
        worker.answer = answers({ tab: BEFORE })
        return opened(live(<TabProfile tabId={1} />))
      },
      { tab: NOW },
    ],
    [
      'of a tab that shows another page by now',
      () => {
        worker.answer = answers({ tab: BEFORE })
        return opened(live(<TabProfile tabId={1} />))
      },
      { tab: another, kept: NOW },
    ],
  ]

  describe.each(pages)('%s', (_, open, then) => {
    test('says what holds when it is saved', async () => {
      const page = await open()
      worker.answer = answers(then)
      const file = JSON.parse(await savedBy(page, 'JSON, to check again')) as typeof NOW
      expect(file.judgedAt).toBe(NOW.judgedAt)
      expect(file.entries).toHaveLength(NOW.entries.length)
    })

    test('says so in a table', async () => {
      const page = await open()
      worker.answer = answers(then)
      const rows = (await savedBy(page, 'Table (CSV)')).trimEnd().split('\r\n').slice(1)
      expect(rows).toHaveLength(NOW.entries.length)
      for (const row of rows) expect(row).toContain('"Expired"')
    })

    test('says so as a web page', async () => {
      const page = await open()
      worker.answer = answers(then)
      expect(await savedBy(page, 'Web page, to read')).toContain('3 February 2027')
    })

    test('is not made where nothing is kept any more', async () => {
      const page = await open()
      worker.answer = answers({})
      page.press('Table (CSV)')
      await eventually(() => {
        expect(page.text()).toContain(SAYS_SO)
      })
      expect(saved).toEqual([])
    })
  })
})
