import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { bareReport } from '../../../src/background/bare-report'
import { newTabState } from '../../../src/background/tab-state'
import { reports } from '../../../src/platform/database'
import { reason } from '../../../src/verifier/report'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { Keepsakes } = await import('../../../src/background/keepsakes')

const bare = bareReport(
  reason('no-proof'),
  { kind: 'credential', verdict: 'unverifiable' },
  new Date(),
)

it('holds no more than a hundred reports in memory where the database takes none', async () => {
  const put = vi.spyOn(reports, 'put').mockRejectedValue(new Error('QuotaExceededError'))
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const keepsakes = new Keepsakes()
  for (let at = 0; at <= 100; at++) await keepsakes.keepReport(`key${at}`, bare)
  put.mockRestore()
  said.mockRestore()

  expect(await keepsakes.report('key0')).toBeUndefined()
  expect(await keepsakes.report('key1')).toBeDefined()
  expect(await keepsakes.report('key100')).toBeDefined()
})

it('lets the oldest reports go while long ones are written, and not only as a worker begins', async () => {
  const prune = vi.spyOn(reports, 'prune')
  const keepsakes = new Keepsakes()
  const long = { ...bare, source: { ...bare.source, text: 'x'.repeat(3_000_000) } }
  const keep = (key: string) =>
    keepsakes.keepReport(keepsakes.reportId(newTabState(1, false), key), long)
  for (let at = 0; at < 6; at++) await keep(`report ${at}`)
  expect(prune).not.toHaveBeenCalled()
  await keep('one more')
  await keep('and another')

  expect(prune).toHaveBeenCalledTimes(1)
  expect(await reports.ids()).toHaveLength(8)
})
