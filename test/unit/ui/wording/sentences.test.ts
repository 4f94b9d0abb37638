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
