/** A sealed credential from the first look to the check, with the lists that its seal needs. */
import 'fake-indexeddb/auto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { EuLists } from '../../../../src/background/eu-lists/eu-lists'
import { isVital, judgeContent, judgeOffline } from '../../../../src/background/judge'
import type { Need } from '../../../../src/verifier'
import { europeanCredential, ISSUER } from '../../../fixtures/elm-3'
import { sealAuthorities, sealCredential, UNIVERSITY } from '../../../fixtures/seals'
import {
  LIST_OF_LISTS_URL,
  listOfLists,
  listUrl,
  listXml,
  makeListSigners,
  makeSigner,
  sealProvider,
  signList,
} from '../../../fixtures/trusted-lists'
import { doorsTo, ListHosts } from './lists-rig'

vi.mock('../../../../src/platform/permissions', () => ({ mayAsk: () => Promise.resolve(true) }))

const NOW = '2026-01-16T12:00:00Z'
const NEXT_UPDATE = '2026-07-01T00:00:00Z'
const { signal } = new AbortController()

let hosts: ListHosts
let lists: EuLists
let content: { bytes: Uint8Array; complete: true }

beforeAll(async () => {
  const { organisation, identifier } = UNIVERSITY
  const issuer = {
    ...ISSUER,
    legalName: { en: organisation },
    eIDASIdentifier: { type: 'LegalIdentifier', notation: identifier },
  }
  const sealed = await sealCredential(europeanCredential({}, { issuer }))
  content = { bytes: new TextEncoder().encode(JSON.stringify(sealed)), complete: true }
})

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
  const signers = { ...makeListSigners(), LU: makeSigner('LU') }
  const { sealAuthority, timestamps } = await sealAuthorities()
  const certificate = ({ der }: { der: Uint8Array }) => Buffer.from(der).toString('base64')
  const provider = sealProvider(certificate(timestamps), 'Timestamps')
  const stamping = provider.services.map((service) => ({ ...service, type: 'TSA/QTST' }))
  const providers = {
    EE: sealProvider(certificate(sealAuthority)),
    LU: { ...provider, services: stamping },
  }
  hosts = new ListHosts(signers)
  hosts.served.set(LIST_OF_LISTS_URL, listOfLists(signers, { nextUpdate: NEXT_UPDATE }))
  for (const country of ['EE', 'LU'] as const) {
    const xml = listXml({ country, providers: [providers[country]], nextUpdate: NEXT_UPDATE })
    hosts.served.set(listUrl(country), signList(xml, signers[country]))
  }
  lists = new EuLists(doorsTo(hosts), () => undefined)
  await lists.load()
  for (const country of ['EU', 'EE', 'LU']) await lists.remove(country)
})

afterEach(() => {
  vi.useRealTimers()
})

const fetch = (input: string | URL | Request): Promise<Response> =>
  hosts.answer(new URL(input instanceof Request ? input.url : input))

const check = (ask: (need: Need) => boolean) =>
  judgeContent(content, 'https://page.example/sealed.jsonld', {
    ...{ fetch, signal, trustLists: [], trustedLists: lists.lookup(false) },
    ask: (need) => Promise.resolve(ask(need)),
  })

const firstLook = () =>
  judgeOffline(content, 'https://page.example/sealed.jsonld', {
    ...{ signal, trustLists: [], trustedLists: lists.firstLookup(false) },
  })

const listHosts = ({ needs }: { needs: Need[] }): string[] =>
  needs.filter(({ purpose }) => purpose === 'list').map(({ host }) => host)

describe('a sealed credential', () => {
  test('names the host of the list of lists before the click, and asks nobody', async () => {
    const report = await firstLook()
    expect(report.seal?.level).toBe('advanced')
    expect(listHosts(report)).toEqual(['ec.europa.eu'])
    expect(hosts.log).toEqual([])
    expect(report.versions).not.toHaveProperty('eu-list/EE')
  })

  test('has a qualified seal once the lists were asked, and the report names them', async () => {
    const report = await check(() => true)
    expect(report.seal).toMatchObject({ level: 'qualified', trustedList: { country: 'EE' } })
    expect(report).toMatchObject({ verdict: 'trusted', issuer: { standing: 'sealed' } })
    expect(report.versions['eu-list/EE']).toBe('1 2026-06-01T00:00:00.000Z')
    expect(hosts.log[0]).toBe(LIST_OF_LISTS_URL)
  })

  test('is then judged at the first look, and nobody is asked', async () => {
    await check(() => true)
    const asked = hosts.log.length
    const report = await firstLook()
    expect(report).toMatchObject({ verdict: 'trusted', seal: { level: 'qualified' } })
    expect(listHosts(report)).toEqual([])
    expect(hosts.log).toHaveLength(asked)
  })

  test('is judged all the same where the list may not be asked', async () => {
    const report = await check(({ purpose }) => purpose !== 'list')
    expect(report.seal?.level).toBe('advanced')
    expect(report.authenticity).toBe('holds')
    expect(['authentic', 'attention']).toContain(report.verdict)
    expect(listHosts(report)).toContain('ec.europa.eu')
    const [listed] = report.checks.filter(({ id }) => id === 'trusted-list')
    expect(listed).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'trusted-list-not-asked', params: { country: 'EE' } }],
    })
  })

  test('waits for no permission of the browser that only a list needs', () => {
    const need = { host: 'ec.europa.eu', url: LIST_OF_LISTS_URL }
    expect(isVital({ ...need, purpose: 'list' })).toBe(false)
    expect(isVital({ ...need, purpose: 'status' })).toBe(true)
  })

  test('is not qualified by a list of somebody else', async () => {
    const { sealAuthority } = await sealAuthorities()
    const providers = [sealProvider(Buffer.from(sealAuthority.der).toString('base64'))]
    const xml = listXml({ country: 'EE', providers, nextUpdate: NEXT_UPDATE })
    hosts.served.set(listUrl('EE'), signList(xml, makeSigner('EE')))
    const report = await check(() => true)
    expect(report.seal?.level).toBe('advanced')
    expect(report.verdict).not.toBe('trusted')
    const [listed] = report.checks.filter(({ id }) => id === 'trusted-list')
    expect(listed?.reasons[0]?.code).toBe('trusted-list-not-signed')
  })
})
