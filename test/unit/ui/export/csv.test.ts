import { expect, test } from 'vitest'
import { csvText } from '../../../../src/ui/export/csv'

const cell = (text: string): string => csvText([[text]]).slice(2, -3)

test('is UTF-8 with a byte order mark, fields in quotes and lines that end as RFC 4180 says', () => {
  expect(
    csvText([
      ['a', 'b,c'],
      ['say "hi"', 'two\nlines'],
    ]),
  ).toBe('\uFEFF"a","b,c"\r\n"say ""hi""","two\nlines"\r\n')
})

test.each([
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =HYPERLINK("https://attacker.example")',
  '\u200B=1',
  '\u2068=1\u2069',
  '\uFEFF=1',
  '＝1+1',
  '＠SUM(A1)',
])('a cell that a spreadsheet could calculate is text: %j', (attack) => {
  expect(cell(attack)).toMatch(/^'/)
  expect(cell(attack)).toBe(`'${attack.replaceAll('"', '""')}`)
})

test.each([
  ["x;=cmd|'/C calc'!A0;", "x;'=cmd|'/C calc'!A0;"],
  ['x; "=1', `x; ""'=1`],
  [';=1+1;x', ";'=1+1;x"],
  [';;-1', ";;'-1"],
  ['; @SUM(A1)', "; '@SUM(A1)"],
  ['x;\t＝1', "x;\t'＝1"],
])('nor does one begin where a spreadsheet separates by another sign: %j', (attack, written) => {
  expect(cell(attack)).toBe(written)
})

test('a cell cannot end itself and begin another', () => {
  expect(csvText([['x",=1,"y']])).toBe('\uFEFF"x"",=1,""y"\r\n')
})

test.each(['Data Analysis', '3.5', 'a=b', 'me@mail.example', '食品安全'])(
  'an ordinary text stays as it is: %s',
  (text) => {
    expect(cell(text)).toBe(text)
  },
)
