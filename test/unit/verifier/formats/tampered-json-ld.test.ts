import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier/index'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeWeb } from '../fake-web'
import { badge, ed25519, signDocument } from '../signing'

/**
 * What the holder of a genuine badge could try: the JSON is changed so that its RDF, and with it the
 * signature, stays the same.
 */

const key = await ed25519(1)
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/'
const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  `${OB}context-3.0.3.json`,
  `${OB}extensions.json`,
]
const ID = 'https://college.example/credentials/1'
const LIST = 'https://college.example/revoked'

const sign = (changes: JsonObject): Promise<JsonObject> =>
  signDocument(badge(key.did, { '@context': CONTEXTS, id: ID, ...changes }), key)

const without = (document: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))

const bringing = (document: JsonObject, context: JsonValue): JsonObject => ({
  ...document,
  '@context': [...CONTEXTS, context],
})

async function judge(document: JsonObject, pages: Record<string, object> = {}) {
  const web = fakeWeb(pages)
  const now = () => new Date('2026-07-01T00:00:00Z')
  const report = await verifyBadge({ text: JSON.stringify(document) }, { fetch: web.fetch, now })
  return `${report.verdict} ${report.reason}`
}

const revocable = await sign({ credentialStatus: { id: LIST, type: '1EdTechRevocationList' } })

describe('a revoked badge', () => {
  const pages = {
    [LIST]: { issuer: key.did, revokedCredential: [{ id: ID, revoked: true }] },
    'https://ollege.example/revoked': { issuer: key.did, revokedCredential: [] },
  }
  const honest = revocable
  const moved = {
    id: ID,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialStatus: honest.credentialStatus!,
  }

  it('is revoked as it was signed', async () => {
    expect(await judge(honest, pages)).toBe('invalid revoked')
  })

  it.each<[string, JsonObject]>([
    [
      'its id spelled through a prefix',
      {
        ...bringing(honest, {
          x: { '@id': 'https://college.example/credentials/', '@prefix': true },
        }),
        id: 'x:1',
      },
    ],
    [
      'its id spelled through a base',
      { ...bringing(honest, { '@base': 'https://college.example/credentials/' }), id: '1' },
    ],
    [
      'another list asked for by a prefix called https',
      {
        ...bringing(honest, { https: { '@id': 'https://c', '@prefix': true } }),
        credentialStatus: { id: 'https:ollege.example/revoked', type: '1EdTechRevocationList' },
      },
    ],
    [
      'its status renamed by a context inside a context',
      bringing(
        { ...without(honest, 'credentialStatus'), note: honest.credentialStatus! },
        {
          '@context': {
            note: {
              '@id': 'https://www.w3.org/2018/credentials#credentialStatus',
              '@type': '@id',
            },
          },
        },
      ),
    ],
  ])('is not whitewashed: %s', async (_, forged) => {
    expect(await judge(forged, pages)).toBe('unverifiable inline-context')
  })

  it('is not whitewashed: its status moved to its own refresh service', async () => {
    const refreshService = { id: ID, type: '1EdTechCredentialRefresh' }
    const signed = await sign({ ...without(honest, 'proof'), refreshService })
    expect(await judge(signed, pages)).toBe('invalid revoked')
    const forged = {
      ...without(signed, 'credentialStatus'),
      refreshService: { ...moved, type: [...moved.type, refreshService.type] },
    }
    expect(await judge(forged, pages)).toBe('unverifiable json-ld-invalid')
  })
})

describe('a badge that is out of date', () => {
  const validUntil = '2026-02-01T00:00:00Z'

  it('stays so: the date moved to an endorsement of it', async () => {
    const credentialSubject = { id: ID, type: ['EndorsementSubject'], endorsementComment: 'Good.' }
    const endorsement = {
      id: 'urn:uuid:e',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: 'did:example:endorser',
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject,
    }
    const honest = await sign({ validUntil, endorsement })
    expect(await judge(honest)).toBe('attention expired')
    const type = ['EndorsementSubject', 'VerifiableCredential', 'OpenBadgeCredential']
    const subject = { ...credentialSubject, type, validUntil }
    const forged = {
      ...without(honest, 'validUntil'),
      endorsement: { ...endorsement, credentialSubject: subject },
    }
    expect(await judge(forged)).toBe('unverifiable json-ld-invalid')
  })

  it('stays so: the date made an object by a language that is dropped', async () => {
    const honest = await sign({ validUntil })
    const wrapped = { '@value': validUntil, '@language': null }
    const typed = { ...wrapped, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }
    expect(await judge({ ...honest, validUntil: typed })).toBe('unverifiable json-ld-invalid')
  })
})

describe('status lists', () => {
  const entry = (purpose: string, statusListIndex: string, id: string): JsonObject => ({
    id,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex,
    statusListCredential: `https://college.example/${purpose}`,
  })

  async function list(purpose: string, bit: number, changes: JsonObject = {}) {
    const bits = new Uint8Array(16_384)
    bits[bit >> 3] = 128 >> (bit & 7)
    const id = `https://college.example/${purpose}`
    const encodedList = `u${gzipSync(bits).toString('base64url')}`
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: key.did,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: `${id}#list`,
        type: 'BitstringStatusList',
        statusPurpose: purpose,
        encodedList,
      },
      ...changes,
    }
    return { [id]: await signDocument(document, key) }
  }

  it('two entries cannot swap their indexes', async () => {
    const pages = { ...(await list('revocation', 5)), ...(await list('suspension', 1000)) }
    const both = (first: string, second: string, ...ids: [string, string]) => [
      entry('revocation', first, ids[0]),
      entry('suspension', second, ids[1]),
    ]
    const honest = await sign({ credentialStatus: both('5', '9', 'urn:a', 'urn:b') })
    expect(await judge(honest, pages)).toBe('invalid revoked')
    const forged = { ...honest, credentialStatus: both('9', '5', 'urn:a', 'urn:b') }
    expect(await judge(forged, pages)).toBe('invalid altered')
    const shared = badge(key.did, { credentialStatus: both('9', '5', 'urn:a', 'urn:a') })
    expect(await judge({ ...shared, proof: honest.proof! }, pages)).toBe(
      'unverifiable json-ld-invalid',
    )
  })

  it('a list that brings definitions of its own does not count', async () => {
    const honest = await sign({ credentialStatus: entry('revocation', '5', 'urn:a') })
    expect(await judge(honest, await list('revocation', 7))).toBe('authentic issuer-unknown')
    const [[url, genuine]] = Object.entries(await list('revocation', 7)) as [[string, JsonObject]]
    const context = [...(genuine['@context'] as JsonValue[]), { x: 'https://x.example/' }]
    expect(await judge(honest, { [url]: { ...genuine, '@context': context } })).toBe(
      'attention status-list-unproven',
    )
  })
})

describe('what a badge is for', () => {
  it('a failed result cannot be split off into a second subject', async () => {
    const unsigned = badge(key.did)
    const subject = unsigned.credentialSubject as JsonObject
    const result = [{ type: ['Result'], status: 'Failed', value: '3/100' }]
    const honest = await sign({ credentialSubject: { ...subject, result } })
    expect(await judge(honest)).toBe('authentic issuer-unknown')
    const second = { id: subject.id!, type: subject.type!, result }
    const forged = { ...honest, credentialSubject: [subject, second] }
    expect(await judge(forged)).toMatch(/^unverifiable /)
  })

  it('a hobby cannot be called an achievement', async () => {
    const context = CONTEXTS.slice(0, 1)
    const contexts = { 'https://college.example/c': { '@context': { hobby: 'urn:hobby' } } }
    const credentialSubject = { id: 'did:example:a', hobby: { name: 'Doctor of Medicine' } }
    const plain = { issuer: key.did, type: ['VerifiableCredential'], credentialSubject }
    const named = { ...plain, '@context': [...context, 'https://college.example/c'] }
    const honest = await signDocument(named, key, { contexts })
    const forged = {
      ...honest,
      '@context': [...context, { achievement: 'urn:hobby' }],
      credentialSubject: { id: 'did:example:a', achievement: credentialSubject.hobby },
    }
    expect(await judge(forged)).toBe('unverifiable inline-context')
  })
})
