import { describe, expect, test } from 'vitest'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import { badge, UNIVERSITY } from './some-badge'

describe('issuers', () => {
  test('stand once, by the name that they are registered under', async () => {
    const { trusted } = await summariseProfile([badge('a'), badge('b')])
    expect(trusted.issuers).toEqual([
      {
        id: UNIVERSITY,
        registeredName: 'Registered University',
        claimedNames: ['University'],
        badges: ['a', 'b'],
      },
    ])
  })

  test('that nobody vouches for have no registered name, whatever they are called', async () => {
    const { authentic } = await summariseProfile([
      badge('a', { verdict: 'authentic', issuerName: 'Registered University' }),
    ])
    expect(authentic.issuers[0]).not.toHaveProperty('registeredName')
    expect(authentic.issuers[0]?.knownAs).toBe('web:university.example')
  })

  test('of one id under two names are one issuer, and a contradiction', async () => {
    const { trusted, contradictions } = await summariseProfile([
      badge('a', { issuerName: 'Oxbridge' }),
      badge('b', { issuerName: 'Harford' }),
    ])
    expect(trusted.issuers).toMatchObject([{ claimedNames: ['Harford', 'Oxbridge'] }])
    expect(contradictions).toEqual([
      {
        code: 'issuer-names-differ',
        issuer: UNIVERSITY,
        names: ['Harford', 'Oxbridge'],
        badges: ['a', 'b'],
      },
    ])
  })

  test('of one name by two ids are two', async () => {
    const { trusted } = await summariseProfile([
      badge('a'),
      badge('b', { issuer: 'did:web:university.example.evil.example' }),
    ])
    expect(trusted.issuers).toHaveLength(2)
  })

  test('whose long ids begin alike are two', async () => {
    const long = `did:jwk:${'A'.repeat(600)}`
    const { trusted } = await summariseProfile([
      badge('a', { issuer: `${long}1` }),
      badge('b', { issuer: `${long}2` }),
    ])
    expect(trusted.issuers).toHaveLength(2)
  })
})

describe('countries', () => {
  const from = (country: string | undefined) => ({
    credential: {
      issuer: { id: UNIVERSITY, types: ['Profile'], ...(country !== undefined && { country }) },
    },
  })

  test('are listed with their badges; what is none is unknown', async () => {
    const { trusted } = await summariseProfile([
      badge('a'),
      badge('b', from(undefined)),
      badge('c', from('Atlantis')),
      badge('d', from('at')),
    ])
    expect(trusted.countries).toEqual([{ country: 'AT', badges: ['a', 'd'] }])
    expect(trusted.countryUnknown).toEqual(['b', 'c'])
  })

  test('are known by their names, too, and by the extension of edubadges', async () => {
    const institution = (InstitutionCountry: unknown) => [
      { type: 'InstitutionCountry', values: { InstitutionCountry } },
    ]
    const { trusted } = await summariseProfile([
      badge('a', from('The Netherlands')),
      badge('b', { ...from(undefined), achievement: { extensions: institution('NL') } }),
      badge('c', {
        credential: {
          issuer: { id: UNIVERSITY, types: [], extensions: institution('Nederland') },
        },
      }),
      badge('d', { ...from(undefined), achievement: { extensions: institution(['NL']) } }),
      badge('e', from('NL, BE')),
      badge('f', from('EU')),
    ])
    expect(trusted.countries).toEqual([{ country: 'NL', badges: ['a', 'b', 'c'] }])
    expect(trusted.countryUnknown).toEqual(['d', 'e', 'f'])
  })

  test('of which one badge says two are none, and a contradiction', async () => {
    const extensions = [{ type: 'InstitutionCountry', values: { InstitutionCountry: 'JP' } }]
    const { trusted, contradictions } = await summariseProfile([
      badge('a', { ...from('AT'), achievement: { extensions } }),
    ])
    expect(trusted.countries).toEqual([])
    expect(trusted.countryUnknown).toEqual(['a'])
    expect(contradictions).toMatchObject([
      { code: 'issuer-countries-differ', countries: ['AT', 'JP'], badges: ['a'] },
    ])
  })

  test('of one issuer that differ are a contradiction', async () => {
    const { contradictions } = await summariseProfile([badge('a'), badge('b', from('JP'))])
    expect(contradictions).toEqual([
      {
        code: 'issuer-countries-differ',
        issuer: UNIVERSITY,
        countries: ['AT', 'JP'],
        badges: ['a', 'b'],
      },
    ])
  })
})
