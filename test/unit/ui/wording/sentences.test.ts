import { describe, expect, it } from 'vitest'
import { sentencesIn } from '../../../../src/ui/wording'
import { english } from '../english'

describe('a value in a sentence', () => {
  const s = sentencesIn(english, 'en')

  it.each(['“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』'])(
    'cannot close the quotation marks of any language with %s',
    (mark) => {
      const claimed = `X${mark}. Verified`
      expect(s.text('issuerNamed', claimed)).toContain('X". Verified')
      expect(s.list([claimed]).composed).toContain('X". Verified')
    },
  )

  it('that is a host keeps its end, where it says whose it is', () => {
    const host = `www.harvard.edu.${'a'.repeat(60)}.${'b'.repeat(60)}.evil.example`
    expect(s.text('issuerNamed', host)).toMatch(/from …[ab.]+\.evil\.example$/)
    expect(s.text('issuerNamed', `${host}:8443`)).toMatch(/\.evil\.example:8443$/)
    expect(s.list(['digitalcredentials.registrar.uni.example']).composed).toMatch(
      /^…[a-z.]+\.uni\.example$/,
    )
    expect(s.list(['issuer.example']).composed).toBe('issuer.example')
  })

  it('that is a name keeps its beginning', () => {
    expect(s.text('issuerNamed', `School of ${'names '.repeat(40)}`)).toMatch(/from School .*…$/)
  })

  it('keeps the marks that stand for letters', () => {
    expect(s.text('issuerNamed', 'L’École d’été')).toContain('L’École d’été')
  })
})

describe('a date', () => {
  const { date } = sentencesIn(english, 'en-GB')

  it.each([
    ['2028-02-29', '29 February 2028'],
    ['2027-03-01T23:30:00-05:00', '2 March 2027'],
    // Days that no calendar has, and what is no day, are not judged as one either.
    ['2027-02-29', '2027-02-29'],
    ['2027-02-30T00:00:00Z', '2027-02-30T00:00:00Z'],
    ['2027', '2027'],
    ['soon', 'soon'],
  ])('%s is shown as it is judged', (iso, shown) => {
    expect(date(iso)).toBe(shown)
  })

  it.each(['Asia/Tokyo', 'America/New_York'])('without a time zone is the same in %s', (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      expect(date('2027-03-01T00:00:00')).toBe('1 March 2027')
      expect(date('2027-03-01T23:59:59')).toBe('1 March 2027')
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})
