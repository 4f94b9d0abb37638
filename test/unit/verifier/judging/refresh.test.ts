import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { answer, fakeWeb } from '../fake-web'
import { badgeNamed, CHEAT, checkOf, codesOf, GUILD, signedBadge, verify } from '../parts-world'
import { signDocument, signJws } from '../signing'

const URL_OF_COPY = 'https://guild.example/copies/1'
const SERVICE = { id: URL_OF_COPY, type: '1EdTechCredentialRefresh' }
const HELD = { ...badgeNamed('Welding', GUILD), refreshService: SERVICE }
const held = await signJws(HELD, GUILD, { kid: GUILD.method })

/** The badge as it is held, with this answer from the refresh service. */
function withCopy(copy: JsonObject | (() => Response)) {
  return verify(held, { [URL_OF_COPY]: copy })
}

const changed = (changes: JsonObject, by = GUILD) =>
  signDocument(
    { ...badgeNamed('Welding', GUILD), validFrom: '2025-08-01T00:00:00Z', ...changes },
    by,
  )

describe('a badge whose issuer offers newer copies', () => {
  it('is as it was where the copy says the same, however it was signed again', async () => {
    const report = await withCopy(HELD)
    expect(report.verdict).toBe('authentic')
    expect(checkOf(report, 'refresh')).toMatchObject({
      outcome: 'passed',
      reasons: [{ code: 'refresh-same', params: { host: 'guild.example' } }],
    })
  })

  it('is for a person to look at where the copy says something else', async () => {
    const report = await withCopy(await changed({ name: 'Welding, level 1' }))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'refresh-newer' })
    expect(report.credential?.name).toEqual({ und: 'Welding' })
  })

  it('is for a person to look at where it is gone', async () => {
    expect(await withCopy(answer(410))).toMatchObject({
      verdict: 'attention',
      reason: 'refresh-gone',
    })
  })

  it.each([
    ['not there', answer(404), 'http-status'],
    ['no credential', () => new Response('<html>'), 'answer-not-readable'],
  ])('is as it was where the copy is %s, and that is said', async (_, copy, code) => {
    const report = await withCopy(copy)
    expect(report.verdict).toBe('authentic')
    expect(checkOf(report, 'refresh').outcome).toBe('unknown')
    expect(codesOf(report, 'refresh')).toEqual(['refresh-not-obtained', code])
  })

  it('asks nobody without consent', async () => {
    const web = fakeWeb({})
    const report = await verify(held, {}, { fetch: web.fetch, ask: () => Promise.resolve(false) })
    expect(report).toMatchObject({ verdict: 'authentic', needs: [{ url: URL_OF_COPY }] })
    expect(codesOf(report, 'refresh')).toEqual(['permission-needed'])
    expect(web.asked).toEqual([])
  })

  it.each<[string, JsonValue]>([
    ['a list of one, and of one type', [null, { ...SERVICE, type: [SERVICE.type] }]],
    ['with @id and @type', { '@id': SERVICE.id, '@type': SERVICE.type }],
  ])('is asked for where the service is written as %s', async (_, refreshService) => {
    const document = { ...badgeNamed('Welding', GUILD), refreshService }
    const jwt = await signJws(document, GUILD, { kid: GUILD.method })
    const report = await verify(jwt, { [URL_OF_COPY]: await changed({ name: 'Withdrawn' }) })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'refresh-newer' })
  })

  it.each<[string, JsonValue]>([
    ['a list in a list', [[SERVICE]]],
    ['an address', SERVICE.id],
    ['nothing that can be read', { type: SERVICE.type }],
  ])('says so where the service is %s', async (_, refreshService) => {
    const document = { ...badgeNamed('Welding', GUILD), refreshService }
    const report = await verify(await signJws(document, GUILD, { kid: GUILD.method }))
    expect(checkOf(report, 'refresh').outcome).toBe('unknown')
  })

  it('is told of a service that is not known', async () => {
    const refreshService = { id: URL_OF_COPY, type: 'ManualRefreshService2018' }
    const document = { ...badgeNamed('Welding', GUILD), refreshService }
    const report = await verify(await signJws(document, GUILD, { kid: GUILD.method }))
    expect(report).toMatchObject({ verdict: 'authentic', requests: [] })
    expect(codesOf(report, 'refresh')).toEqual(['refresh-not-supported'])
  })

  it('has no such check where there is no service', async () => {
    const report = await verify(await signedBadge('Welding', GUILD))
    expect(report.checks.map(({ id }) => id)).not.toContain('refresh')
  })
})

describe('an attack by a refresh service', () => {
  it.each<[string, () => Promise<JsonObject>]>([
    ['a copy of another badge', () => changed({ id: 'urn:badge:Surgery' })],
    ['a copy by another issuer', () => changed({ issuer: CHEAT.did }, CHEAT)],
    ['a copy signed with another key', () => changed({ name: 'Welding, level 1' }, CHEAT)],
    ['an older copy', () => changed({ name: 'W', validFrom: '2020-01-01T00:00:00Z' })],
    ['a copy that nobody signed', () => Promise.resolve({ ...HELD, name: 'Welding, level 1' })],
    [
      'an altered copy',
      async () => ({ ...(await changed({ name: 'A' })), name: 'Welding, level 1' }),
    ],
  ])('%s is not believed', async (_, make) => {
    const report = await withCopy(await make())
    expect(report.verdict).toBe('authentic')
    expect(codesOf(report, 'refresh')[0]).toBe('refresh-not-obtained')
  })

  it('a copy that names a service again leads no further', async () => {
    const next = { id: 'https://evil.example/next', type: '1EdTechCredentialRefresh' }
    const copy = await signJws({ ...HELD, name: 'W', refreshService: next }, GUILD, {
      kid: GUILD.method,
    })
    const report = await withCopy(() => new Response(copy))
    expect(codesOf(report, 'refresh')).toEqual(['refresh-newer'])
    expect(report.requests.map(({ host }) => host)).toEqual(['guild.example'])
  })

  it('of a badge that was altered is not asked', async () => {
    const forged = await signJws(HELD, CHEAT, { kid: GUILD.method })
    const report = await verify(forged, { [URL_OF_COPY]: HELD })
    expect(report).toMatchObject({ verdict: 'invalid', requests: [] })
  })
})
