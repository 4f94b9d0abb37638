import { describe, expect, it } from 'vitest'
import { withoutBlocks } from '../../../../src/verifier/descriptors/markdown-lines'
import { NAME_ENDS } from '../../../../src/verifier/descriptors/text-marks'

/** Lines are read where they stand: what follows a line in the text is never a part of it. */
describe('the end of a line', () => {
  it.each([
    ['# \n# a', `#\na${NAME_ENDS}`],
    ['###\n# a', `###\na${NAME_ENDS}`],
    ['# # \n a', `${NAME_ENDS}\na`],
    ['>  \n > a', '\na'],
    ['> >\n\t>\t', '\n'],
    ['- \n\n-\t\n', '-\n\n-\n'],
    ['・\u3000\na', '- \na'],
    ['||\n|', `${NAME_ENDS} \n${NAME_ENDS} `],
    ['|a\n|b|', `a${NAME_ENDS} \nb${NAME_ENDS} `],
    ['| |\u3000|c', `${NAME_ENDS}  c`],
    ['a\n`\n``\n', 'a\n`\n``\n'],
    ['a\n--\n- -', `a\n--${NAME_ENDS}`],
    ['a\n=\n==', `a${NAME_ENDS}${NAME_ENDS}`],
    ['=\n\na\n\n=', 'a\n'],
    ['\u3000a\u3000\n\u00A0\n\u2003b', 'a\n\nb'],
  ])('%j', (text, lines) => {
    expect(withoutBlocks(text)).toBe(lines)
  })

  it('makes room for a text that grows by its marks', () => {
    const bullets = '•a\n'.repeat(1_000)
    expect(withoutBlocks(bullets)).toBe('- a\n'.repeat(1_000))
  })
})
