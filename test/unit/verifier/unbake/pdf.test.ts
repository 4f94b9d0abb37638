/** Credentials that are attached inside PDF files, and files that are made to cost us time or memory. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { bakeSvg } from '../../../../src/verifier/unbake/bake'
import { MOST_ATTACHMENTS } from '../../../../src/verifier/unbake/pdf'
import { unbake } from '../../../../src/verifier/unbake/unbake'
import { europeanCredential } from '../../../fixtures/elm-3'
import { pdfWith, type PdfAttachment, type PdfFilter } from '../../../fixtures/pdf'
import { expectLittleWork } from '../../cpu-time'
import { baked, bytesOf, concat, JSON_TEXT, LIMITS, picture } from './png-files'

const CREDENTIAL = JSON.stringify({ '@context': ['https://a.example'], name: '証明書 – é' })
const SEALED = JSON.stringify({ payload: CREDENTIAL, signatures: [{}] })
const open = (attachments: PdfAttachment[], options = {}, limits = LIMITS) =>
  unbake(pdfWith(attachments, options), limits)
const nothing = (code: string) => ({ found: false, reason: { code } })

describe('an attachment', () => {
  it.each<[string, PdfFilter[]]>([
    ['without a filter', []],
    ['that is compressed', ['FlateDecode']],
    ['in hexadecimal', ['ASCIIHexDecode']],
    ['in base 85', ['ASCII85Decode']],
    ['that is compressed and in base 85', ['ASCII85Decode', 'FlateDecode']],
  ])('%s is read', (_, filters) => {
    expect(open([{ content: CREDENTIAL, filters }])).toEqual({
      found: true,
      carrier: 'pdf',
      text: CREDENTIAL,
      deviations: [],
    })
  })

  it.each([
    ['a sealed document', SEALED],
    ['an upload file', JSON.stringify({ credential: {}, deliveryDetails: {} })],
    ['a JWS', 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln'],
    ['ELM 2', '<europassCredential xmlns="http://data.europa.eu/snb"/>'],
  ])('that is %s is a credential', (_, content) => {
    expect(open([{ content }])).toMatchObject({ found: true, text: content })
  })

  it.each([
    ['another JSON', '{"invoice":1}'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['a PNG that carries nothing', picture()],
    ['a table that is larger than any credential', 'a,b\n'.repeat(1_100_000)],
    ['an address', 'https://issuer.example/'],
    ['words', 'openbadges'],
    ['nothing', ''],
  ])('that is %s is none, whatever its name', (_, content) => {
    expect(open([{ content, name: 'openbadge.json' }])).toMatchObject(
      nothing('pdf-without-credential'),
    )
  })

  it.each([
    ['/Type /EmbeddedFile', true],
    ['/Type/EmbeddedFile/Subtype/text#2Fplain', true],
    ['/Subtype /application#2Fjson', true],
    ['/Type /Metadata /Subtype /application#2Fjson', false],
    ['/Type /XObject', false],
    ['', false],
  ])('is told by its dictionary: "%s"', (type, isOne) => {
    expect(open([{ content: CREDENTIAL, type }]).found).toBe(isOne)
  })

  it('is the first of several that is a credential, and all are counted', () => {
    const other = { content: 'Dear Sir or Madam' }
    const first = JSON.stringify({ '@context': ['https://a.example'], credentialSubject: {} })
    expect(open([other, { content: first }, { content: SEALED }])).toMatchObject({
      text: first,
      deviations: [{ code: 'attachments-several', params: { count: 3, read: 3 } }],
    })
  })

  it.each([
    ['an Open Badges 3 credential', { '@context': ['https://a.example'], credentialSubject: {} }],
    ['a presentation', { '@context': ['https://a.example'], verifiableCredential: [] }],
    ['an Open Badges 1 assertion', { recipient: 'a', badge: {} }],
  ])('that is %s is taken before JSON-LD about something else', (_, json) => {
    const article = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article' })
    const content = JSON.stringify(json)
    expect(open([{ content: article }, { content }])).toMatchObject({ found: true, text: content })
  })

  it.each([
    ['PNG', baked()],
    ['SVG', bytesOf(bakeSvg('<svg></svg>', { text: JSON_TEXT, generation: 'assertion' }))],
  ])('that is a %s with a credential in it is one', (_, content) => {
    expect(open([{ content: picture() }, { content }])).toMatchObject({
      found: true,
      carrier: 'pdf',
      text: JSON_TEXT,
      deviations: [{ code: 'attachments-several' }],
    })
  })

  it('that was written again behind the others counts as it is there', () => {
    const again = (number: number) => {
      const text = JSON.stringify({ '@context': [], credentialSubject: {}, number })
      return `${number} 0 obj\n<< /Type /EmbeddedFile /Length ${text.length} >>\nstream\n${text}\nendstream\nendobj\n`
    }
    const file = pdfWith([{ content: SEALED }])
    const changed = (number: number) => unbake(concat(file, bytesOf(again(number))), LIMITS)
    expect(changed(4)).toMatchObject({ text: expect.stringContaining('"number":4') as string })
    expect(changed(4)).toMatchObject({ found: true, deviations: [] })
    expect(changed(14)).toMatchObject({ found: true, text: SEALED, deviations: [{}] })
  })

  it('is not the same as one of its number inside an attached PDF', () => {
    const inner = pdfWith([{ content: 'Dear Sir or Madam', filters: [] }])
    const file = { content: inner, filters: [], type: '/Type /EmbeddedFile' }
    expect(open([{ content: SEALED }, file])).toMatchObject({ found: true, text: SEALED })
    expect(open([file, { content: SEALED }])).toMatchObject({ found: true, text: SEALED })
  })

  it.each(['<< /Predictor 1 >>', '<< >>', '[null]', '[<< /Columns 4 >>]', 'null'])(
    'with parameters that change nothing is read: %s',
    (parameters) => {
      const entries = `/DecodeParms ${parameters}`
      expect(open([{ content: SEALED, entries }])).toMatchObject({ found: true, text: SEALED })
    },
  )

  it.each(['<< /Predictor 12 >>', '[<< /Columns 4 /Predictor 2 >>]', '9 0 R', '[9 0 R]'])(
    'with parameters that we do not have is not: %s',
    (parameters) => {
      const entries = `/DecodeParms ${parameters}`
      expect(open([{ content: SEALED, entries }])).toMatchObject(nothing('pdf-without-credential'))
    },
  )

  it('is found behind a description that speaks of objects', () => {
    const type = '/Desc (an object (obj)) /Type /EmbeddedFile'
    expect(open([{ content: SEALED, type }])).toMatchObject({ found: true, text: SEALED })
  })

  it('has a length that another object states', () => {
    const inside = CREDENTIAL.replace('証', 'endstream 証')
    const stated = [`99 0 obj\n${Buffer.byteLength(inside)}\nendobj\n`]
    const attachment = { content: inside, filters: [], length: '99 0 R' }
    expect(open([attachment], { objects: stated })).toMatchObject({ text: inside })
  })

  it('beyond the number that is opened is not looked at', () => {
    const others = (count: number) => Array.from({ length: count }, () => ({ content: 'none' }))
    const last = { content: CREDENTIAL }
    expect(open([...others(MOST_ATTACHMENTS - 1), last])).toMatchObject({ found: true })
    expect(open([...others(MOST_ATTACHMENTS), last])).toMatchObject({
      ...nothing('pdf-without-credential'),
      deviations: [{ params: { count: MOST_ATTACHMENTS + 1, read: MOST_ATTACHMENTS } }],
    })
  })

  it.each([
    ['sealed', SEALED, { sealedBytes: Buffer.byteLength(SEALED) }],
    ['not sealed', CREDENTIAL, { jsonBytes: Buffer.byteLength(CREDENTIAL) }],
  ])('that is %s has the limit of its kind', (_, content, limit) => {
    expect(open([{ content }], {}, { ...LIMITS, ...limit })).toMatchObject({ found: true })
    const smaller = Object.fromEntries(
      Object.entries(limit).map(([name, size]) => [name, size - 1]),
    )
    expect(open([{ content }], {}, { ...LIMITS, ...smaller })).toMatchObject(
      nothing('text-too-large'),
    )
  })
})

it.each<[string, PdfFilter[]]>([
  ['as it is', []],
  ['compressed', ['FlateDecode']],
])('an attachment beyond every limit, %s, is none unless it begins like one', (_, filters) => {
  const large = (start: string) => open([{ content: start + 'a'.repeat(4_000_000), filters }])
  expect(large('%PDF-')).toMatchObject(nothing('pdf-without-credential'))
  for (const start of ['{"@context":"', 'eyJ', '<svg xmlns="http://www.w3.org/2000/svg">'])
    expect(large(start)).toMatchObject(nothing('text-too-large'))
})

describe('a file without one', () => {
  it.each([
    ['no attachment', [], {}, 'pdf-without-credential'],
    [
      'a filter that we do not have',
      [{ content: CREDENTIAL, entries: '/DecodeParms << /Predictor 12 >>' }],
      {},
      'pdf-without-credential',
    ],
    [
      'encryption',
      [{ content: Uint8Array.of(9, 9, 9), filters: [] }],
      { trailer: '/Encrypt 9 0 R' },
      'pdf-encrypted',
    ],
  ])('for %s is no badge, and says why', async (_, attachments, options, code) => {
    const bytes = pdfWith(attachments, options)
    const report = await verifyBadge(
      { bytes },
      { fetch: () => Promise.reject(new TypeError('down')) },
    )
    expect(report).toMatchObject({ verdict: 'none', kind: 'none', reason: code })
  })
})

it('what is in a PDF is judged as if it had come alone', async () => {
  const bytes = pdfWith([{ content: JSON.stringify(europeanCredential()) }])
  const report = await verifyBadge(
    { bytes },
    { fetch: () => Promise.reject(new TypeError('down')) },
  )
  expect(report).toMatchObject({
    source: { carrier: 'pdf' },
    format: 'ELM/3',
    kind: 'unsealed',
    verdict: 'unverifiable',
  })
})

it('JSON-LD that is no credential makes no badge of a PDF', async () => {
  const bytes = pdfWith([{ content: CREDENTIAL }])
  const report = await verifyBadge(
    { bytes },
    { fetch: () => Promise.reject(new TypeError('down')) },
  )
  expect(report).toMatchObject({ verdict: 'none', reason: 'not-a-credential' })
})

describe('hostile files', () => {
  const cheap = (bytes: Uint8Array) => expectLittleWork(20, () => unbake(bytes, LIMITS))

  it('a bomb is given up at the limit', async () => {
    const content = '{"@context":"' + 'a'.repeat(60_000_000) + '"}'
    const bomb = pdfWith([{ content }])
    expect(await cheap(bomb)).toMatchObject(nothing('text-too-large'))
  })

  it.each(['99999999', '0', '-1', '9999999999', '(5)', '99 0 R', ''])(
    'a length of "%s" does not hide the data, and reaches nothing else',
    async (length) => {
      const bytes = pdfWith([{ content: CREDENTIAL, filters: [], length }])
      expect(await cheap(bytes)).toMatchObject({ found: true, text: CREDENTIAL })
    },
  )

  it('the word that ends a stream, inside it, ends it unless the length says otherwise', () => {
    const content = CREDENTIAL.replace('証', 'endstream\nendobj')
    expect(open([{ content, filters: [] }])).toMatchObject({ text: content })
    const lied = open([{ content, filters: [], length: '7' }])
    expect(lied).toMatchObject({
      found: true,
      text: expect.not.stringContaining('endstream') as string,
    })
  })

  it('a file that was cut off anywhere is read or not, and nothing is thrown', () => {
    const file = pdfWith([{ content: CREDENTIAL }])
    for (let end = 0; end < file.length; end += 7)
      expect(() => unbake(file.subarray(0, end), LIMITS)).not.toThrow()
    const cut = file.subarray(0, file.indexOf(0x78, file.length - 400) + 20)
    expect(unbake(cut, LIMITS).found).toBe(false)
  })

  it('pictures are read that together are no larger than one image', () => {
    const svg = bakeSvg('<svg></svg>', { text: JSON_TEXT, generation: 'assertion' })
    const large = { content: `<svg>${'<a/>'.repeat(1_000)}</svg>` }
    const limits = { ...LIMITS, imageBytes: 9_000 }
    expect(open([large, large, { content: svg }], {}, limits)).toMatchObject({ found: true })
    expect(open([large, large, large, { content: svg }], {}, limits)).toMatchObject(
      nothing('text-too-large'),
    )
  })

  it('thousands of objects that look like attachments cost little', async () => {
    const shapes = [
      '4 0 obj\n<< /Type /EmbeddedFile /Length 9999999 >>\nstream\n',
      '/EmbeddedFile ',
      '4 0 obj << /Type /EmbeddedFile '.padEnd(300, '<<'),
      '4 0 obj << /Type /EmbeddedFile '.padEnd(300, '('),
      '4 0 obj << /Type /EmbeddedFile '.padEnd(300, '['),
      '4 0 obj << /Type /EmbeddedFile '.padEnd(3_900, '('),
      '4 0 obj << /Type /EmbeddedFile '.padEnd(3_900, '1 '),
      '4 0 obj << /Type /EmbeddedFile '.padEnd(3_900, '<a'),
      '4 0 obj << /Type /EmbeddedFile /Length 5 0 R /Filter [' +
        '/FlateDecode '.repeat(20) +
        '] >>stream\n',
      '/Encrypt      ',
      '/Encrypt 1 ',
    ]
    for (const shape of shapes) {
      const body = shape.repeat(Math.floor(3_000_000 / shape.length))
      await cheap(bytesOf(`%PDF-1.7\n${body}`))
    }
  })

  it('a file of blanks or digits behind the word Encrypt costs little', async () => {
    for (const filler of [' ', '1', '1 '])
      await cheap(bytesOf(`%PDF-1.7\n/Encrypt${filler.repeat(3_000_000)}`))
  })
})

describe('whatever the file', () => {
  it('reads back what was attached', () => {
    const filters = fc.subarray<PdfFilter>(['ASCII85Decode', 'FlateDecode'])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), filters, (text, filter) => {
        const content = JSON.stringify({ '@context': [], text })
        expect(open([{ content, filters: filter }])).toMatchObject({ found: true, text: content })
      }),
    )
  })

  it('never throws: damaged files', () => {
    const file = pdfWith([{ content: CREDENTIAL }, { content: SEALED, filters: ['ASCII85Decode'] }])
    const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 20 })
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = Uint8Array.from(file)
        for (const [at, byte] of changes) damaged[at] = byte
        const result = unbake(damaged, LIMITS)
        if (result.found) expect(result.text).not.toBe('')
      }),
    )
  })
})
