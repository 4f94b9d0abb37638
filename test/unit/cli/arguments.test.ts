import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../src/cli/arguments'

describe('what is said', () => {
  test('is read', () => {
    const read = readArguments([
      'a.png',
      '--json',
      '--recipient',
      'a@b.example',
      '--recipient=did:key:z6Mk',
      '--now',
      '2026-01-31',
      '--trust-list',
      'list.json',
      '--esco',
      'esco.zip',
      '--concurrency',
      '3',
      '-0',
      '--offline',
      '--',
      '--odd.png',
    ])
    expect(read).toMatchObject({
      names: ['a.png', '--odd.png'],
      json: true,
      offline: true,
      recipients: ['a@b.example', 'did:key:z6Mk'],
      now: new Date('2026-01-31T00:00:00Z'),
      trustLists: ['list.json'],
      esco: 'esco.zip',
      concurrency: 3,
      nulSeparated: true,
    })
  })

  test('a lone dash is a name', () => {
    expect(readArguments(['-']).names).toEqual(['-'])
  })

  test('with hosts to wait for there are more threads than cores', () => {
    expect(readArguments([]).concurrency).toBeGreaterThanOrEqual(8)
  })
})

describe('a mistake is a sentence', () => {
  test.each([
    [['--jsn'], /Unknown option '--jsn'\.$/],
    [['--now'], /--now/],
    [['--json=yes'], /--json/],
    [['--now', '2026-02-30'], /"2026-02-30" is no date\. Write 2026-01-31/],
    [['--now', '31.01.2026'], /is no date/],
    [['--now', '2026-13-01'], /is no date/],
    [['--now', '2026-01-31T12:00:00'], /is no date/],
    [['--now', 'tomorrow'], /is no date/],
    [['--concurrency', '0'], /from 1 to 256/],
    [['--concurrency', '1e2'], /from 1 to 256/],
    [['--concurrency', '257'], /from 1 to 256/],
  ])('%j', (argv, sentence) => {
    expect(() => readArguments(argv)).toThrow(sentence)
  })

  test.each(['2026-01-31T12:00:00Z', '2024-02-29', '2026-01-31T12:00:00.5+02:00'])(
    '%s is a date',
    (text) => {
      expect(readArguments(['--now', text]).now).toEqual(new Date(text))
    },
  )
})
