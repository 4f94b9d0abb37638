import { beforeAll, describe, expect, test } from 'vitest'
import { keysOfCertificates } from '../../../../src/verifier/trusted-lists/listed-keys'
import { MOST_LIST_BYTES } from '../../../../src/verifier/trusted-lists/open-list'
import {
  readListOfLists,
  readTrustedList,
  type ListPointer,
} from '../../../../src/verifier/trusted-lists/read-trusted-list'
import type { TrustedServiceList } from '../../../../src/verifier/trusted-lists/trusted-lists'
import {
  bytesOf,
  LIST_OF_LISTS_URL,
  listOfLists,
  listUrl,
  listXml,
  makeListSigners,
  makeSigner,
  sealProvider,
  signList,
  type ListMaterial,
  type ListSigners,
  type Signer,
  type StateMaterial,
} from '../../../fixtures/trusted-lists'

let signers: ListSigners
let authority: Signer
let pointer: ListPointer

beforeAll(async () => {
  signers = makeListSigners()
  authority = makeSigner('An authority')
  const { certificate } = signers.BE
  pointer = { country: 'BE', url: listUrl('BE'), signers: await keysOfCertificates([certificate]) }
})

const material = (changes: Partial<ListMaterial> = {}): ListMaterial => ({
  country: 'BE',
  providers: [sealProvider(authority.certificate)],
  ...changes,
})

async function listOf(xml: string): Promise<TrustedServiceList> {
  const read = await readTrustedList(bytesOf(xml), pointer)
  if (read.is !== 'list') throw new Error(read.expected)
  return read.list
}

const signed = (changes?: Partial<ListMaterial>): string =>
  signList(listXml(material(changes)), signers.BE)

/** The one service of a list, in these states. */
async function serviceIn(states: StateMaterial[], type?: string) {
  const provider = sealProvider(authority.certificate)
  const [service] = provider.services
  const services = [{ ...service!, states, ...(type !== undefined && { type }) }]
  const { services: read } = await listOf(signed({ providers: [{ ...provider, services }] }))
  return read[0]
}

const GRANTED: StateMaterial = { from: '2020-01-01T00:00:00Z', status: 'granted' }

describe('the list of a country', () => {
  test('comes down to its services', async () => {
    const [key] = await keysOfCertificates([authority.certificate])
    expect(await listOf(signed({ sequenceNumber: 7 }))).toEqual({
      country: 'BE',
      url: listUrl('BE'),
      sequenceNumber: 7,
      issued: '2026-06-01T00:00:00.000Z',
      nextUpdate: '2026-12-01T00:00:00.000Z',
      signed: true,
      services: [
        {
          type: 'CA/QC',
          name: 'Seals of the House',
          provider: 'The House',
          keys: [key?.sha256],
          states: [{ from: '2020-01-01T00:00:00.000Z', status: 'granted', forSeals: true }],
        },
      ],
    })
  })

  test('without a next update is closed', async () => {
    expect(await listOf(signed({ nextUpdate: '' }))).not.toHaveProperty('nextUpdate')
  })

  test('without providers has no services', async () => {
    expect(await listOf(signed({ providers: [] }))).toMatchObject({ signed: true, services: [] })
  })

  test('that somebody else signed is not signed', async () => {
    for (const by of [signers.EE, signers.EU, makeSigner('Belgium')])
      expect(await listOf(signList(listXml(material()), by))).toMatchObject({ signed: false })
  })

  test('that was changed is not signed', async () => {
    const list = await listOf(signed().replace('Svcstatus/granted', 'Svcstatus/withdrawn'))
    expect(list).toMatchObject({ signed: false, services: [{ states: [{ status: 'withdrawn' }] }] })
  })

  test('of another country is not taken, whoever signed it', async () => {
    const xml = signList(listXml(material({ country: 'EE' })), signers.BE)
    expect(await readTrustedList(bytesOf(xml), pointer)).toEqual({
      is: 'unreadable',
      expected: 'expected the trusted list of BE',
    })
  })
})

/** Something is taken from nobody knows whom. */
const unread = (takes: string) => ({ takes, from: 'unread' })

describe('a service', () => {
  test('has its history, newest first, whatever the order in the file', async () => {
    const service = await serviceIn([
      { from: '2024-03-01T00:00:00Z', status: 'withdrawn' },
      {
        from: '2010-01-01T00:00:00Z',
        status: 'http://uri.etsi.org/TrstSvc/eSigDir-1999-93-EC-TrustedList/Svcstatus/accredited',
      },
      { from: '2016-07-01T02:00:00+02:00', status: 'granted', information: ['ForeSeals'] },
    ])
    expect(service?.states).toEqual([
      { from: '2024-03-01T00:00:00.000Z', status: 'withdrawn', forSeals: false },
      { from: '2016-07-01T00:00:00.000Z', status: 'granted', forSeals: true },
      { from: '2010-01-01T00:00:00.000Z', status: 'accredited', forSeals: false },
    ])
  })

  test('of two states of one moment the current one comes first', async () => {
    const from = GRANTED.from
    const service = await serviceIn([
      { from, status: 'withdrawn' },
      { from, status: 'granted' },
    ])
    expect(service?.states[0]).toMatchObject({ status: 'withdrawn' })
  })

  test('is for seals where it says exactly that', async () => {
    const forSeals = async (information: string[]) =>
      (await serviceIn([{ ...GRANTED, information }]))?.states[0]?.forSeals
    expect(await forSeals(['ForeSignatures', 'ForeSeals'])).toBe(true)
    expect(await forSeals(['RootCA-QC'])).toBe(false)
    expect(await forSeals(['ForeSignatures', 'ForWebSiteAuthentication'])).toBe(false)
    expect(await forSeals(['ForeSealsAndMore'])).toBe(false)
    expect(await forSeals([])).toBe(false)
  })

  test('that takes something from some certificates says so; what adds something is not read', async () => {
    const qualifiers = ['QCWithQSCD', 'NotQualified', 'QCForESeal', 'QCNoQSCD', 'NotQualified']
    const service = await serviceIn([{ ...GRANTED, qualifiers }])
    expect(service?.states).toEqual([
      expect.objectContaining({
        forSeals: false,
        exceptions: ['NotQualified', 'QCNoQSCD', 'NotQualified'].map(unread),
      }),
    ])
  })

  test('with a critical extension that is not known says so', async () => {
    const extension = (critical: string, inner: string) =>
      `<Extension Critical="${critical}">${inner}</Extension>`
    const exceptions = async (extensions: string) =>
      (await serviceIn([{ ...GRANTED, extensions }]))?.states[0]?.exceptions
    expect(await exceptions(extension('true', '<New xmlns="u:new"/>'))).toEqual([
      unread('critical-extension'),
    ])
    expect(await exceptions(extension('1', '<New xmlns="u:new"/>'))).toEqual([
      unread('critical-extension'),
    ])
    expect(await exceptions(extension('false', '<New xmlns="u:new"/>'))).toBeUndefined()
    expect(await exceptions(extension('true', '<add:TakenOverBy/>'))).toBeUndefined()
  })

  test('of another type is left out', async () => {
    expect(await serviceIn([GRANTED], 'CA/PKC')).toBeUndefined()
    expect(await serviceIn([GRANTED], 'EDS/Q')).toBeUndefined()
    expect(await serviceIn([GRANTED], 'TSA/QTST')).toMatchObject({ type: 'TSA/QTST' })
  })

  test('is not granted for what it was as a service of another type', async () => {
    const service = await serviceIn([
      { from: '2022-01-01T00:00:00Z', status: 'withdrawn' },
      { ...GRANTED, type: 'CA/PKC' },
    ])
    expect(service?.states[1]).toMatchObject({ status: 'other-type' })
  })

  test.each<[string, StateMaterial]>([
    ['a status of somebody else', { ...GRANTED, status: 'https://e.example/Svcstatus/granted' }],
    ['a status without end', { ...GRANTED, status: 'granted/' }],
    ['a date that is none', { ...GRANTED, from: 'yesterday' }],
    ['a date without a zone', { ...GRANTED, from: '2020-01-01T00:00:00' }],
  ])('of which something cannot be read is left out as a whole: %s', async (_what, state) => {
    expect(await serviceIn([state, GRANTED])).toBeUndefined()
    expect(await serviceIn([GRANTED, state])).toBeUndefined()
    expect(await serviceIn([GRANTED, GRANTED])).toBeDefined()
  })

  test('without a certificate that can be read is left out', async () => {
    const provider = (certificates: string[]) => {
      const [service] = sealProvider('').services
      return { names: { en: 'P' }, services: [{ ...service!, certificates }] }
    }
    const services = async (certificates: string[]) =>
      (await listOf(signed({ providers: [provider(certificates)] }))).services.length
    expect(await services([])).toBe(0)
    expect(await services(['', 'AAAA', '!'])).toBe(0)
    expect(await services(['AAAA', authority.certificate])).toBe(1)
  })
})

describe('no list', () => {
  const expected = async (text: string | Uint8Array): Promise<string> => {
    const bytes = typeof text === 'string' ? bytesOf(text) : text
    const read = await readTrustedList(bytes, pointer)
    return read.is === 'unreadable' ? read.expected : 'a list'
  }

  test('is said to be what it is not', async () => {
    expect(await expected('<html></html>')).toBe('expected a TrustServiceStatusList')
    expect(await expected('{}')).toContain('expected well-formed XML')
    expect(await expected(signed().slice(0, -20))).toContain('expected well-formed XML')
    expect(await expected(new Uint8Array([0x3c, 0xff]))).toBe('expected text in UTF-8')
    expect(await expected('<TrustServiceStatusList xmlns="u:other"/>')).toBe(
      'expected a TrustServiceStatusList',
    )
    expect(await expected('<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"/>')).toBe(
      'expected one SchemeInformation',
    )
    expect(
      await expected(signed().replace(/<SchemeInformation>.*<\/SchemeInformation>/s, '$&$&')),
    ).toBe('expected one SchemeInformation')
    expect(await expected(listXml(material({ issued: '2026' })))).toBe(
      'expected a ListIssueDateTime',
    )
    expect(await expected(listXml(material({ nextUpdate: 'soon' })))).toBe(
      'expected a date in NextUpdate',
    )
    expect(await expected(listXml(material({ sequenceNumber: -1 })))).toBe(
      'expected a TSLSequenceNumber',
    )
    expect(await expected(signed().replace(/\?>/, '?><!DOCTYPE x [<!ENTITY y "z">]>'))).toBe(
      'expected no DOCTYPE',
    )
  })

  test('of more bytes than a list may have is not read', async () => {
    const padded = new Uint8Array(MOST_LIST_BYTES + 1).fill(0x20)
    padded.set(bytesOf(signed()))
    expect(await expected(padded)).toBe('expected at most 16000000 bytes')
    expect(await expected(padded.subarray(0, MOST_LIST_BYTES))).toBe('a list')
  })

  test('of a million elements, of whatever use, is given up', async () => {
    const many = '<a/>'.repeat(1_000_001)
    const xml = `<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#">${many}`
    expect(await expected(xml)).toBe('expected at most 1000000 elements')
  })

  test('of many elements in one is given up', async () => {
    const many = '<a/>'.repeat(200_001)
    expect(await expected(listXml(material()).replace('<SchemeInformation>', `$&${many}`))).toBe(
      'expected at most 200000 elements in one',
    )
  })
})

describe('the list of lists', () => {
  const read = async (xml: string) => readListOfLists(bytesOf(xml))

  test('says where the lists are and who may sign them', async () => {
    const [key] = await keysOfCertificates([signers.BE.certificate])
    const result = await read(listOfLists(signers))
    expect(result).toMatchObject({
      is: 'list',
      list: { sequenceNumber: 1, issued: '2026-06-01T00:00:00.000Z' },
      signature: { is: 'holds' },
    })
    if (result.is !== 'list') return
    expect(result.list.pointers.map(({ country }) => country)).toEqual(['BE', 'EE'])
    expect(result.list.pointers[0]).toEqual({ country: 'BE', url: listUrl('BE'), signers: [key] })
  })

  test('leaves out lists for people and addresses that are none', async () => {
    const certificates = [signers.BE.certificate]
    const own = { country: 'EU', url: LIST_OF_LISTS_URL, certificates: [signers.EU.certificate] }
    const pointers = [
      own,
      {
        country: 'BE',
        url: 'https://lists.be.example/tl.pdf',
        certificates,
        mimeType: 'application/pdf',
      },
      { country: 'BE', url: 'javascript:alert(1)', certificates },
      { country: 'Belgium', url: listUrl('BE'), certificates },
    ]
    expect(await read(listOfLists(signers, { pointers }))).toMatchObject({
      list: { pointers: [] },
      signature: { is: 'holds' },
    })
  })

  test('must be signed by a certificate that it names for itself', async () => {
    for (const by of [signers.BE, makeSigner('EU')])
      expect(await read(listOfLists(signers, {}, { by }))).toMatchObject({
        signature: { is: 'other-signer' },
      })
    expect(await read(listOfLists(signers, { pointers: [] }))).toMatchObject({
      signature: { is: 'other-signer' },
    })
  })

  test('with another address for a list is altered', async () => {
    const xml = listOfLists(signers).replace(listUrl('BE'), 'https://e.example/tl.xml')
    expect(await read(xml)).toMatchObject({ signature: { is: 'altered' } })
  })

  test('is none where it is the list of a country, and the other way round', async () => {
    expect(await read(signed())).toMatchObject({ is: 'unreadable' })
    expect(await read(listOfLists(signers, { country: 'BE' }))).toMatchObject({ is: 'unreadable' })
    const asCountry = await readTrustedList(bytesOf(listOfLists(signers)), {
      ...pointer,
      country: 'EU',
    })
    expect(asCountry).toMatchObject({ is: 'unreadable' })
  })
})
