import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTrustList } from '../../../../../src/verifier/issuers/read-list'

const COLLEGE = {
  ...{ id: 'did:web:college.example', name: 'Example College', url: 'https://college.example/' },
  ...{ auditor: 'Example Quality Agency', standard: 'ESG 2015' },
  ...{ validFrom: '2025-01-01', validUntil: '2027-12-31' },
  scope: { achievementTypes: ['Course'], achievements: ['https://college.example/a/1'] },
}
const LIST = {
  type: 'touchstone:accreditation-list/1',
  ...{ name: 'Accredited providers', publisher: 'Example Quality Agency' },
  ...{ url: 'https://quality.example/list.json', updated: '2026-03-01', licence: 'CC-BY-4.0' },
  issuers: [COLLEGE],
}

const read = (json: object) =>
  readTrustList(JSON.stringify(json), { name: 'providers.json', retrieved: new Date(0) })

function without(from: object, name: string): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => key !== name))
}

test('is read whole', async () => {
  const { issuers, type: _type, ...head } = LIST
  expect(await read(LIST)).toMatchObject({
    ...{ is: 'list', entries: 1, problems: [] },
    list: { ...head, issuers },
  })
})

test('is known by the file that it came in, whatever it says of itself', async () => {
  const result = await read({ ...LIST, url: 'https://famous.example/list.json' })
  expect(result).toMatchObject({
    list: { id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string },
  })
})

test('the example of the documentation is read without a problem', async () => {
  const path = new URL('../../../../../docs/trust-lists.md', import.meta.url)
  const [, example = ''] =
    /```json\n(\{[^`]+touchstone:accreditation-list\/1[^`]+)```/.exec(readFileSync(path, 'utf8')) ??
    []
  const result = await readTrustList(example, { name: 'x', retrieved: new Date(0) })
  expect(result).toMatchObject({ is: 'list', entries: 2, problems: [] })
})

describe('a list that cannot be read says which property, and what was expected', () => {
  test.each([
    ['type', { ...LIST, type: 'touchstone:accreditation-list/2' }],
    ['name', without(LIST, 'name')],
    ['name', { ...LIST, name: {} }],
    ['publisher', without(LIST, 'publisher')],
    ['updated', without(LIST, 'updated')],
    ['updated', { ...LIST, updated: '2026-02-30' }],
    ['url', { ...LIST, url: 'quality.example' }],
    ['issuers', without(LIST, 'issuers')],
    ['issuers', { ...LIST, issuers: {} }],
    ['expires', { ...LIST, expires: '2026-12-31' }],
  ])('%s', async (property, json) => {
    const result = await read(json)
    expect(result).toMatchObject({ is: 'unreadable', problem: { property } })
    expect(result.is === 'unreadable' && result.problem.expected.length).toBeGreaterThan(3)
  })
})

describe('an entry that cannot be read is told, and the others are read', () => {
  test.each([
    ['id', without(COLLEGE, 'id'), '#1'],
    ['id', { ...COLLEGE, id: 'Example College' }, 'Example College'],
    ['name', without(COLLEGE, 'name'), COLLEGE.id],
    ['auditor', without(COLLEGE, 'auditor'), COLLEGE.id],
    ['standard', without(COLLEGE, 'standard'), COLLEGE.id],
    ['validFrom', without(COLLEGE, 'validFrom'), COLLEGE.id],
    ['validUntil', without(COLLEGE, 'validUntil'), COLLEGE.id],
    ['validUntil', { ...COLLEGE, validUntil: 'for ever' }, COLLEGE.id],
    // A misspelt or foreign property might have narrowed the entry.
    ['validUntill', { ...COLLEGE, validUntill: '2026-01-01' }, COLLEGE.id],
    ['suspended', { ...COLLEGE, suspended: true }, COLLEGE.id],
    ['scope', { ...COLLEGE, scope: {} }, COLLEGE.id],
    ['scope', { ...COLLEGE, scope: 'Course' }, COLLEGE.id],
    ['scope', { ...COLLEGE, scope: null }, COLLEGE.id],
    ['scope.countries', { ...COLLEGE, scope: { ...COLLEGE.scope, countries: ['AT'] } }, COLLEGE.id],
    ['scope.achievementTypes', { ...COLLEGE, scope: { achievementTypes: 'Course' } }, COLLEGE.id],
    ['scope.achievementTypes', { ...COLLEGE, scope: { achievementTypes: [] } }, COLLEGE.id],
    ['scope.achievements', { ...COLLEGE, scope: { achievements: [1] } }, COLLEGE.id],
  ])('%s', async (property, entry, name) => {
    const other = { ...COLLEGE, id: 'did:web:other.example' }
    expect(await read({ ...LIST, issuers: [entry, other] })).toMatchObject({
      ...{ is: 'list', entries: 2, problems: [{ entry: name, property }] },
      list: { issuers: [{ id: 'did:web:other.example' }] },
    })
  })
})
