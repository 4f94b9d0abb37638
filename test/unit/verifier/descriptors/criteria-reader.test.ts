import { describe, expect, it } from 'vitest'
import { readCriteria } from '../../../../src/verifier/descriptors/criteria-reader'
import { MOST_NAMES } from '../../../../src/verifier/descriptors/name-finder'
import { ENGLISH, ENGLISH_HTML, JAPANESE, JAPANESE_ONE_LINE } from './criteria-texts'

/** The values by descriptor; of two the last. */
function values(text: string): Record<string, string> {
  const { sections } = readCriteria(text)
  return Object.fromEntries(sections.map(({ descriptor, value }) => [descriptor, value]))
}

const named = (text: string) => readCriteria(text).sections.map(({ descriptor }) => descriptor)

describe('realistic criteria', () => {
  it('English Markdown, each name bold and on a line of its own', () => {
    const { structured, sections } = readCriteria(ENGLISH)
    expect(structured).toBe(true)
    expect(sections.map(({ descriptor, index }) => [index, descriptor])).toEqual([
      [1, 'title'],
      [2, 'learning-outcomes'],
      [3, 'workload'],
      [4, 'level'],
      [5, 'assessment-type'],
      [6, 'participation-form'],
      [7, 'quality-assurance'],
      [8, 'credit'],
      [9, 'language'],
      [10, 'certification'],
      [11, 'prerequisites'],
      [12, 'stackability'],
    ])
    expect(values(ENGLISH)).toMatchObject({
      title: 'Data Analysis for Public Health',
      'learning-outcomes':
        '- explain how samples are drawn\n- choose a test: t-test, chi-square or none\n- present results to a lay audience',
      workload: '75 hours in total; 5 hours per week',
      level: 'EQF level 6 (first cycle, QF-EHEA)',
      credit: '3 ECTS',
      prerequisites: '',
      stackability: 'Part of the Certificate in Public Health. See the programme.',
    })
  })

  it('HTML of an editor', () => {
    expect(values(ENGLISH_HTML)).toEqual({
      'learning-outcomes': 'Learners can:\n\n- read a balance sheet\n\n- write < 10 lines of “VBA”',
      workload: '25 h',
      level: 'EQF 5',
      'assessment-type': 'Written exam & interview',
      language: 'en, de',
    })
    expect(readCriteria(ENGLISH_HTML).plain).not.toMatch(/alert|color|trap|<\/?[a-z]/)
  })

  it('Japanese, a name to a line', () => {
    expect(values(JAPANESE)).toEqual({
      title: 'データサイエンス基礎',
      'awarding-body': '架空大学',
      'issuer-country': '日本',
      'date-of-issuing': '2025年6月1日',
      description: 'データを扱うための基礎を学ぶ。',
      'learning-outcomes': '- 統計量の意味を説明できる。\n- 目的：に応じたグラフを選択できる。',
      workload: '30時間',
      level: '学部初級',
      'assessment-type': 'オンライン試験（60点以上で合格）',
      'participation-form': 'オンライン',
      'quality-assurance': '機関別認証評価',
      credit: '1単位',
      language: '日本語',
      certification: 'マイクロクレデンシャルガイドライン1.1に準拠',
      prerequisites: 'なし',
      stackability: '',
    })
  })

  it('Japanese, all on one line', () => {
    expect(values(JAPANESE_ONE_LINE)).toEqual({
      title: 'AIリテラシー',
      'learning-outcomes': 'AIの仕組みを説明できる。',
      workload: '15時間',
      level: '入門',
      'assessment-type': '小テスト',
      'quality-assurance': 'JMOOC認定',
      language: '日本語',
    })
  })
})

describe('where a name may stand', () => {
  it.each([
    ['new lines', 'Title: a\nLevel: b'],
    ['line breaks of Windows', 'Title: a\r\nLevel: b'],
    ['semicolons', 'title: a; level: b'],
    ['full-width semicolons', 'title: a；level: b'],
    ['bullets', '- title: a\n* level: b'],
    ['bullets in a line', '• title: a • level: b'],
    ['Japanese bullets', '・title：a\n・level：b'],
    ['<br>', 'title: a<br>level: b'],
    ['<br />', 'title: a<BR />level: b'],
    ['bold, colon inside', 'title: a **level:** b'],
    ['bold, colon behind', '**title**: a **level**: b'],
    ['bold in HTML', '<strong>title</strong>: a <b>level:</b> b'],
    ['underlined bold', '__title:__ a __level:__ b'],
    ['numbers', '1. title: a\n2. level: b'],
    ['numbers in brackets', '(1) title: a\n(2) level: b'],
    ['spaces, with capitals', 'Title: a Level: b'],
    ['spaces, all small', 'title: a level: b'],
    ['full stops', 'Title: a. level: b'],
    ['headings', '## Title\na\n\n## Level ##\nb'],
    ['underlined headings', 'Title\n=====\na\n\nLevel\n-----\nb'],
    ['headings of HTML', '<h2>Title</h2>a<h2>Level</h2>b'],
    ['rows of a table', '| Title | a |\n|---|---|\n| Level | b |'],
    ['rows of HTML', '<tr><th>Title</th><td>a</td></tr><tr><td>Level</td><td>b</td></tr>'],
    ['definitions', '<dl><dt>Title</dt><dd>a</dd><dt>Level</dt><dd>b</dd></dl>'],
    ['a quotation', '> Title: a\n> Level: b'],
    ['corner brackets', '【タイトル】a\n【レベル】b'],
    ['corner brackets and a colon', '【タイトル】：a【レベル】：b'],
  ])('%s', (_, text) => {
    expect(values(text)).toEqual({
      title: expect.stringMatching(/^a\.?$/) as string,
      level: 'b',
    })
  })

  it.each([
    ['inside a sentence', 'Title: X\nTo reach a high level: 80 % are needed'],
    ['inside a word', 'Title: X; multilevel: y'],
    ['behind a hyphen or slash', 'Title: X; high-level: y; and/level: z'],
    ['in an address', 'Title: X\nhttps://issuer.example/level:5'],
    ['behind another word of a name', 'Title: X\nJob level: senior'],
    ['behind a square bracket in a sentence', 'Title: X with its [Level: high'],
    ['without a colon', 'Title: X\nLevel 5'],
    ['on another line than its colon', 'Title: X\nLevel\n: 5'],
    ['in brackets that do not close it', 'Title: X\n「レベル】5'],
  ])('not %s', (_, text) => {
    expect(readCriteria(text)).toMatchObject({ structured: false, sections: [] })
  })
})

describe('how a name may be written', () => {
  it.each([
    ['case', 'LEARNING OUTCOMES: a\nlevel: b'],
    ['slashes and spaces', 'Notional workload / Learner effort: a\nIntegration/ Stackability: b'],
    ['no space', 'LearningOutcomes: a\nNotionalworkload/Learnereffort: b'],
    ['hyphens', 'Title of the micro‐credential: a\nLearning-outcomes: b'],
    ['brackets', 'Level (EQF, QF-EHEA): a\nTitle: b'],
    ['full width', 'Ｔｉｔｌｅ： a\nＬＥＶＥＬ﹕ b'],
    ['half-width kana', 'ﾀｲﾄﾙ: a\nﾚﾍﾞﾙ: b'],
    ['non-breaking spaces', 'Learning&nbsp;outcomes: a\nType\u00A0of assessment: b'],
  ])('%s', (_, text) => {
    expect(Object.values(values(text))).toEqual(['a', 'b'])
  })

  it.each([
    ['学習成果', 'learning-outcomes'],
    ['学修成果', 'learning-outcomes'],
    ['授業言語', 'language'],
    ['予想学習時間', 'workload'],
    ['学習経験レベル', 'level'],
    ['品質保証タイプ', 'quality-assurance'],
    ['質保証', 'quality-assurance'],
    ['履修要件', 'prerequisites'],
    ['積み上げ可能性', 'stackability'],
    ['発行機関', 'awarding-body'],
    ['発行国', 'issuer-country'],
    ['発行国・地域', 'issuer-country'],
    ['発行日', 'date-of-issuing'],
  ])('%s', (name, descriptor) => {
    expect(named(`${name}：x\n備考：y`)).toEqual([descriptor, 'further-information'])
  })

  it('is one name in two languages', () => {
    const text = '学習成果 (Learning outcomes): a\nWorkload／予想学習時間：b'
    expect(readCriteria(text).sections).toMatchObject([
      { descriptor: 'learning-outcomes', heading: '学習成果 (Learning outcomes)', value: 'a' },
      { descriptor: 'workload', heading: 'Workload／予想学習時間', value: 'b' },
    ])
  })

  it('is the longest that is known', () => {
    expect(named('Type of quality assurance: a\nEQF level: b')).toEqual([
      'quality-assurance',
      'level',
    ])
  })
})

describe('values', () => {
  it('end where the next known name begins, and at no other colon', () => {
    const text = 'Title: Module 2: Time 10:30\nNote: see below\nLevel: 5'
    expect(values(text)).toEqual({ title: 'Module 2: Time 10:30\nNote: see below', level: '5' })
  })

  it.each(['Title:\nLevel: 5', 'Title: -\nLevel: 5', 'Title: … ; Level: 5', 'Title：　\nLevel: 5'])(
    'are empty where nothing can be read: %j',
    (text) => {
      expect(values(text)).toEqual({ title: '', level: '5' })
    },
  )

  it('of a row stand in its other cells, whatever these are called', () => {
    const html =
      '<tr><td>Assessment</td><td>Exam</td><td>Level</td></tr><tr><td>Title</td><td>x</td></tr>'
    expect(values(html)).toEqual({ 'assessment-type': 'Exam Level', title: 'x' })
    const markdown = '| Assessment | Exam | Level |\n| Title | x |'
    expect(values(markdown)).toEqual({ 'assessment-type': 'Exam Level', title: 'x' })
  })

  it('of a descriptor that is named twice are both there', () => {
    const { sections } = readCriteria('Level: 5\nTitle: x\nLevel: 6')
    expect(sections.map(({ value }) => value)).toEqual(['5', 'x', '6'])
  })
})

describe('text that is not structured', () => {
  it.each([
    ['', ''],
    ['Complete all five modules.', 'Complete all five modules.'],
    ['Level: 5', 'Level: 5'],
    ['Level: 5\nLevels: 6', 'Level: 5\nLevels: 6'],
    ['# How to **earn** it\n\n* do [this](https://a.example/)', 'How to earn it\n\n- do this'],
  ])('%j', (text, plain) => {
    expect(readCriteria(text)).toEqual({ structured: false, sections: [], plain })
  })
})

describe('hostile text', () => {
  it.each([
    ['a script', 'Title: a<script>Level: 9</script>\nLevel: b'],
    ['a script in capitals', 'Title: a<SCRIPT type="x">Level: 9</ScRiPt >\nLevel: b'],
    ['a style', 'Title: a<style>p{x:y}</style><br>Level: b'],
    ['a comment', 'Title: a<!-- Level: 9 -->\nLevel: b'],
    ['an attribute', 'Title: a<p title="x > Level: 9">Level: b'],
    ['directions turned around', 'Title: \u202Ea\u202C\nLe\u200Bvel\u2067: b'],
    ['the same as a reference', 'Title: &#x202E;a\nLe&#8203;vel: b'],
    ['our own marks', 'Title: a\u001F\u001E\nLevel\u001F: b'],
    ['a lone surrogate in a name', 'Title: a\nLevel: b\n\uD800Credit: 1'],
  ])('%s is not read, nor left in a value', (_, text) => {
    expect(values(text)).toMatchObject({ title: 'a', level: expect.stringMatching(/^b/) as string })
    expect(values(text).level).not.toContain('9')
  })

  it('references are read once', () => {
    expect(readCriteria('&amp;lt;b&amp;gt; &lt;script&gt;').plain).toBe('&lt;b&gt; <script>')
  })

  it('what is not closed hides what follows, as in a browser, or is text', () => {
    expect(readCriteria('a <script> Level: 5').plain).toBe('a')
    expect(readCriteria('5 < 6 and a <b').plain).toBe('5 < 6 and a <b')
  })

  it('has no more names than a person would read', () => {
    const { sections } = readCriteria('Level: 5\nTitle: x\n'.repeat(500))
    expect(sections).toHaveLength(MOST_NAMES)
  })
})
