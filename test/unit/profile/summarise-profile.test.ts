import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProfileSource } from '../../../src/profile/awards'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import type { Verdict, VerificationReport } from '../../../src/verifier/report'
import { TIMEOUT, tries } from '../verifier/robustness/runs'
import { badge, eqfAlignment } from './some-badge'

const HONEST = [
  badge('a', { eqf: 5, ects: 3, skills: ['analyse data'] }),
  badge('b', { eqf: 6, ects: 2.5, skills: ['analyse data', 'weld metal'] }),
]

const GRAND = { eqf: 8, ects: 300, hours: 9000, skills: ['perform brain surgery'] }

describe('what counts', () => {
  test('sums and levels are from what is trusted', async () => {
    const { trusted, authentic } = await summariseProfile(HONEST)
    expect(trusted.badges.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(trusted.levels).toMatchObject({ lowest: 5, highest: 6, none: [] })
    expect(trusted.credit.ects).toEqual({ from: 5.5, to: 5.5 })
    expect(trusted.skills.found.map(({ label, badges }) => [label, badges])).toEqual(
      expect.arrayContaining([
        ['analyse data', ['a', 'b']],
        ['weld metal', ['b']],
      ]),
    )
    expect(authentic.badges).toEqual([])
  })

  test('what is authentic is summed apart', async () => {
    const alone = await summariseProfile(HONEST)
    const together = await summariseProfile([
      ...HONEST,
      badge('x', { verdict: 'authentic', ...GRAND }),
    ])
    expect(together.trusted).toEqual(alone.trusted)
    expect(together.authentic.credit.ects).toEqual({ from: 300, to: 300 })
    expect(together.authentic.levels.highest).toBe(8)
  })

  const others: [Verdict, Partial<VerificationReport>][] = [
    ['invalid', { authenticity: 'fails' }],
    ['invalid', { currency: 'revoked' }],
    ['attention', { currency: 'expired' }],
    ['attention', { conformity: 'questionable' }],
    ['attention', { holder: 'differs' }],
    ['unverifiable', { authenticity: 'unknown' }],
  ]
  test.each(others)('%s %j changes no sum, and is said to be left out', async (verdict, report) => {
    const { leftOut, ...alone } = await summariseProfile(HONEST)
    const grand = badge('x', { verdict, ...GRAND, report })
    // It even claims a conflicting name, country and recipient.
    grand.report.issuer.claimedName = 'Somebody Else'
    const { leftOut: left, ...together } = await summariseProfile([...HONEST, grand])
    expect(together).toEqual(alone)
    expect([leftOut, left]).toEqual([{}, { [verdict]: 1 }])
  })

  test('an image without a badge is not even left out', async () => {
    const nothing = badge('x', { verdict: 'none', report: { kind: 'none' } })
    expect((await summariseProfile([nothing])).leftOut).toEqual({})
  })

  test.each(['endorsement', 'badge-class', 'profile', 'unsealed'] as const)(
    'what holds and is a mere %s is no award',
    async (kind) => {
      const { trusted, notAwards } = await summariseProfile([
        badge('x', { ...GRAND, report: { kind } }),
      ])
      expect(notAwards).toBe(1)
      expect(trusted.badges).toEqual([])
      expect(trusted.credit.ects).toBeUndefined()
    },
  )

  test('what was not checked is counted and nothing else', async () => {
    expect((await summariseProfile([], 4)).notChecked).toBe(4)
  })
})

describe('the same badge many times', () => {
  test('counts once', async () => {
    const again = Array.from({ length: 50 }, (_, index) => ({
      id: `z${index}`,
      report: badge('a', { eqf: 5, ects: 3, skills: ['analyse data'] }).report,
    }))
    const { trusted } = await summariseProfile(again)
    expect(trusted.badges).toMatchObject([{ id: 'z0', shown: 50 }])
    expect(trusted.credit).toMatchObject({ ects: { from: 3, to: 3 }, overlaps: [] })
    expect(trusted.timeLine.dated).toHaveLength(1)
  })

  test('is not another issuer’s badge with the same ids', async () => {
    const copy = badge('a', { verdict: 'authentic', issuer: 'did:web:copy.example', ...GRAND })
    const { trusted, authentic } = await summariseProfile([
      { ...copy, id: '0' },
      badge('a', { ects: 3 }),
    ])
    expect(trusted.credit.ects).toEqual({ from: 3, to: 3 })
    expect(authentic.badges.map(({ id }) => id)).toEqual(['0'])
  })

  test('is not every badge of an issuer that writes one id into all', async () => {
    const id = 'urn:uuid:placeholder'
    const both = [
      badge('a', { ects: 3, credential: { id } }),
      badge('b', { ects: 2, credential: { id } }),
    ]
    expect((await summariseProfile(both)).trusted.credit.ects).toEqual({ from: 5, to: 5 })
  })

  describe('is not another with the same id and achievement', () => {
    const same = (id: string, facts: Parameters<typeof badge>[1]): ProfileSource =>
      badge(id, {
        achievement: { id: 'urn:achievement:same' },
        ...facts,
        credential: { id: 'urn:uuid:placeholder', ...facts?.credential },
      })
    const of = (id: string) => ({ credential: { recipient: { id, identities: [] } } })

    test('for somebody else', async () => {
      const { recipients, contradictions } = await summariseProfile([
        same('a', of('did:example:alice')),
        same('b', of('did:example:bob')),
      ])
      expect(recipients.comparison).toBe('differ')
      expect(contradictions).toEqual([{ code: 'recipients-differ', badges: ['a', 'b'] }])
    })

    test('that states another workload', async () => {
      const { trusted, contradictions } = await summariseProfile([
        same('a', { ects: 10 }),
        same('b', { ects: 5 }),
      ])
      expect(trusted.credit.ects).toEqual({ from: 5, to: 5 })
      expect(contradictions).toEqual([{ code: 'workloads-differ', badges: ['a', 'b'] }])
    })

    test.each([
      ['of several achievements', [{ name: { en: 'One' } }, { name: { en: 'Two' } }]],
      ['of none', []],
    ])('that states another workload as a whole, %s', async (_, achievements) => {
      const stating = (id: string, ects: number) =>
        badge(id, {
          achievements,
          credential: {
            id: 'urn:uuid:placeholder',
            extensions: [{ type: 'ECTS', values: { ECTS: ects } }],
          },
        })
      const { trusted, contradictions } = await summariseProfile([
        stating('a', 10),
        stating('b', 5),
      ])
      expect(trusted.credit.ects).toEqual({ from: 5, to: 5 })
      expect(contradictions).toEqual([{ code: 'workloads-differ', badges: ['a', 'b'] }])
    })

    test('that states another level', async () => {
      const { contradictions } = await summariseProfile([
        same('a', { eqf: 5 }),
        same('b', { eqf: 6 }),
      ])
      expect(contradictions).toEqual([
        { code: 'levels-differ', levels: [5, 6], badges: ['a', 'b'] },
      ])
    })

    test('but for where and how it says the same', async () => {
      const to = (type: string, ...values: string[]) => ({
        recipient: { identities: values.map((value) => ({ type, value, hashed: false })) },
      })
      const { trusted } = await summariseProfile([
        same('a', { ects: 5, eqf: 6, credential: to('email', 'mira@mail.example') }),
        same('b', {
          ects: 5,
          achievement: {
            id: 'urn:achievement:same',
            alignments: [eqfAlignment(6), eqfAlignment(6)],
          },
          credential: to('emailAddress', 'Mira@Mail.example', 'mailto:mira@mail.example'),
        }),
      ])
      expect(trusted.badges).toMatchObject([{ shown: 2 }])
    })
  })
})

describe('a collection', () => {
  const place = { role: 'credential', subject: 'same' } as const
  const part = (id: string, facts = {}) => badge(id, { ...facts, report: { place } }).report
  const collection = (verdict: Verdict, parts: VerificationReport[]) =>
    badge('c', { verdict, ...GRAND, report: { kind: 'clr', parts } })

  test('counts what it holds, each by its own verdict, and itself not at all', async () => {
    const parts = [part('a', { ects: 3 }), part('b', { ects: 4, verdict: 'authentic' })]
    const { trusted, authentic } = await summariseProfile([collection('trusted', parts)])
    expect(trusted.badges.map(({ id }) => id)).toEqual(['c/1'])
    expect(trusted.credit.ects).toEqual({ from: 3, to: 3 })
    expect(authentic.credit.ects).toEqual({ from: 4, to: 4 })
  })

  test('that a person should look at counts for nothing with all that it holds', async () => {
    const { trusted, leftOut } = await summariseProfile([
      collection('attention', [part('a', { ects: 3 }), part('b', { verdict: 'invalid' })]),
    ])
    expect(trusted.badges).toEqual([])
    expect(leftOut).toEqual({ attention: 1 })
  })

  test('and the badge that is also shown by itself counts once', async () => {
    const { trusted } = await summariseProfile([
      badge('a', { ects: 3 }),
      collection('trusted', [part('a', { ects: 3 })]),
    ])
    expect(trusted.badges).toMatchObject([{ shown: 2 }])
    expect(trusted.credit.ects).toEqual({ from: 3, to: 3 })
  })

  test('gives its place to the badge by itself, whatever their ids and texts', async () => {
    const parts = ['2026-01-01', '2026-01-02'].map((validFrom) =>
      part('a', { ects: 3, credential: { validFrom } }),
    )
    for (const [first, second] of [parts, parts.toReversed()]) {
      const { trusted } = await summariseProfile([
        collection('trusted', [first!]),
        { id: 'z', report: second! },
      ])
      expect(trusted.badges).toMatchObject([{ id: 'z', shown: 2 }])
      expect(trusted.credit.ects).toEqual({ from: 3, to: 3 })
    }
  })

  test('does not count the endorsements in it', async () => {
    const endorsement = badge('e', GRAND).report
    endorsement.place = { role: 'endorsement', subject: 'same' }
    endorsement.kind = 'endorsement'
    const { trusted } = await summariseProfile([collection('trusted', [endorsement])])
    expect(trusted.badges).toEqual([])
  })
})

describe('hostile text', () => {
  const LONG = `\u202E${'x'.repeat(10_000)}`

  test('is kept short, and stays text', async () => {
    const { trusted } = await summariseProfile([
      badge('a', {
        issuerName: LONG,
        achievement: { name: { en: LONG } },
        skills: [{ result: 'found', uri: 'u', label: LONG, concept: 'skill' }],
        credential: { recipient: { id: LONG, identities: [] } },
      }),
    ])
    expect(JSON.stringify(trusted).length).toBeLessThan(3_000)
    expect(trusted.badges[0]?.name).toHaveLength(300)
  })

  test('as keys and codes does no harm', async () => {
    const odd = badge('__proto__', {
      achievement: { id: 'constructor', name: { en: '' } },
      issuer: 'did:web:__proto__',
    })
    const { trusted } = await summariseProfile([odd])
    expect(trusted.badges).toMatchObject([{ id: '__proto__' }])
    expect(trusted.badges[0]).not.toHaveProperty('name')
  })
})

test('a summary is plain data', async () => {
  const summary = await summariseProfile([...HONEST, badge('x', { verdict: 'invalid' })], 1)
  expect(structuredClone(summary)).toEqual(summary)
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
})

test(
  'the order of the badges changes nothing',
  async () => {
    const property = fc.asyncProperty(
      fc.array(someBadge, { maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      async (made, places) => {
        const sources = made.map(({ report }, index) => ({ id: `b${index}`, report }))
        const shuffled = sources
          .map((source) => ({ source, place: places.next().value as number }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ source }) => source)
        expect(await summariseProfile(shuffled)).toEqual(await summariseProfile(sources))
      },
    )
    await tries(property, 60)
  },
  TIMEOUT,
)

/** Few of each, so that badges agree and disagree in every way. */
const someBadge = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    verdict: fc.constantFrom<Verdict>('trusted', 'authentic', 'attention', 'invalid'),
    issuer: fc.constantFrom('did:web:one.example', 'did:web:two.example'),
    issuerName: fc.constantFrom('One', 'Two'),
    eqf: fc.constantFrom(5, 6, 9),
    ects: fc.constantFrom(0.1, 0.2, 3, -1),
    hours: fc.constantFrom(30, 75),
    skills: fc.subarray(['weld metal', 'analyse data']),
    related: fc.subarray(['urn:achievement:a', 'urn:achievement:b', 'urn:achievement:c']),
    recipient: fc.constantFrom('did:example:holder', 'did:example:other'),
    issuedOn: fc.constantFrom('2026-01-01', '2025-01-01T10:00:00Z', 'last week'),
  })
  .map(({ id, related, recipient, issuedOn, ...facts }) =>
    badge(id, {
      ...facts,
      achievement: { related: related.map((each) => ({ id: each })) },
      credential: { issuedOn, recipient: { id: recipient, identities: [] } },
    }),
  )
