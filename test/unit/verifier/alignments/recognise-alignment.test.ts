import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseAlignment } from '../../../../src/verifier/alignments/recognise-alignment'
import type { Alignment } from '../../../../src/verifier/credential'
import { TIMEOUT, tries } from '../robustness/runs'
import { expectLittleWork } from '../../cpu-time'

const UUID = '00064735-8fad-454b-90c7-ed858cc993f2'
const SKILL = `http://data.europa.eu/esco/skill/${UUID}`
const OCCUPATION = `http://data.europa.eu/esco/occupation/${UUID}`
const RAW = `https://esco.ec.europa.eu/en/classification/skills?uri=${SKILL}`

describe('a concept of ESCO', () => {
  test.each<[string, Alignment, string[]]>([
    ['its URI', { targetUrl: SKILL }, [SKILL]],
    ['its URI by https', { targetUrl: SKILL.replace('http:', 'https:') }, [SKILL]],
    ['its URI in capitals', { targetUrl: SKILL.replace(UUID, UUID.toUpperCase()) }, [SKILL]],
    ['its URI with a slash', { targetUrl: `${SKILL}/` }, [SKILL]],
    ['its URI without a scheme', { targetUrl: SKILL.slice('http://'.length) }, [SKILL]],
    ['its URI in the code', { targetUrl: 'https://issuer.example/', targetCode: SKILL }, [SKILL]],
    [
      'its URI in the code beside a page of the portal',
      { targetUrl: 'https://esco.ec.europa.eu/en/classification/skill_main', targetCode: SKILL },
      [SKILL],
    ],
    [
      'a UUID in the code beside a link that was cut off',
      { targetUrl: SKILL.slice(0, -8), targetCode: UUID },
      [SKILL, OCCUPATION],
    ],
    ['an occupation', { targetUrl: OCCUPATION }, [OCCUPATION]],
    [
      'an ISCO group',
      { targetUrl: 'http://data.europa.eu/esco/isco/C2654' },
      ['http://data.europa.eu/esco/isco/C2654'],
    ],
    [
      'a field of education',
      { targetUrl: 'http://data.europa.eu/esco/isced-f/0611' },
      ['http://data.europa.eu/esco/isced-f/0611'],
    ],
    [
      'a skill group as it was',
      { targetUrl: 'http://data.europa.eu/esco/skill/S1.4.1' },
      ['http://data.europa.eu/esco/skill/S1.4.1'],
    ],
    ['a raw portal link', { targetUrl: RAW }, [SKILL]],
    [
      'an encoded portal link',
      {
        targetUrl: `https://esco.ec.europa.eu/nl/classification/skill?uri=${encodeURIComponent(SKILL)}`,
      },
      [SKILL],
    ],
    [
      'a portal link that was encoded twice',
      {
        targetUrl: `https://esco.ec.europa.eu/en/classification/occupation?uri=${encodeURIComponent(encodeURIComponent(OCCUPATION))}`,
      },
      [OCCUPATION],
    ],
    [
      'a link of the portal before',
      { targetUrl: `https://ec.europa.eu/esco/portal/skill?uri=${encodeURIComponent(SKILL)}` },
      [SKILL],
    ],
    ['a bare UUID', { targetFramework: 'ESCO', targetCode: UUID }, [SKILL, OCCUPATION]],
    [
      'a UUID as a URN',
      { targetFramework: 'ESCO 1.2', targetUrl: `urn:uuid:${UUID}` },
      [SKILL, OCCUPATION],
    ],
    [
      'a bare code',
      { targetType: 'ext:ESCO', targetCode: 'C2654' },
      ['http://data.europa.eu/esco/isco/C2654'],
    ],
    [
      'a bare code of a skill group',
      { targetFramework: 'ESCO', targetCode: 'S1.4.1' },
      ['http://data.europa.eu/esco/skill/S1.4.1'],
    ],
    ['its framework alone', { targetFramework: 'ESCO', targetUrl: 'urn:esco:manage-staff' }, []],
    [
      'its framework in full',
      { targetFramework: 'European Skills, Competences, Qualifications and Occupations' },
      [],
    ],
    [
      'an address of no kind of concept, called like what every object has',
      { targetUrl: 'http://data.europa.eu/esco/constructor/C2654' },
      [],
    ],
    ['the code of an occupation', { targetFramework: 'ESCO', targetCode: '2654.1.7' }, []],
  ])('is known by %s', (_, alignment, uris) => {
    expect(recogniseAlignment(alignment)).toMatchObject({ kind: 'esco', uris })
  })

  test.each<Alignment>([
    { targetUrl: SKILL.slice(0, -5) },
    { targetUrl: 'http://data.europa.eu/esco/skill/00064735-8fad' },
    { targetFramework: 'ESCO', targetCode: '00064735-8fad' },
    { targetUrl: RAW.slice(0, -1) },
  ])('that was cut off is none: %j', (alignment) => {
    expect(recogniseAlignment(alignment)).toMatchObject({ kind: 'esco', uris: [], truncated: true })
  })
})

describe('what is not of ESCO, whatever it looks like', () => {
  test.each([
    `javascript:alert("${SKILL}")`,
    `\u0000javascript:${SKILL}`,
    `data:text/html,${SKILL}`,
    `http://data.europa.eu.evil.example/esco/skill/${UUID}`,
    `http://evil.example/data.europa.eu/esco/skill/${UUID}`,
    `http://data.europa.eu@evil.example/esco/skill/${UUID}`,
    `http://user:pass@data.europa.eu/esco/skill/${UUID}`,
    `http://data.europa.eu:8080/esco/skill/${UUID}`,
    `http://dаta.europa.eu/esco/skill/${UUID}`,
    `https://evil.example/?uri=${encodeURIComponent(SKILL)}`,
    `https://esco.ec.europa.eu.evil.example/en/classification/skill?uri=${SKILL}`,
    `${RAW}${'a'.repeat(3_000)}`,
    `http://data.europa.eu.evil.example/`,
    `http://[bad/esco/skill/${UUID}`,
  ])('%.80s', (targetUrl) => {
    const recognised = recogniseAlignment({ targetUrl })
    expect(recognised.kind).toBe('other')
    expect(recognised.uris).toBeUndefined()
    // Not even where it says that it is.
    const claiming = { targetUrl, targetFramework: 'ESCO', targetName: { en: 'manage staff' } }
    const claimed = recogniseAlignment(claiming)
    expect(claimed.uris ?? []).toEqual([])
  })

  test.each([
    'http://data.europa.eu.evil.example/',
    `http://data.europa.eu.evil.example/esco/skill/${UUID}`,
    'javascript:alert(1)',
  ])('%.60s that calls itself ESCO has neither framework nor link', (targetUrl) => {
    const claiming = { targetUrl, targetFramework: 'ESCO', targetCode: UUID }
    expect(recogniseAlignment(claiming)).toEqual({ kind: 'other' })
  })

  test.each([
    { targetCode: UUID },
    { targetCode: 'C2654' },
    { targetFramework: 'ESCORT', targetCode: UUID },
    { targetType: 'ESCOrt', targetCode: UUID },
    { targetUrl: 'http://data.europa.eu/snb/eqf-not/6' },
  ])('%j', (alignment) => {
    expect(recogniseAlignment(alignment).kind).toBe('other')
  })

  test.each([
    'http://data.europa.eu/esco/skill/../occupation',
    'http://data.europa.eu/esco/skill/%2e%2e',
    'http://data.europa.eu/esco/model#Skill',
    'http://data.europa.eu/esco/skill/<script>',
    'https://esco.ec.europa.eu/en/about-esco',
    'https://esco.ec.europa.eu/en/classification/skill?uri=javascript:alert(1)',
    'https://esco.ec.europa.eu/en/classification/skill?uri=http%253A%252F%252F%E0%A4%A',
  ])('%s has no usable URI', (targetUrl) => {
    expect(recogniseAlignment({ targetUrl }).uris ?? []).toEqual([])
  })
})

test.each<[string, Alignment]>([
  ['eqf', { targetUrl: 'http://data.europa.eu/snb/eqf/6' }],
  ['ects', { targetFramework: 'ECTS', targetCode: '3' }],
  ['isced-f', { targetUrl: 'http://data.europa.eu/snb/isced-f/0611' }],
  ['isced-f', { targetFramework: 'ISCED-F 2013', targetCode: '0611' }],
  ['ctdl', { targetType: 'ceterms:Credential' }],
  ['ctdl', { targetUrl: 'https://credentialengineregistry.org/resources/ce-1' }],
  ['case', { targetType: 'CFItem', targetUrl: 'https://frameworks.example/1' }],
  ['case', { targetUrl: 'https://frameworks.example/ims/case/v1p0/CFItems/1' }],
  ['digcomp', { targetFramework: 'DigComp 2.2', targetCode: '1.1' }],
  ['onet', { targetUrl: 'https://www.onetonline.org/link/summary/15-1252.00' }],
  ['onet', { targetFramework: 'O*NET-SOC', targetCode: '15-1252.00' }],
  ['other', { targetUrl: 'https://notcredentialengineregistry.org/resources/ce-1' }],
  ['other', { targetUrl: 'https://issuer.example/framework' }],
  ['other', {}],
])('%s is recognised in %j', (kind, alignment) => {
  expect(recogniseAlignment(alignment).kind).toBe(kind)
})

test('what has a name and a URN of its own may be named as ESCO names it', () => {
  const alignment = { targetUrl: 'urn:x:1', targetName: { en: 'manage musical staff' } }
  expect(recogniseAlignment(alignment)).toEqual({ kind: 'other', mayBeLabel: true })
  expect(recogniseAlignment({ ...alignment, targetFramework: 'Ours' })).toEqual({ kind: 'other' })
})

test('a link is an address of the web without a user', () => {
  expect(recogniseAlignment({ targetUrl: 'https://x.example/a b' }).link).toBe(
    'https://x.example/a%20b',
  )
  for (const targetUrl of ['https://u:p@x.example/', 'ftp://x.example/', 'x.example', '/a'])
    expect(recogniseAlignment({ targetUrl }).link).toBeUndefined()
})

const WORDS = fc.constantFrom(
  ...['http://', 'https://', 'data.europa.eu', 'esco.ec.europa.eu', '.evil.example', '@', ':80'],
  ...['/esco/', 'skill/', UUID, '?uri=', '%2F', '#', 'javascript:', 'ESCO', ' ', '\u0000', '..'],
)
const TEXT = fc.oneof(
  fc.string(),
  fc.array(WORDS, { maxLength: 9 }).map((words) => words.join('')),
)
const ALIGNMENT = fc.record<Alignment>(
  { targetUrl: TEXT, targetCode: TEXT, targetFramework: TEXT, targetType: TEXT },
  { requiredKeys: [] },
)

test(
  'whatever an alignment says, a URI is a canonical one of ESCO and a link is of the web',
  async () => {
    const property = fc.asyncProperty(ALIGNMENT, (alignment) => {
      const { uris = [], link } = recogniseAlignment(alignment)
      for (const uri of uris)
        expect(uri).toMatch(
          /^http:\/\/data\.europa\.eu\/esco\/(skill|occupation|isco|isced-f)\/[0-9A-Za-z.-]{1,36}$/,
        )
      if (link !== undefined) expect(link).toMatch(/^https?:\/\/[^@/]+\//)
      return Promise.resolve()
    })
    await tries(property, 3_000)
  },
  TIMEOUT,
)

test('huge strings cost nothing', async () => {
  await expectLittleWork(1, () => {
    for (const huge of ['/esco', 'ESCO ', 'http://data.europa.eu/esco/', 'a', '-0'])
      recogniseAlignment({
        ...{ targetUrl: huge.repeat(100_000), targetCode: huge.repeat(100_000) },
        ...{ targetFramework: huge.repeat(100_000), targetType: huge.repeat(100_000) },
      })
  })
})
