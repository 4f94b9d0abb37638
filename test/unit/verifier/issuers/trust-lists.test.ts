import { describe, expect, test } from 'vitest'
import type { TrustList } from '../../../../src/verifier/environment'
import { listVersions, recogniseIssuer } from '../../../../src/verifier/issuers/trust-lists'

const NOW = new Date('2026-06-01T12:00:00Z')
const LIST: TrustList = {
  id: 'https://lists.example/universities',
  name: 'Universities',
  updated: '2025-05-01',
  issuers: [
    { id: 'https://university.example/issuer', name: 'University of Example' },
    { id: 'did:web:college.example', name: 'Example College' },
    { id: 'https://root.example', name: 'Root' },
    { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', name: 'Keyed' },
  ],
}

const recognise = (id: string, lists = [LIST], claimedName?: string) =>
  recogniseIssuer({ id, claimedName, achievements: [], now: NOW }, lists)
const standing = (id: string, lists = [LIST]) => recognise(id, lists).standing

describe('a trust list', () => {
  test('vouches for an exact id, with its own name for it', () => {
    expect(recognise('https://university.example/issuer', [LIST], 'We are famous')).toEqual({
      standing: 'listed',
      check: {
        id: 'issuer',
        outcome: 'passed',
        reasons: [
          {
            code: 'issuer-listed',
            params: {
              name: 'University of Example',
              list: 'Universities',
              source: 'lists.example',
              updated: '2025-05-01',
            },
          },
        ],
      },
    })
  })

  test.each([
    'HTTPS://University.Example/issuer',
    'https://university.example:443/issuer',
    'https://university.example/x/../issuer',
    'https://root.example/',
    'did:web:college.example',
  ])('knows %s as the URL standard writes it', (id) => {
    expect(standing(id)).toBe('listed')
  })

  test.each([
    // a path above, below or beside a listed one
    'https://university.example/',
    'https://university.example',
    'https://university.example/issuer/',
    'https://university.example/issuer/2',
    'https://university.example/issuer?x',
    'https://university.example/issuer?',
    'https://university.example/issuer#key',
    'https://university.example/Issuer',
    'https://root.example/issuer',
    'https://root.example//',
    'did:web:college.example:staff',
    'did:web:college.example#key-1',
    'did:web:college.example:',
    // another site
    'https://www.university.example/issuer',
    'http://university.example/issuer',
    'https://university.example:8443/issuer',
    'https://university.example./issuer',
    'https://someone@university.example/issuer',
    // a host by one way is not the same host by another
    'https://college.example',
    'https://college.example/',
    'https://college.example/.well-known/did.json',
    'did:web:university.example:issuer',
    'did:web:root.example',
    // DIDs are what they are, letter by letter
    'DID:WEB:college.example',
    'did:web:College.example',
    'did:web:college%2Eexample',
    'did:key:z6Mkhaxgbzdvotdkl5257faiztigic2qtklgpbnnegta2dok',
    'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doKA',
    // look-alikes, escapes and repairs
    'https://university.example.evil.example/issuer',
    'https://university.example@evil.example/issuer',
    'https://unіversity.example/issuer',
    'did:web:соllege.example',
    'https://university.example/%69ssuer',
    'https://university.example/issuer%00',
    'https://university.example/iss\nuer',
    ' https://university.example/issuer',
    'https:\\\\university.example\\issuer',
    'https:university.example/issuer',
    'constructor',
    '__proto__',
    'University of Example',
    '',
  ])('does not vouch for %j', (id) => {
    expect(standing(id)).toBe('unknown')
  })

  test('does not vouch for a name', () => {
    expect(recognise('https://evil.example/', [LIST], 'University of Example')).toEqual({
      standing: 'unknown',
      check: {
        id: 'issuer',
        outcome: 'unknown',
        reasons: [
          {
            code: 'issuer-unknown',
            params: { issuer: 'evil.example', claimedName: 'University of Example' },
          },
        ],
      },
    })
  })

  test('with an entry without an id does not vouch for an issuer without one', () => {
    expect(standing('', [{ ...LIST, issuers: [{ id: '', name: 'Anybody' }] }])).toBe('unknown')
  })

  test('that is empty, or no list at all, vouches for nobody', () => {
    expect(standing('https://university.example/issuer', [])).toBe('unknown')
    expect(standing('https://university.example/issuer', [{ ...LIST, issuers: [] }])).toBe(
      'unknown',
    )
  })

  test('read from a file has no host to name', () => {
    const { check } = recognise('https://root.example/', [{ ...LIST, id: 'sha256:abc' }])
    expect(check.reasons[0]?.params).not.toHaveProperty('source')
  })
})

test('a list that names one issuer over and over does not fill the report', () => {
  const id = 'https://often.example/issuer'
  const issuers = Array.from({ length: 20_000 }, (_, at) => ({ id, name: `Name ${at}` }))
  const finding = recognise(id, [{ ...LIST, issuers }])
  expect(finding.standing).toBe('listed')
  expect(finding.check.reasons.length).toBe(10)
})

describe('several lists', () => {
  const a: TrustList = { ...LIST, id: 'https://a.example/', name: 'A' }
  const b: TrustList = {
    id: 'https://b.example/',
    name: 'B',
    issuers: [
      {
        ...{ id: 'did:web:college.example', name: 'College, of old' },
        ...{ validFrom: '2020-01-01', validUntil: '2021-12-31' },
      },
      { id: 'https://other.example/', name: 'University of Example' },
    ],
  }

  test('are all named where they vouch', () => {
    const { check } = recognise('https://root.example/', [a, { ...a, name: 'C' }])
    expect(check.reasons.map(({ params }) => params)).toMatchObject([{ list: 'A' }, { list: 'C' }])
  })

  test('lend each other nothing: each speaks with its own name, for its own ids', () => {
    expect(standing('https://university.example/issuer', [b])).toBe('unknown')
    expect(recognise('https://other.example/', [a, b]).check.reasons).toMatchObject([
      { params: { name: 'University of Example', list: 'B' } },
    ])
  })

  test('that vouch are not contradicted by one that ended, and do not revive it', () => {
    const { standing: both, check } = recognise('did:web:college.example', [a, b])
    expect(both).toBe('listed')
    expect(check.reasons).toMatchObject([{ code: 'issuer-listed', params: { list: 'A' } }])
    expect(recognise('did:web:college.example', [b])).toMatchObject({
      standing: 'unknown',
      check: {
        reasons: [
          { code: 'issuer-unknown' },
          { code: 'issuer-listing-ended', params: { list: 'B', date: '2021-12-31' } },
        ],
      },
    })
  })

  test('are told apart in the versions, and each version of one', () => {
    const versions = listVersions([{ ...a, sha256: 'one' }, b])
    expect(versions).toEqual({
      'list:https://a.example/': '2025-05-01 one',
      'list:https://b.example/': '',
    })
    expect(listVersions([{ ...a, sha256: 'two' }, b])).not.toEqual(versions)
  })
})
