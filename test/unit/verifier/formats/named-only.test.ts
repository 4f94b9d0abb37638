import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { fakeWeb } from '../fake-web'

async function verify(document: unknown) {
  const web = fakeWeb({})
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const report = await verifyBadge({ text }, { fetch: web.fetch, now: () => new Date(0) })
  return { report, asked: web.asked }
}

describe('formats that are known by name', () => {
  it.each([
    ['ELM/2', 'credential', '<europassCredential xmlns="http://data.europa.eu/snb"/>'],
    ['Blockcerts', 'credential', { type: ['VerifiableCredential', 'BlockcertsCredential'] }],
  ])(
    '%s (%s) is named, asks nobody and is neither fine nor wrong',
    async (format, kind, document) => {
      const { report, asked } = await verify(document)
      expect(report).toMatchObject({
        verdict: 'unverifiable',
        kind,
        authenticity: 'unknown',
      })
      expect(report.reasons[0]).toEqual({ code: 'format-not-supported', params: { format } })
      expect(asked).toEqual([])
    },
  )

  it('names an SD-JWT', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'dc+sd-jwt' })).toString(
      'base64url',
    )
    const { report } = await verify(`${header}.e30.c2ln~WyJzYWx0IiwibmFtZSIsIkFkYSJd~`)
    expect(report.reasons[0]).toEqual({
      code: 'format-not-supported',
      params: { format: 'SD-JWT' },
    })
  })

  it.each([
    [
      'badge-class',
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'BadgeClass',
        id: 'https://issuer.example/b',
      },
    ],
    [
      'profile',
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Issuer',
        id: 'https://issuer.example/i',
      },
    ],
  ])('a %s alone is awarded to nobody', async (kind, document) => {
    const { report } = await verify(document)
    expect(report).toMatchObject({ verdict: 'unverifiable', kind, reason: 'not-an-award' })
  })

  it('JSON about something else is no badge', async () => {
    expect((await verify({ name: 'package' })).report).toMatchObject({
      verdict: 'none',
      kind: 'none',
      reason: 'not-a-credential',
    })
  })

  it('a list, and nesting without end, are no credential', async () => {
    const list = { verdict: 'none', kind: 'none', reason: 'not-a-credential' }
    expect((await verify([1, 2])).report).toMatchObject(list)
    const several = await verify([{ '@context': [] }, { '@context': [] }])
    expect(several.report).toMatchObject({ ...list, verdict: 'unverifiable', kind: 'credential' })
    for (const held of ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln', { recipient: {}, badge: '' }])
      expect((await verify([held])).report).toMatchObject({
        kind: 'credential',
        verdict: 'unverifiable',
      })
    const { report } = await verify('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'json-too-deep' })
  })
})
