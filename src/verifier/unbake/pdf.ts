/**
 * Credentials that are attached inside a PDF: embedded file streams (ISO 32000-1, section 7.11.4). They are
 * found by the dictionary of the stream, wherever it stands: neither the table of objects nor the names of
 * files are asked, since both may say anything. Streams are never inside other streams (section 7.5.7).
 */
import type { Limits } from '../http/limits'
import { reason, type Reason } from '../report'
import { streamDictionaryAt, type StreamDictionary } from './pdf-dictionary'
import { beginningOf, unfilter, type Unfiltered } from './pdf-filters'
import { unbakePng } from './png'
import { notFound, type UnbakeResult } from './result'
import { isSealedJson, memberNames } from './sealed-json'
import { sniff, type Sniffed } from './sniff'
import { unbakeSvg } from './svg'

type PdfLimits = Pick<Limits, 'bakedTextBytes' | 'imageBytes' | 'jsonBytes' | 'sealedBytes'>

/** Attachments that are opened: each may cost as much as one credential. */
export const MOST_ATTACHMENTS = 16

/** Places of each mark that may be an attachment; each costs a look at a few thousand characters. */
const MOST_PLACES = 2_000

/** How far an object's beginning may stand before the type in its dictionary, in characters. */
const LONGEST_LEAD = 2_000

/**
 * The first attachment that is a credential by its content, or a picture that carries one; where there is none, the first
 * that may be one. The others are counted. Never throws.
 */
export function unbakePdf(bytes: Uint8Array, limits: PdfLimits): UnbakeResult {
  // One character for each byte; which characters those above ASCII become does not matter.
  const pdf = new TextDecoder('latin1').decode(bytes)
  const attachments = attachmentsIn(pdf)
  const opened = attachments.slice(0, MOST_ATTACHMENTS)
  const several: Reason[] =
    attachments.length > 1
      ? [reason('attachments-several', { count: attachments.length, read: opened.length })]
      : []
  let exceeded: number | undefined
  let perhaps: UnbakeResult | undefined
  // Each byte of a picture costs more than one of a text: all of them may be as large as one image.
  let ofPictures = 0
  for (const attachment of opened) {
    const data = bytes.subarray(attachment.dataAt, endOfData(attachment, pdf))
    const content = open(attachment, data, limits.sealedBytes)
    if (!content.ok) {
      if (content.why === 'too-large' && mayBeCredential(data, attachment))
        exceeded ??= limits.sealedBytes
      continue
    }
    const kind = sniff(content.bytes)
    if (PICTURES.has(kind)) {
      ofPictures += content.bytes.length
      if (ofPictures > limits.imageBytes) {
        exceeded ??= limits.imageBytes
        continue
      }
    }
    const result = credentialIn(content.bytes, kind, limits, several)
    if (result?.isSure) return result.found
    perhaps ??= result?.found
  }
  if (perhaps) return perhaps
  if (isEncrypted(pdf)) return notFound(reason('pdf-encrypted'), several)
  if (exceeded !== undefined)
    return notFound(reason('text-too-large', { limit: exceeded }), several)
  return notFound(reason('pdf-without-credential'), several)
}

/** What an attachment holds, if it is a credential or, as other JSON-LD is, perhaps one. */
function credentialIn(
  content: Uint8Array,
  kind: Sniffed,
  limits: PdfLimits,
  several: Reason[],
): { found: UnbakeResult; isSure: boolean } | undefined {
  if (PICTURES.has(kind)) {
    const baked = kind === 'png' ? unbakePng(content, limits) : unbakeSvg(content, limits)
    const deviations = [...several, ...baked.deviations]
    return baked.found
      ? { found: { ...baked, carrier: 'pdf', deviations }, isSure: true }
      : undefined
  }
  const likeness = kind === 'json' ? likenessOf(content) : TEXTS.has(kind) ? 'sure' : 'none'
  if (likeness === 'none') return undefined
  return { found: textOf(content, limits, several), isSure: likeness === 'sure' }
}

const PICTURES: ReadonlySet<Sniffed> = new Set(['png', 'svg'] as const)
const TEXTS: ReadonlySet<Sniffed> = new Set(['jws', 'sd-jwt', 'elm-2'] as const)

/** Of what is too large: what begins as something else is none. */
function mayBeCredential(data: Uint8Array, { filters }: StreamDictionary): boolean {
  const beginning = beginningOf(data, filters)
  if (beginning === undefined) return true
  const kind = sniff(beginning)
  // A token is known by its end as well.
  const isToken = TOKEN_START.every((byte, at) => beginning[at] === byte)
  return isToken || kind === 'json' || PICTURES.has(kind) || TEXTS.has(kind)
}

/** `eyJ`: base64url of the `{"` with which a header begins. */
const TOKEN_START = [0x65, 0x79, 0x4a]

function textOf(bytes: Uint8Array, limits: PdfLimits, deviations: Reason[]): UnbakeResult {
  const limit = isSealedJson(bytes) ? limits.sealedBytes : limits.jsonBytes
  if (bytes.length > limit) return notFound(reason('text-too-large', { limit }), deviations)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
    return { found: true, text, carrier: 'pdf', deviations }
  } catch {
    return notFound(reason('text-not-utf8'), deviations)
  }
}

/** JSON of other kinds is attached to PDF files as well, e.g. invoices, and JSON-LD about whatever the PDF is about. */
function likenessOf(json: Uint8Array): 'sure' | 'perhaps' | 'none' {
  const names = memberNames(json)
  const hasAll = (all: string[]) => all.every((name) => names.has(name))
  if (isSealedJson(json) || OUTLINES.some(hasAll)) return 'sure'
  return names.has('@context') ? 'perhaps' : 'none'
}

/** Members that together nothing has but an upload file, a verifiable credential or presentation, or an Open Badges 1 or 2 assertion. */
const OUTLINES = [
  ['credential', 'deliveryDetails'],
  ['@context', 'credentialSubject'],
  ['@context', 'verifiableCredential'],
  ['recipient', 'badge'],
]

/**
 * What stands in the dictionary of an attachment: its type, which is optional, or a media type, in whose name
 * the slash is written as its number (section 7.11.4.1, table 45).
 */
const MARKS = ['/EmbeddedFile', '#2F', '#2f']
const OBJECT = 'obj'

/** A stream, and the number and generation of its object. */
interface Attachment extends StreamDictionary {
  object: string
}

/**
 * Dictionaries of embedded file streams, in the order of the file. Who changes a PDF may write an object again behind all
 * others, and then the last one counts (section 7.5.6).
 */
function attachmentsIn(pdf: string): Attachment[] {
  const found = new Map<number, Attachment>()
  for (const mark of MARKS) {
    let at = pdf.indexOf(mark)
    for (let places = 0; at >= 0 && places < MOST_PLACES; places++) {
      const attachment = dictionaryAround(pdf, at)
      if (attachment && isAttachment(attachment)) found.set(attachment.dataAt, attachment)
      at = pdf.indexOf(mark, at + mark.length)
    }
  }
  return withoutFormer(
    [...found.values()].sort((a, b) => a.dataAt - b.dataAt),
    pdf,
  )
}

const END_OF_FILE = '%%EOF'

/** An update follows the end of the file that it changes: what shares a number before that is in a PDF that is attached. */
function withoutFormer(inOrder: Attachment[], pdf: string): Attachment[] {
  const lastOf = new Map<string, number>()
  let revision = 0
  let end = pdf.indexOf(END_OF_FILE)
  const revised = inOrder.map((attachment) => {
    for (; end >= 0 && end < attachment.dataAt; end = pdf.indexOf(END_OF_FILE, end + 1)) revision++
    lastOf.set(attachment.object, revision)
    return { attachment, revision }
  })
  return revised.flatMap(({ attachment, revision }) =>
    lastOf.get(attachment.object) === revision ? attachment : [],
  )
}

/** Number and generation, before the word. */
const OBJECT_NAME = /(?:^|\D)(\d{1,10}\s+\d{1,5})\s*$/

/** The same word stands in `endobj`, and may stand in a description. */
const MOST_WORDS = 4

/** Of the object that begins last before a place. */
function dictionaryAround(pdf: string, at: number): Attachment | undefined {
  const leadAt = Math.max(0, at - LONGEST_LEAD)
  const lead = pdf.slice(leadAt, at)
  let word = lead.lastIndexOf(OBJECT)
  for (let words = 0; word >= 0 && words < MOST_WORDS; words++) {
    const object = OBJECT_NAME.exec(lead.slice(Math.max(0, word - LONGEST_NAME), word))?.[1]
    if (object !== undefined) {
      const dictionary = streamDictionaryAt(pdf, leadAt + word + OBJECT.length)
      return dictionary && { ...dictionary, object: object.replace(/\s+/g, ' ') }
    }
    word = word === 0 ? -1 : lead.lastIndexOf(OBJECT, word - 1)
  }
  return undefined
}

/** Characters of the number and generation of an object, with what is between them. */
const LONGEST_NAME = 30

function isAttachment({ type, subtype = '' }: StreamDictionary): boolean {
  return type === undefined ? subtype.includes('/') : type === 'EmbeddedFile'
}

function open(
  { filters, hasParameters }: StreamDictionary,
  data: Uint8Array,
  limit: number,
): Unfiltered {
  if (hasParameters) return { ok: false, why: 'not-supported' }
  return unfilter(data, filters, limit)
}

const END = /^\r?\n?endstream/

/**
 * By its length, if the stream ends there, else where the word that ends it stands first: data that has this
 * word in it and a length that lies cannot be read. A file that was cut off ends the data.
 */
function endOfData({ dataAt, length }: StreamDictionary, pdf: string): number {
  const stated = typeof length === 'object' ? numberIn(length.object, pdf) : length
  if (stated !== undefined) {
    const end = dataAt + stated
    if (END.test(pdf.slice(end, end + 12))) return end
  }
  const found = pdf.indexOf('endstream', dataAt)
  return found < 0 ? pdf.length : found
}

/** An object that is a number alone. */
function numberIn(object: string, pdf: string): number | undefined {
  const name = `${object} obj`
  for (let at = pdf.indexOf(name), tries = 0; at >= 0 && tries < 10; tries++) {
    const isWhole = !/\d/.test(pdf.charAt(at - 1))
    const number = /^\s*(\d{1,10})\s/.exec(pdf.slice(at + name.length, at + name.length + 40))?.[1]
    if (isWhole && number !== undefined) return Number(number)
    at = pdf.indexOf(name, at + name.length)
  }
  return undefined
}

/** `/Encrypt` in the trailer or in the dictionary of a cross-reference stream (section 7.6.1). */
function isEncrypted(pdf: string): boolean {
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(pdf)
}
