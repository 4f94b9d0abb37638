import { describe, expect, test } from 'vitest'
import { readTrustList } from '../../../../../src/verifier/issuers/read-list'

const URL = 'https://registries.example/registry.json'
const RETRIEVED = new Date('2026-06-01T12:00:00Z')
const META = { created: '2022-10-27T17:57:31+00:00', updated: '2025-05-09T18:17:57+00:00' }
const UNIVERSITY = { name: 'My University', location: 'Prato, Italy', url: 'https://my.example' }

const read = (registry: unknown, meta: unknown = META) =>
  readTrustList(JSON.stringify({ meta, registry }), {
    ...{ url: URL, name: 'registries.example', retrieved: RETRIEVED },
  })

test('is read with its date, and called by where it came from', async () => {
  const registry = {
    'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W': UNIVERSITY,
    // Entries with a name alone are in the real ones.
    'did:web:www.credly.com:api:v1:obi:v3:issuers:ede32dcc': { name: 'Credly Test' },
  }
  expect(await read(registry)).toEqual({
    is: 'list',
    entries: 2,
    problems: [],
    list: {
      ...{ id: URL, name: 'registries.example', updated: META.updated },
      ...{
        retrieved: RETRIEVED.toISOString(),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      issuers: [
        {
          id: 'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W',
          ...{ name: 'My University', url: 'https://my.example' },
        },
        { id: 'did:web:www.credly.com:api:v1:obi:v3:issuers:ede32dcc', name: 'Credly Test' },
      ],
    },
  })
})

describe('an entry that cannot be read', () => {
  test.each([
    ['did:web:a.example', {}, { property: 'name', missing: true }],
    ['did:web:a.example', { name: '  ' }, { property: 'name' }],
    ['did:web:a.example', { name: ['A'] }, { property: 'name' }],
    ['did:web:a.example', { name: 'x'.repeat(501) }, { property: 'name' }],
    ['did:web:a.example', { name: 'A', url: 'javascript:alert(1)' }, { property: 'url' }],
    ['did:web:a.example', 'A', { expected: 'an object' }],
    ['did:web:a.example', null, { expected: 'an object' }],
    ['did:web:a.example#key', { name: 'A' }, { property: 'registry' }],
    ['did:web:a.example ', { name: 'A' }, { property: 'registry' }],
    ['did:web:а.example', { name: 'A' }, { property: 'registry' }],
    ['A University', { name: 'A' }, { property: 'registry' }],
    ['constructor', { name: 'A' }, { property: 'registry' }],
    ['toString', { name: 'A' }, { property: 'registry' }],
  ])('%j: %j is told, and the others are read', async (id, entry, problem) => {
    const result = await read({ [id]: entry, 'did:web:good.example': UNIVERSITY })
    expect(result).toMatchObject({
      ...{ is: 'list', entries: 2, problems: [{ entry: id, ...problem }] },
      list: { issuers: [{ id: 'did:web:good.example' }] },
    })
  })
})

describe('an entry that is limited in a way that the form does not know', () => {
  test.each([
    ['validFrom', '2030-01-01'],
    ['validUntil', '2020-01-01'],
    ['valid_until', '2020-01-01'],
    ['scope', { achievementTypes: ['Course'] }],
    ['revoked', true],
    ['status', 'withdrawn'],
    ['toString', 'x'],
  ])('%s is told, and is no listing for ever', async (property, value) => {
    const limited = { ...UNIVERSITY, [property]: value }
    const result = await read({ 'did:web:a.example': limited, 'did:web:good.example': UNIVERSITY })
    expect(result).toMatchObject({
      ...{ entries: 2, problems: [{ entry: 'did:web:a.example', property }] },
      list: { issuers: [{ id: 'did:web:good.example' }] },
    })
  })

  test('nor is one in a registry that is limited as a whole', async () => {
    const registry = { 'did:web:a.example': UNIVERSITY }
    const ended = await read(registry, { ...META, validUntil: '2020-01-01' })
    expect(ended).toMatchObject({ is: 'unreadable', problem: { property: 'meta.validUntil' } })
    const text = JSON.stringify({ meta: META, registry, revoked: true })
    expect(await readTrustList(text, { name: 'x', retrieved: RETRIEVED })).toMatchObject({
      ...{ is: 'unreadable', problem: { property: 'revoked' } },
    })
  })
})

describe('what is no registry', () => {
  test.each([
    ['registry', [], META],
    ['registry', null, META],
    ['updated', {}, { updated: 'yesterday' }],
    ['meta', {}, 'yesterday'],
  ])('%s is named', async (property, registry, meta) => {
    expect(await read(registry, meta)).toMatchObject({ is: 'unreadable', problem: { property } })
  })

  test('a registry that was polluted is not read at all', async () => {
    const text = `{"registry":{"__proto__":{"name":"A"},"did:web:a.example":{"name":"A"}}}`
    const result = await readTrustList(text, { name: 'x', retrieved: RETRIEVED })
    expect(result.is).toBe('unreadable')
  })

  test('nor one of endless length', async () => {
    const ids = Array.from({ length: 20_001 }, (_, index) => [
      `did:web:a${index}.example`,
      { name: 'A' },
    ])
    expect(await read(Object.fromEntries(ids))).toMatchObject({
      ...{ is: 'unreadable', problem: { property: 'registry' } },
    })
  })
})
