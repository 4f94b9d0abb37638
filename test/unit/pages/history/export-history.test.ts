import { expect, test } from 'vitest'
import type { ExportedEntry, ExportedPart } from '../../../../src/platform/history-shapes'
import { historyFile } from '../../../../src/pages/history/export-history'
import { TRUSTED } from '../../../screens/reports'

const NOW = new Date('2026-11-22T12:00:00Z')

const entry = (id: string): ExportedEntry => ({
  ...{ id, host: 'uni.example', since: '2026-03-01T00:00:00Z', checkedAt: '2026-03-01T00:00:00Z' },
  ...{ earlier: [], report: TRUSTED },
})

const asked: (number | undefined)[] = []
const from =
  (parts: ExportedPart[]) =>
  (before: number | undefined): Promise<ExportedPart> => {
    asked.push(before)
    return Promise.resolve(parts[asked.length - 1] ?? { entries: [] })
  }

test('all parts come into one file, in their order', async () => {
  asked.length = 0
  const parts = [{ entries: [entry('a'), entry('b')], next: 7 }, { entries: [entry('c')] }]
  const { blob, name, count } = await historyFile(from(parts), NOW)
  const file = JSON.parse(await blob.text()) as { badges: ExportedEntry[]; exportedAt: string }
  expect(file.badges.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(file.exportedAt).toBe('2026-11-22T12:00:00.000Z')
  expect([name, count, asked]).toEqual([
    'touchstone-2026-11-22-history.json',
    3,
    [undefined, 7, undefined],
  ])
})

test('nothing is a file as well', async () => {
  asked.length = 0
  const { blob, count } = await historyFile(from([{ entries: [] }]), NOW)
  expect(JSON.parse(await blob.text())).toMatchObject({ badges: [] })
  expect(count).toBe(0)
})

test('parts that do not go on are no history, and fill no memory', async () => {
  const same = (): Promise<ExportedPart> => Promise.resolve({ entries: [entry('a')], next: 7 })
  await expect(historyFile(same, NOW)).rejects.toThrow('expected a part before 7')
})

test('what is verified again meanwhile, and comes to the front by that, is in it once', async () => {
  asked.length = 0
  const parts = [
    { entries: [entry('a'), entry('b')], next: 7 },
    { entries: [entry('d')] },
    { entries: [entry('c'), entry('a')], next: 8 },
  ]
  const { blob, count } = await historyFile(from(parts), NOW)
  const file = JSON.parse(await blob.text()) as { badges: ExportedEntry[] }
  expect(file.badges.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
  expect(count).toBe(4)
})
