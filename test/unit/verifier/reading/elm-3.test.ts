/** European Digital Credentials in the one model, from both mappings and both data models. */
import { describe, expect, it } from 'vitest'
import { readElm3 } from '../../../../src/verifier/reading/elm-3'
import type { JsonObject } from '../../../../src/verifier/verification'
import {
  achievementClaim,
  concept,
  ESCO_SKILL,
  europeanCredential,
  ISSUER,
  person,
  PIXEL,
  type Mapping,
} from '../../../fixtures/elm-3'

const FORMAT = 'ELM/3'
const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type'
const DATA_URL = `data:image/png;base64,${PIXEL}`

function read(...[options, more]: Parameters<typeof europeanCredential>) {
  return readElm3(europeanCredential(options, more) as JsonObject, FORMAT)
}

function readClaim(more: Record<string, unknown>) {
  const hasClaim = achievementClaim('claim', more)
  return read({}, { credentialSubject: person({ hasClaim }) })
}

const MAPPINGS: Mapping[] = ['claim', 'specification']

describe.each(MAPPINGS)('with assessment and participation at the %s', (mapping) => {
  const [achievement] = read({ mapping }).achievements

  it('what was learnt', () => {
    expect(achievement).toMatchObject({
      types: ['LearningAchievement'],
      name: { en: 'Data Analysis', de: 'Datenanalyse' },
      description: { en: 'Reads and explains data.' },
      language: 'en',
    })
    expect(achievement?.learning).toMatchObject({
      outcomes: [{ title: { en: 'Explains data', de: 'Erklärt Daten' } }, {}],
      workload: ['PT60H'],
      modes: [{ en: 'Blended' }],
      entitlements: [{ en: 'Access to the diploma' }],
      entryRequirements: [{ en: 'Basic statistics.' }],
      accreditations: [
        {
          title: { en: 'Institutional review' },
          body: { en: 'Example Quality Agency' },
          validUntil: '2030-12-31T00:00:00Z',
        },
      ],
    })
    expect(achievement?.learning?.awardedBy).toMatchObject([
      { name: { en: 'Faculty of Example Arts', ga: 'Dámh na nEalaíon' }, country: 'IE' },
    ])
  })

  it('how it was assessed, and what was done for it', () => {
    const { assessments = [], activities = [] } = achievement?.learning ?? {}
    expect(assessments).toHaveLength(1)
    expect(assessments[0]).toMatchObject({
      title: { en: 'Final examination' },
      types: [{ en: 'written examination' }],
      idVerification: { en: 'Unsupervised without ID Verification' },
    })
    expect(activities).toHaveLength(1)
    expect(activities[0]).toMatchObject({
      title: { en: 'Course in data analysis' },
      modes: [{ en: 'Online' }],
      workload: ['P60M'],
    })
  })

  it('levels, credit, skills and fields as alignments', () => {
    expect(achievement?.alignments).toEqual([
      {
        targetUrl: 'http://data.europa.eu/snb/eqf/6',
        targetName: { en: 'Level 6' },
        targetFramework: 'European Qualifications Framework (EQF)',
      },
      {
        targetUrl: 'http://data.europa.eu/snb/qdr/c_c392e7a2',
        targetName: { en: 'NFQ Level 8' },
        targetFramework: 'NQF',
      },
      {
        targetUrl: 'http://data.europa.eu/snb/education-credit/6fcec5c5af',
        targetFramework: 'European Credit Transfer System',
        targetCode: '2',
      },
      { targetUrl: ESCO_SKILL, targetName: { en: 'develop digital content' } },
      {
        targetUrl: 'http://data.europa.eu/snb/dcf/u69o196gu6',
        targetName: { en: 'Developing digital content' },
      },
      {
        targetUrl: 'http://data.europa.eu/snb/isced-f/0688',
        targetName: { en: 'Inter-disciplinary programmes' },
      },
    ])
  })
})

describe('the credential', () => {
  it('has the title, the picture and the issuer that it displays', () => {
    const credential = read()
    expect(credential).toMatchObject({
      format: FORMAT,
      name: { en: 'Micro-credential in Data Analysis', de: 'Micro-Credential Datenanalyse' },
      description: { en: 'has completed a micro-module' },
      image: { url: DATA_URL },
      issuedOn: '2025-06-01T10:00:00+02:00',
    })
    expect(credential.issuer).toEqual({
      id: 'urn:epass:org:1',
      types: ['Organisation'],
      name: { en: 'University of Example', ga: 'Ollscoil Samplach' },
      url: 'https://university.example',
      image: { url: DATA_URL },
      country: 'IE',
      identifiers: [
        { type: 'eIDASIdentifier', value: 'VATIE-1234567X' },
        { type: 'registration', value: 'IE-0001' },
      ],
    })
  })

  it('of either data model begins when the later of its dates does, and ends with the earlier', () => {
    const later = '2025-07-01T00:00:00Z'
    expect(read({ model: '1.1' }, { issuanceDate: later }).validFrom).toBe(later)
    expect(read({ model: '2.0' }).validFrom).toBe('2025-06-01T00:00:00Z')
    expect(read({ model: '1.1' }, { expirationDate: later }).validUntil).toBe(later)
    const ends = { validUntil: later, expirationDate: '2026-01-01T00:00:00Z' }
    expect(read({ model: '2.0' }, ends).validUntil).toBe(later)
  })

  it('has its grades as results, and its evidence without an address that is none', () => {
    const credential = read()
    expect(credential.results).toEqual([
      { resultDescription: 'urn:epass:assessment:1', value: 'Pass', alignments: [] },
    ])
    expect(credential.evidence).toEqual([
      {
        id: 'urn:epass:evidence:1',
        name: { en: 'Mandate' },
        narrative: { und: expect.stringContaining('construed') as string },
      },
    ])
  })

  it.each([
    ['of a type that a page would run', { contentType: concept(`${FILE_TYPES}/SVG`, 'SVG') }],
    ['that is no base64', { content: '"><script>' }],
    ['in another encoding', { contentEncoding: concept('urn:rot13', 'rot13') }],
  ])('has no picture %s', (_, wrong) => {
    const credential = europeanCredential()
    const { displayParameter } = credential as {
      displayParameter: { individualDisplay: { displayDetail: { image: object } } }
    }
    Object.assign(displayParameter.individualDisplay.displayDetail.image, wrong)
    expect(readElm3(structuredClone(credential) as JsonObject, FORMAT).image).toBeUndefined()
  })
})

describe('the person', () => {
  it('by name, day of birth, address and numbers, and never by the number in the document', () => {
    expect(read().recipient).toEqual({
      identities: [
        { type: 'name', value: 'Ana Andromeda', hashed: false },
        { type: 'dateOfBirth', value: '1999-10-01T22:00:00Z', hashed: false },
        { type: 'email', value: 'ana@learner.example', hashed: false },
        { type: 'nationalIdentityNumber', value: 'LA-234218', hashed: false },
        { type: 'systemId', value: '97168A', hashed: false },
      ],
    })
  })

  it('by given and family name where there is no full one', () => {
    const credentialSubject = person({ fullName: undefined, id: 'did:example:ana' })
    const { recipient } = read({}, { credentialSubject })
    expect(recipient.id).toBe('did:example:ana')
    expect(recipient.identities[0]).toMatchObject({ type: 'name', value: 'Ana Andromeda' })
  })
})

describe('claims in claims', () => {
  const part = (id: string, more = {}) => ({
    id,
    type: 'LearningAchievement',
    title: { en: id },
    ...more,
  })
  const titles = (hasClaim: unknown) =>
    read({}, { credentialSubject: person({ hasClaim }) }).achievements.map(({ name }) => name?.en)

  it('are all read, the whole before its parts', () => {
    const whole = part('urn:a', {
      hasPart: [part('urn:b', { hasPart: part('urn:c') }), part('urn:d')],
    })
    expect(titles([whole, part('urn:e')])).toEqual(['urn:a', 'urn:b', 'urn:c', 'urn:d', 'urn:e'])
    const parts = readClaim({ hasPart: part('urn:b') }).achievements[0]?.learning?.parts
    expect(parts).toEqual([{ en: 'urn:b' }])
  })

  it('that name each other in a circle are each read once', () => {
    const circle = [
      part('urn:a', { hasPart: { id: 'urn:b' } }),
      part('urn:b', { hasPart: ['urn:a', { id: 'urn:a' }] }),
    ]
    expect(titles(circle)).toEqual(['urn:a', 'urn:b'])
  })

  it('of any number are read up to a bound', () => {
    const many = (depth: number): unknown =>
      depth === 0
        ? []
        : Array.from({ length: 20 }, (_, at) =>
            part(`urn:${depth}:${at}`, { hasPart: many(depth - 1) }),
          )
    expect(titles(many(3))).toHaveLength(50)
  })
})

describe('what is only named', () => {
  it('is read where it stands', () => {
    const awardedBy = { awardingBody: 'urn:epass:org:1' }
    expect(readClaim({ awardedBy }).achievements[0]?.learning?.awardedBy).toMatchObject([
      { id: 'urn:epass:org:1', name: ISSUER.legalName },
    ])
  })
})

it.each([null, 7, 'text', [], [[]], {}, { id: 7 }, { '@value': 'x' }])(
  'reads a document of nothing but %j',
  (value) => {
    const names = Object.keys(europeanCredential())
    const document = Object.fromEntries(names.map((name) => [name, value])) as JsonObject
    expect(() => JSON.stringify(readElm3(document, FORMAT))).not.toThrow()
    const inside = { credentialSubject: { hasClaim: { specifiedBy: value, provenBy: value } } }
    expect(() => readElm3(inside as JsonObject, FORMAT)).not.toThrow()
  },
)
