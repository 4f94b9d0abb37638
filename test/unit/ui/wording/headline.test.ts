import { describe, expect, test } from 'vitest'
import { headlineOf, type HeadlineFacts } from '../../../../src/ui/wording'
import type { Reason, ReasonCode, Verdict } from '../../../../src/verifier/report'
import { english } from '../english'
import { CODES, sample } from './samples'

function facts(
  verdict: Verdict,
  reasons: Reason[],
  more: Partial<HeadlineFacts> = {},
): HeadlineFacts {
  const issuer = { standing: 'unknown' as const, id: 'https://skills.example/issuer' }
  return { verdict, reasons, issuer, holder: 'not-asked', ...more }
}

const say = (of: HeadlineFacts): string => headlineOf(of, english, 'en-GB')

const TABLE: [Verdict, ReasonCode, string][] = [
  [
    'trusted',
    'issuer-listed',
    'Verified. Issued by Example University, listed in “Accredited providers”. Holder not confirmed.',
  ],
  [
    'trusted',
    'issuer-vetted',
    'Verified. Issued by Example Chamber, vetted by Credly. Holder not confirmed.',
  ],
  [
    'trusted',
    'issuer-sealed',
    'Verified. Issued by Example Ministry, shown by its qualified seal. Holder not confirmed.',
  ],
  [
    'authentic',
    'issuer-unknown',
    'Authentic. Issued by skills.example, which calls itself “Grand Institute”. We cannot confirm who that is. Holder not confirmed.',
  ],
  ['attention', 'expired', 'Authentic, but expired on 31 January 2026.'],
  ['attention', 'not-yet-valid', 'Authentic, but not in force before 31 January 2027.'],
  ['attention', 'suspended', 'Authentic, but suspended by its issuer: Under review.'],
  [
    'attention',
    'status-not-obtained',
    'Authentic, but issuer.example did not say whether the badge was revoked.',
  ],
  ['attention', 'holder-differs', 'Authentic, but not issued to the person you asked about.'],
  [
    'attention',
    'baked-copy-differs',
    'Authentic, but the copy in the image differs from the issuer’s copy in recipient and issuer.',
  ],
  ['invalid', 'altered', 'Does not verify: it was altered after it was signed.'],
  ['invalid', 'revoked', 'Revoked by its issuer on 31 January 2026: Issued in error.'],
  ['invalid', 'gone', 'Revoked: issuer.example says that it is gone for good.'],
  [
    'invalid',
    'key-not-issuers',
    'Does not verify: it was signed with a key that issuer.example does not publish.',
  ],
  [
    'invalid',
    'hosted-outside-scope',
    'Does not verify: evil.example does not speak for the issuer it names, issuer.example.',
  ],
  [
    'unverifiable',
    'host-unreachable',
    'Could not check: issuer.example did not answer. This says nothing about the badge.',
  ],
  [
    'unverifiable',
    'terms-not-signed',
    'Could not check: the signature does not cover level and skills. This says nothing about the badge.',
  ],
  [
    'unverifiable',
    'format-not-supported',
    'Could not check: Touchstone does not verify Open Badges 1.1 yet. This says nothing about the badge.',
  ],
  ['none', 'no-badge-data', 'No badge data in this image.'],
  ['none', 'not-a-credential', 'No badge data in this file.'],
  ['none', 'template-picture', 'A picture that Credly has for a badge, and nobody’s award.'],
  [
    'none',
    'platform-certificate',
    'A certificate of Coursera, which publishes no data to verify it by.',
  ],
  ['none', 'link-without-credential', 'No credential found at issuer.example.'],
]

test.each(TABLE)('%s, %s', (verdict, code, expected) => {
  expect(say(facts(verdict, [sample(code)]))).toBe(expected)
})

describe('whatever the reason', () => {
  const VERDICTS: Verdict[] = [
    'trusted',
    'authentic',
    'attention',
    'invalid',
    'unverifiable',
    'none',
  ]
  const every = VERDICTS.flatMap((verdict) => CODES.map((code) => [verdict, code] as const))

  test('the headline is whole and says none of the words that hide the cause', () => {
    for (const [verdict, code] of every) {
      const headline = say(facts(verdict, [sample(code)]))
      expect(headline).toMatch(/^[A-Z].*[.”]$/)
      expect(headline).not.toMatch(/undefined|missing [A-Z]|\$/)
      expect(headline).not.toMatch(/\bvalid\b|warning|not verified|\binvalid\b(?! term)/i)
    }
  })

  test('green and blue say whether the holder was confirmed', () => {
    for (const code of CODES)
      for (const verdict of ['trusted', 'authentic'] as const) {
        const reasons = [sample(code)]
        expect(say(facts(verdict, reasons))).toContain('Holder not confirmed.')
        expect(say(facts(verdict, reasons, { holder: 'matches' }))).toContain(
          'Holder confirmed: it was issued to the person you asked about.',
        )
      }
  })

  test('"could not check" never becomes "fine" nor "does not verify"', () => {
    for (const code of CODES) {
      if (code === 'not-an-award') continue
      const headline = say(facts('unverifiable', [sample(code)]))
      expect(headline).toMatch(/^Could not check/)
      expect(headline).toContain('This says nothing about the badge.')
    }
  })

  test('only authentic things are called authentic, only listed ones verified', () => {
    for (const [verdict, code] of every) {
      const headline = say(facts(verdict, [sample(code)]))
      expect(headline.startsWith('Verified.')).toBe(verdict === 'trusted')
      expect(headline.startsWith('Authentic')).toBe(
        verdict === 'authentic' || verdict === 'attention',
      )
    }
  })
})

describe('who issued it', () => {
  test('a self-made key that borrows a famous name is named by the key', () => {
    const id = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
    const headline = say(
      facts('authentic', [], { issuer: { standing: 'unknown', id, claimedName: 'Harvard' } }),
    )
    expect(headline).toContain('Issued by did:key:z6MkhaXg…2doK, which calls itself “Harvard”.')
  })

  test('a did:web with port and path is named by its host', () => {
    const issuer = { standing: 'unknown' as const, id: 'did:web:tech.example%3A8443:issuers:1' }
    expect(say(facts('authentic', [], { issuer }))).toContain('Issued by tech.example:8443.')
  })

  test('a host of look-alike letters is shown in punycode', () => {
    const issuer = { standing: 'unknown' as const, id: 'https://hаrvard.example/' }
    expect(say(facts('authentic', [], { issuer }))).toContain('Issued by xn--')
  })

  test('a claimed name cannot end the sentence and start a verdict of its own', () => {
    const claimedName = 'X”. Verified. Issued by Harvard\n\nHolder confirmed'
    const headline = say(
      facts('authentic', [], {
        issuer: { standing: 'unknown', id: 'https://evil.example/', claimedName },
      }),
    )
    expect(headline.match(/”/g)).toHaveLength(1)
    expect(headline).toMatch(/^Authentic\. Issued by evil\.example, which calls itself/)
    expect(headline).toMatch(/We cannot confirm who that is\. Holder not confirmed\.$/)
    expect(headline).not.toContain('\n')
  })
})
