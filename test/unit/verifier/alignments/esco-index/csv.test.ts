import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../../../../src/verifier/alignments/esco-index/csv'
import { entriesOfCsv } from '../../../../../src/verifier/alignments/esco-index/entries-of-csv'
import { EscoIndexError } from '../../../../../src/verifier/alignments/esco-index/entry'
import { expectLittleWork } from '../../../cpu-time'

describe('rows of CSV', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    ['"a ""quoted"" word",b', [['a "quoted" word', 'b']]],
    [
      '"two\nlines","with, comma"\nx,y',
      [
        ['two\nlines', 'with, comma'],
        ['x', 'y'],
      ],
    ],
    [
      'a,,b\n,,\n',
      [
        ['a', '', 'b'],
        ['', '', ''],
      ],
    ],
    ['a,', [['a', '']]],
    ['"never closed,\nb', [['never closed,\nb']]],
    ['"a"x,b', [['a', 'b']]],
    ['""', [['']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect([...csvRows(text)]).toEqual(rows)
  })

  test('come back as they were written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') })
    const row = fc.array(field, { minLength: 1, maxLength: 4 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((fields) => fields.map(quote).join(',')).join('\n')
        expect([...csvRows(text)]).toEqual(rows)
      }),
      { seed: 7 },
    )
  })

  test('megabytes of quotes take no long', async () => {
    await expectLittleWork(10, () => {
      for (const text of ['"', '""', '",', '"\n', 'a,']) Array.from(csvRows(text.repeat(500_000)))
    })
  })
})

const UUID = '00064735-8fad-454b-90c7-ed858cc993f2'
const HEADER =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description'
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n')

describe('entries of ESCO', () => {
  test('are read from the skills, with their type', () => {
    const text = csv(
      `KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/${UUID},skill/competence,x,weld metal,"a\nb",,released,"Long, text"`,
      `KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1-a,knowledge,x,metallurgy,,,released,`,
      `KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2-a,knowledge,x,alchemy,,,obsolete,`,
    )
    expect([...entriesOfCsv(text)]).toEqual([
      { uri: `http://data.europa.eu/esco/skill/${UUID}`, kind: 'skill', label: 'weld metal' },
      { uri: 'http://data.europa.eu/esco/skill/1-a', kind: 'knowledge', label: 'metallurgy' },
      {
        ...{ uri: 'http://data.europa.eu/esco/skill/2-a', kind: 'knowledge', label: 'alchemy' },
        obsolete: true,
      },
    ])
  })

  test('are read from other columns in another order', () => {
    const text = `preferredLabel,code,conceptUri,conceptType\r\nWelders,7212,http://data.europa.eu/esco/isco/C7212,ISCOGroup\r\n`
    expect([...entriesOfCsv(text)]).toEqual([
      { uri: 'http://data.europa.eu/esco/isco/C7212', kind: 'group', label: 'Welders' },
    ])
  })

  test.each([
    'Occupation,https://evil.example/esco/occupation/1,,,welder,,,released,',
    'Occupation,http://data.europa.eu.evil.example/esco/occupation/1,,,welder,,,released,',
    'Occupation,http://data.europa.eu/esco/occupation/1,,,,,,released,',
    'ConceptScheme,http://data.europa.eu/esco/occupation/1,,,welder,,,released,',
    'Occupation',
    '',
  ])('are not read from the row "%s"', (row) => {
    expect([...entriesOfCsv(csv(row))]).toEqual([])
  })

  test.each(['', 'a,b,c', '<html>', 'conceptUri,preferredLabel\nx,y', '{"json": true}'])(
    '"%s" is no file of ESCO',
    (text) => {
      expect(() => [...entriesOfCsv(text)]).toThrow(EscoIndexError)
    },
  )
})
