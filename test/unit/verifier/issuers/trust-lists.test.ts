import { describe, expect, test } from 'vitest'
import type { TrustList } from '../../../../src/verifier/environment'
import { recogniseIssuer } from '../../../../src/verifier/issuers/trust-lists'

const LIST: TrustList = {
  id: 'https://lists.example/universities',
  name: 'Universities',
  updated: '2025-05-01',
  issuers: [
    { id: 'https://university.example/issuer', name: 'University of Example' },
    { id: 'did:web:college.example', name: 'Example College' },
    { id: 'https://root.example', name: 'Root' },
  ],
}

const standing = (id: string, lists = [LIST], name?: string) =>
  recogniseIssuer(id, name, lists).standing

describe('a trust list', () => {
  test('vouches for an exact id, with its own name for it', () => {
    expect(recogniseIssuer('https://university.example/issuer', 'We are famous', [LIST])).toEqual({
      standing: 'listed',
      check: {
        id: 'issuer',
        outcome: 'passed',
        reasons: [
          {
            code: 'issuer-listed',
            params: { name: 'University of Example', list: 'Universities', updated: '2025-05-01' },
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
    // a list never widens
    'https://university.example/',
    'https://university.example/issuer/',
    'https://university.example/issuer/2',
    'https://university.example/issuer?x',
    'https://university.example/issuer#key',
    'https://university.example/Issuer',
    'https://www.university.example/issuer',
    'http://university.example/issuer',
    'https://university.example:8443/issuer',
    'https://root.example/issuer',
    'did:web:college.example:staff',
    'did:web:college.example#key-1',
    'DID:WEB:college.example',
    'did:web:College.example',
    // look-alikes
    'https://university.example.evil.example/issuer',
    'https://university.example@evil.example/issuer',
    'https://unіversity.example/issuer',
    'University of Example',
    '',
  ])('does not vouch for %j', (id) => {
    expect(standing(id)).toBe('unknown')
  })

  test('does not vouch for a name', () => {
    expect(recogniseIssuer('https://evil.example/', 'University of Example', [LIST])).toEqual({
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
    const careless = { ...LIST, issuers: [{ id: '', name: 'Anybody' }] }
    expect(standing('', [careless])).toBe('unknown')
  })

  test('that is empty, or no list at all, vouches for nobody', () => {
    expect(standing('https://university.example/issuer', [])).toBe('unknown')
    expect(standing('https://university.example/issuer', [{ ...LIST, issuers: [] }])).toBe(
      'unknown',
    )
  })
})

test('every list that vouches is named', () => {
  const other: TrustList = { ...LIST, id: 'https://other.example', name: 'Other' }
  const { check } = recogniseIssuer('did:web:college.example', undefined, [LIST, other])
  expect(check.reasons.map(({ params }) => (params as { list: string }).list)).toEqual([
    'Universities',
    'Other',
  ])
})
