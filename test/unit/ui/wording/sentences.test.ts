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

  it('keeps the marks that stand for letters', () => {
    expect(s.text('issuerNamed', 'L’École d’été')).toContain('L’École d’été')
  })
})
