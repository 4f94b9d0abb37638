import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import {
  judgeSchemas,
  validateCredential,
} from '../../../../src/verifier/validation/credential-schema'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { GUILD } from '../../../fixtures/issuers'
import { credential, credentialOfDataModel1 } from '../../../fixtures/open-badges-3'
import { signDataIntegrity } from '../../../fixtures/signing'
import { fakeWeb } from '../fake-web'

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json'
const STANDARD = {
  id: `${OB}/ob_v3p0_achievementcredential_schema.json`,
  type: '1EdTechJsonSchemaValidator2019',
}
const CLR =
  'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json'
const ACHIEVEMENT = { slug: 'schema', name: 'Welding', description: 'Welds' }
const BADGE = JSON.parse(JSON.stringify(credential(ACHIEVEMENT, GUILD))) as JsonObject
const WHOLE = { partly: false }

const judge = (changes: JsonObject, schema: JsonValue = STANDARD) =>
  judgeSchemas({ ...BADGE, ...changes, credentialSchema: schema }, WHOLE)
const subject = BADGE.credentialSubject as JsonObject
const withAchievement = (changes: JsonObject): JsonObject => ({
  credentialSubject: {
    ...subject,
    achievement: { ...(subject.achievement as JsonObject), ...changes },
  },
})
const paths = ({ reasons }: ReturnType<typeof judge>) =>
  reasons.map(({ params }) => ('path' in params ? params.path : ''))

describe('a schema of the standard', () => {
  it.each(['json', 'json-ld'])('is met, as published under %s/', (folder) => {
    const id = STANDARD.id.replace('/json/', `/${folder}/`)
    expect(judge({}, [{ ...STANDARD, id }])).toMatchObject({
      outcome: 'passed',
      reasons: [{ code: 'schema-conforms', params: { schema: id } }],
    })
  })

  it('is met on data model 1.1 as well', () => {
    const older = JSON.parse(
      JSON.stringify(credentialOfDataModel1(ACHIEVEMENT, GUILD)),
    ) as JsonObject
    const { validFrom: _, ...badge } = { ...BADGE, ...older }
    expect(judgeSchemas({ ...badge, credentialSchema: STANDARD }, WHOLE).outcome).toBe('passed')
  })

  it.each<[string, JsonObject]>([
    ['credentialSubject.achievement.name', withAchievement({ name: '' })],
    ['credentialSubject.achievement.criteria', withAchievement({ criteria: 'https://x.example/' })],
    ['credentialSubject.achievement.achievementType', withAchievement({ achievementType: 'PhD' })],
    [
      'credentialSubject.achievement.alignment[1].targetUrl',
      withAchievement({
        alignment: [
          { type: 'Alignment', targetName: 'a', targetUrl: 'urn:a' },
          { type: 'Alignment', targetName: 'b' },
        ],
      }),
    ],
    ['credentialSubject.type', { credentialSubject: { ...subject, type: 'Person' } }],
    ['credentialSubject.id or identifier', { credentialSubject: { ...subject, identifier: [] } }],
    ['issuer.type', { issuer: { id: GUILD.id } }],
    ['validFrom or issuanceDate', { validFrom: null }],
    ['id', { id: 'badge' }],
    ['type', { type: ['VerifiableCredential'] }],
  ])('is violated: %s', (path, changes) => {
    const check = judge(changes)
    expect(check.outcome).toBe('warned')
    expect(paths(check)).toEqual([path])
  })

  it('may be extended where it says so', () => {
    expect(judge(withAchievement({ achievementType: 'ext:Workshop', more: 1 })).outcome).toBe(
      'passed',
    )
  })

  it('of another class is not met', () => {
    const check = judge({}, { ...STANDARD, id: CLR })
    expect(check.outcome).toBe('warned')
    expect(paths(check)).toContain('type')
  })

  it('names at most ten places', () => {
    const alignment = Array.from({ length: 100 }, () => ({}))
    expect(judge(withAchievement({ alignment })).reasons).toHaveLength(10)
  })

  it('is not said to be violated by what its holder did not show', () => {
    const { achievement: _, ...rest } = subject
    const shown = { ...BADGE, credentialSubject: rest, credentialSchema: STANDARD }
    expect(judgeSchemas(shown, { partly: true })).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'schema-not-compared' }],
    })
    expect(judgeSchemas({ ...shown, id: 'x' }, { partly: true }).outcome).toBe('warned')
  })
})

describe('a schema of the standard in another spelling', () => {
  it.each<[string, JsonValue]>([
    ['@type', { id: STANDARD.id, '@type': STANDARD.type }],
    ['@id', { '@id': STANDARD.id, type: STANDARD.type }],
    ['a list of one type', { ...STANDARD, type: [STANDARD.type] }],
    ['a further type', { ...STANDARD, type: ['Other', STANDARD.type] }],
    ['behind many that are none', [...Array.from({ length: 20 }, () => null), STANDARD]],
  ])('%s is compared all the same', (_, schema) => {
    expect(judge({ id: 'x' }, schema).outcome).toBe('warned')
  })

  it('in a list inside a list is said not to be read', () => {
    expect(judge({ id: 'x' }, [[STANDARD]])).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'schema-not-supported' }],
    })
  })
})

describe('any other schema', () => {
  const url = 'https://evil.example/schema.json'
  it.each<[string, JsonValue, string]>([
    ['of somebody', { id: url, type: 'JsonSchema' }, 'schema-not-bundled'],
    [
      'with a name that looks like the standard’s',
      { id: `${OB}/../x.json`, type: 'JsonSchema' },
      'schema-not-bundled',
    ],
    [
      'with the name of a member that every object has',
      { id: `${OB}/constructor.json`, type: 'JsonSchema' },
      'schema-not-bundled',
    ],
    ['as a credential', { id: url, type: 'JsonSchemaCredential' }, 'schema-not-supported'],
    ['without a type', { id: STANDARD.id }, 'schema-not-supported'],
    ['that is only an address', STANDARD.id, 'schema-not-supported'],
    [
      'that would refer to another',
      { ...STANDARD, id: url, $ref: STANDARD.id },
      'schema-not-bundled',
    ],
  ])('%s is not checked', (_, schema, code) => {
    expect(judge({}, schema)).toMatchObject({ outcome: 'unknown', reasons: [{ code }] })
  })

  it('does not hide that one of the standard is violated, or how many there are', () => {
    const unknown = { id: url, type: 'JsonSchema' }
    expect(judge({ id: 'x' }, [unknown, STANDARD]).outcome).toBe('warned')
    const many = Array.from({ length: 1_000 }, () => ({ ...STANDARD }))
    expect(judge({}, many).outcome).toBe('unknown')
    expect(judge({}, many).reasons.length).toBeLessThan(10)
  })

  it('is never asked for, and takes nothing from the verdict', async () => {
    const schema = { id: url, type: 'JsonSchema' }
    const signed = await signDataIntegrity(
      { ...credential(ACHIEVEMENT, GUILD), credentialSchema: schema },
      GUILD,
    )
    const web = fakeWeb({ [url]: {} })
    const report = await verifyBadge(
      { text: JSON.stringify(signed) },
      { fetch: web.fetch, now: () => new Date('2026-06-01') },
    )
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
    expect(report.checks.find(({ id }) => id === 'schema')?.outcome).toBe('unknown')
    expect(web.asked).toEqual([])
  })
})

describe('a credential', () => {
  const verify = async (changes: object) => {
    const signed = await signDataIntegrity({ ...credential(ACHIEVEMENT, GUILD), ...changes }, GUILD)
    return verifyBadge(
      { text: JSON.stringify(signed) },
      { fetch: fakeWeb({}).fetch, now: () => new Date('2026-06-01') },
    )
  }

  it('that violates the schema it names is for a person to look at', async () => {
    const changes = {
      ...withAchievement({ description: undefined! }),
      credentialSchema: { ...STANDARD, type: 'JsonSchema' },
    }
    const report = await verify(JSON.parse(JSON.stringify(changes)) as object)
    expect(report).toMatchObject({
      verdict: 'attention',
      reason: 'schema-violated',
      conformity: 'questionable',
    })
  })

  it.each<[string, object]>([
    ['two licence numbers', { credentialSubject: { ...subject, licenseNumber: ['1', '2'] } }],
    [
      'two outcomes of one result',
      {
        credentialSubject: {
          ...subject,
          result: [{ type: ['Result'], status: ['Failed', 'Completed'] }],
        },
      },
    ],
    [
      'two names of a credential of another kind',
      { type: ['VerifiableCredential'], name: ['A', 'B'] },
    ],
  ])('with %s is for a person to look at', async (_, changes) => {
    const report = await verify(changes)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'property-invalid' })
  })

  it('gains nothing by naming no schema: what it must have is asked all the same', async () => {
    const changes = JSON.parse(JSON.stringify(withAchievement({ criteria: undefined! }))) as object
    const report = await verify(changes)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'property-missing' })
    expect(validateCredential({ ...BADGE, evidence: [{}] }, WHOLE)).toBeUndefined()
  })

  it('is for a person to look at where there is more than is looked into', () => {
    const evidence = Array.from({ length: 10_001 }, () => ({}))
    expect(validateCredential({ ...BADGE, evidence }, WHOLE)).toMatchObject({
      outcome: 'warned',
      reasons: [{ code: 'property-invalid', params: { expected: 'at most 10000 objects' } }],
    })
  })
})
