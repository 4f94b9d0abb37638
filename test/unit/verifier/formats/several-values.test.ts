/**
 * Two values where there is one would let whoever writes them choose which one is judged, and which one is
 * shown: Open Badges 1.0, 1.1 and 2.0, at the host, in the image, and spelled under two names.
 */
import { describe, expect, it } from 'vitest'
import * as first from './open-badges-1-site'
import * as second from './open-badges-2-site'

const EVE = { type: 'email', identity: 'eve@x.example', hashed: false }
const EVIL = 'https://evil.example'
const evilBadge = { ...second.badge, id: `${EVIL}/b.json`, name: 'Doctor of Medicine' }

interface Generation {
  name: string
  assertion: object
  site: Record<string, object>
  id: string
  /** For each property the honest value, and another. */
  values: [property: string, honest: unknown, other: unknown][]
}

const GENERATIONS: Generation[] = [
  {
    ...{ name: '1.0', assertion: first.assertion, site: first.site, id: first.ID },
    values: [
      ['recipient', first.assertion.recipient, EVE],
      ['recipient', first.assertion.recipient, 'eve@x.example'],
      ['verify', first.assertion.verify, { type: 'hosted', url: `${EVIL}/a.json` }],
      ['verify', first.assertion.verify, { type: 'signed', url: `${EVIL}/key.pem` }],
      ['badge', first.BADGE, `${EVIL}/b.json`],
      ['badge', first.badge, { ...first.badge, name: 'Doctor of Medicine' }],
    ],
  },
  {
    ...{ name: '1.1', assertion: first.assertion11, site: first.site11, id: first.ID },
    values: [
      ['recipient', first.assertion11.recipient, EVE],
      ['verify', first.assertion11.verify, { type: 'hosted', url: `${EVIL}/a.json` }],
      ['badge', first.BADGE, `${EVIL}/b.json`],
    ],
  },
  {
    ...{ name: '2.0', assertion: second.assertion, site: second.site, id: second.ID },
    values: [
      ['recipient', second.assertion.recipient, EVE],
      ['verification', second.assertion.verification, { type: 'SignedBadge', creator: EVIL }],
      ['badge', second.BADGE, evilBadge.id],
      ['badge', second.badge, evilBadge],
    ],
  },
]

const CASES = GENERATIONS.flatMap((generation) =>
  generation.values.map(([property, ...values]) => ({ ...generation, property, values })),
)

const orders = ([one, other]: readonly unknown[]) => [
  [one, other],
  [other, one],
  [other, one, other],
]

describe.each(CASES)('Open Badges $name with several values of $property', (given) => {
  const { assertion, site, id, property, values } = given
  const own = { [EVIL]: evilBadge, [evilBadge.id]: evilBadge }

  it.each(orders(values).map((value) => [value]))(
    'is not judged by one of them: %#',
    async (value) => {
      const several = { ...assertion, [property]: value }
      for (const pages of [site, { ...site, [id]: several }, { ...site, ...own, [id]: several }])
        expect(await second.verify(several, pages)).toMatchObject({
          verdict: 'unverifiable',
          reason: 'property-invalid',
        })
      // The copy in the image is honest, and the host says two things.
      expect(await second.verify(assertion, { ...site, [id]: several })).toMatchObject({
        verdict: 'unverifiable',
        reason: 'property-invalid',
      })
    },
  )

  it('is not judged by one of them where it is signed', async () => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
    for (const value of orders(values)) {
      const payload = part({ ...assertion, [property]: value })
      expect(await second.verify(`${part({ alg: 'RS256' })}.${payload}.AAAA`, site)).toMatchObject({
        verdict: 'unverifiable',
        reason: 'property-invalid',
      })
    }
  })

  it('may have a list of one of them', async () => {
    const single = { ...assertion, [property]: [values[0]] }
    const report = await second.verify(single, { ...site, [id]: single })
    expect(report.verdict).toBe('authentic')
  })

  it('is not green with lists in lists', async () => {
    for (const value of [[values], [[values[1]], values[0]], [[values[1]]]]) {
      const nested = { ...assertion, [property]: value }
      const hosted = await second.verify(assertion, { ...site, [id]: nested })
      expect(hosted.verdict).not.toBe('authentic')
      // How a copy says that it is verified is not believed, and does not matter.
      if (property === 'verification') continue
      expect((await second.verify(nested, site)).verdict).not.toBe('authentic')
    }
  })
})

describe('several values under several names', () => {
  const { assertion, site, ID, CONTEXT, BADGE } = second

  it.each<[string, object]>([
    ['recipient', { 'obi:recipient': EVE }],
    ['badge', { 'https://w3id.org/openbadges#badge': evilBadge.id }],
    ['verification', { 'obi:verify': { type: 'SignedBadge' } }],
    ['recipient', { '@context': [CONTEXT, { who: 'obi:recipient' }], who: EVE }],
  ])('of %s are as several under one: %#', async (property, more) => {
    const several = { ...assertion, ...more }
    const report = await second.verify(assertion, { ...site, [ID]: several })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
    expect(report.reasons[0]?.params).toMatchObject({ property })
  })

  it('of badge and its issuer inside are refused at every depth', async () => {
    const badge = { ...second.badge, issuer: [second.ISSUER, EVIL] }
    for (const pages of [
      { ...site, [BADGE]: badge },
      { ...site, [ID]: { ...assertion, badge } },
    ])
      expect(await second.verify(assertion, pages)).toMatchObject({
        verdict: 'unverifiable',
        reason: 'property-invalid',
      })
  })
})
