import { expect, test, vi } from 'vitest'
import { SOME_LINES, WATCHED_LINES } from '../../../screens/history'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { WatchPart, WatchQuestion } = await import('../../../../src/pages/history/watch-part')
const { WatchNews } = await import('../../../../src/pages/history/watch-news')

const part = (line = WATCHED_LINES[0]!): string =>
  shown(<WatchPart line={line} name="Course" onOrder={vi.fn()} />)

test('a badge that does not hold cannot be watched', () => {
  expect(part(SOME_LINES[3])).toBe('')
  expect(part()).toContain('data-watch-start')
})

test('every host is named before it is agreed to, also where there are many', () => {
  const hosts = Array.from({ length: 9 }, (_, index) => `host-${index}.example`)
  const text = readText(shown(<WatchQuestion name="Course" hosts={hosts} onAnswer={vi.fn()} />))
  for (const host of hosts) expect(text).toContain(host)
  expect(readText(shown(<WatchQuestion name="Course" hosts={[]} onAnswer={vi.fn()} />))).toContain(
    'asks nobody',
  )
})

test('a host is named to its end, where it is decided whose it is', () => {
  const host = 'www.credly.com.badge-check.evil.example'
  const question = shown(<WatchQuestion name="Course" hosts={[host]} onAnswer={vi.fn()} />)
  expect(readText(question)).toContain(host)
  const [line] = [WATCHED_LINES[2]!]
  const watch = { ...line.watch!, hosts: [host], newHosts: [`new.${host}`] }
  const text = readText(part({ ...line, watch }))
  expect(text).toContain(`asks ${host}`)
  expect(text).toContain(`ask new.${host}`)
})

test('a watch names whom it asks, and whom it would have to ask as well', () => {
  const text = readText(part(WATCHED_LINES[2]))
  expect(text).toContain('once a day it asks issuer.example and status.example')
  expect(text).toContain('Let it ask keys.example')
  expect(text).toContain('It has not asked.')
})

test('news are what they are: what could not be checked says nothing about the badge', () => {
  const news = [WATCHED_LINES[1]!, WATCHED_LINES[3]!]
  const text = readText(shown(<WatchNews news={news} onOrder={vi.fn()} />))
  expect(text).toContain('was revoked by its issuer')
  expect(text).toContain('could not be checked for a week. This says nothing about the badge.')
  expect(shown(<WatchNews news={[]} onOrder={vi.fn()} />)).toBe('')
})
