import { describe, expect, test } from 'vitest'
import { headlineOf, reasonSentence } from '../../../../src/ui/wording'
import type { Reason } from '../../../../src/verifier/report'
import { english } from '../english'

const say = (reason: Reason): string => reasonSentence(reason, english, 'en')
const LISTED = { name: 'Example College', list: 'Providers' }

describe('a listing says as much as the list does', () => {
  test('a file without a date', () => {
    expect(say({ code: 'issuer-listed', params: LISTED })).toBe(
      'Example College is listed in “Providers”.',
    )
  })

  test('list, date, source, auditor, standard and end', () => {
    const params = {
      ...{ ...LISTED, source: 'quality.example', updated: '2026-03-01' },
      ...{ auditor: 'Quality Agency', standard: 'ESG 2015', until: '2027-12-31' },
    }
    expect(say({ code: 'issuer-listed', params })).toBe(
      'Example College is listed in “Providers”, last changed on March 1, 2026. The list comes from quality.example. Audited by Quality Agency against ESG 2015. The listing runs until December 31, 2027.',
    )
  })

  test('one that ended names its end', () => {
    expect(say({ code: 'issuer-listing-ended', params: { ...LISTED, date: '2025-12-31' } })).toBe(
      'The list “Providers” named Example College only until December 31, 2025. Ask the issuer whether it has been audited again.',
    )
  })
})

describe('whom a platform lets in', () => {
  test.each([
    ['anybody', /anybody can open an issuer account/],
    ['members', /chose its name itself/],
    ['undocumented', /does not say in public/],
  ] as const)('%s', (admits, sentence) => {
    expect(say({ code: 'issuer-on-platform', params: { platform: 'Badgr', admits } })).toMatch(
      sentence,
    )
  })
})

test('names out of a list are text, whatever stands in them', () => {
  const attack = '<img src=x onerror=alert(1)>”. Verified by everybody. \u202E$1\u0000'
  const params = {
    name: attack,
    list: attack,
    source: 'x.example',
    auditor: attack,
    standard: attack,
  }
  const facts = {
    ...{ verdict: 'trusted' as const, holder: 'not-asked' as const },
    reasons: [{ code: 'issuer-listed' as const, params }],
    issuer: { standing: 'listed' as const, id: 'did:web:x.example' },
  }
  for (const sentence of [say(facts.reasons[0]!), headlineOf(facts, english, 'en')]) {
    expect(sentence).toContain('<img src=x onerror=alert(1)>')
    // Our own quotation marks come in pairs still: a name cannot close them.
    expect(sentence.split('“').length).toBe(sentence.split('”').length)
    expect(sentence).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
  }
})
