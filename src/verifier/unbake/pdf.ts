/**
 * Credentials that are attached inside a PDF: embedded file streams (ISO 32000-1, section 7.11.4). They are
 * found by the dictionary of the stream, wherever it stands: neither the table of objects nor the names of
 * files are asked, since both may say anything. Streams are never inside other streams (section 7.5.7).
 */
import type { Limits } from '../http/limits'
import { reason, type Reason } from '../report'
import { streamDictionaryAt, type StreamDictionary } from './pdf-dictionary'
import { unfilter, type Unfiltered } from './pdf-filters'
import { notFound, type UnbakeResult } from './result'
import { isSealedJson, memberNames } from './sealed-json'
import { sniff } from './sniff'

type PdfLimits = Pick<Limits, 'jsonBytes' | 'sealedBytes'>

/** Attachments that are opened: each may cost as much as one credential. */
export const MOST_ATTACHMENTS = 16

/** Places of each mark that may be an attachment; each costs a look at a few thousand characters. */
const MOST_PLACES = 2_000

/** How far an object's beginning may stand before the type in its dictionary, in characters. */
const LONGEST_LEAD = 2_000

/** The first attachment that is a credential by its content; the others are counted. Never throws. */
export function unbakePdf(bytes: Uint8Array, limits: PdfLimits): UnbakeResult {
  // One character for each byte; which characters those above ASCII become does not matter.
  const pdf = new TextDecoder('latin1').decode(bytes)
  const attachments = attachmentsIn(pdf)
  const opened = attachments.slice(0, MOST_ATTACHMENTS)
  const several: Reason[] =
    attachments.length > 1
      ? [reason('attachments-several', { count: attachments.length, read: opened.length })]
      : []
  let tooLarge = false
  for (const attachment of opened) {
    const content = open(attachment, pdf, bytes, limits.sealedBytes)
    tooLarge ||= !content.ok && content.why === 'too-large'
    if (!content.ok || !isCredential(content.bytes)) continue
    return textOf(content.bytes, limits, several)
  }
  if (isEncrypted(pdf)) return notFound(reason('pdf-encrypted'), several)
  if (tooLarge) return notFound(reason('text-too-large', { limit: limits.sealedBytes }), several)
  return notFound(reason('pdf-without-credential'), several)
}

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

/** JSON of other kinds is attached to PDF files as well, e.g. invoices. */
function isCredential(content: Uint8Array): boolean {
  const kind = sniff(content)
  if (kind !== 'json') return kind === 'jws' || kind === 'sd-jwt' || kind === 'elm-2'
  const names = memberNames(content)
  const isUpload = names.has('credential') && names.has('deliveryDetails')
  return names.has('@context') || isUpload || isSealedJson(content)
}

/**
 * What stands in the dictionary of an attachment: its type, which is optional, or a media type, in whose name
 * the slash is written as its number (section 7.11.4.1, table 45).
 */
const MARKS = ['/EmbeddedFile', '#2F', '#2f']
const OBJECT = 'obj'

/** Dictionaries of embedded file streams, in the order of the file. */
function attachmentsIn(pdf: string): StreamDictionary[] {
  const found = new Map<number, StreamDictionary>()
  for (const mark of MARKS) {
    let at = pdf.indexOf(mark)
    for (let places = 0; at >= 0 && places < MOST_PLACES; places++) {
      const dictionary = dictionaryAround(pdf, at)
      if (dictionary && isAttachment(dictionary)) found.set(dictionary.dataAt, dictionary)
      at = pdf.indexOf(mark, at + mark.length)
    }
  }
  return [...found.values()].sort((a, b) => a.dataAt - b.dataAt)
}

/** Of the object that begins last before a place. */
function dictionaryAround(pdf: string, at: number): StreamDictionary | undefined {
  const lead = pdf.slice(Math.max(0, at - LONGEST_LEAD), at)
  const object = lead.lastIndexOf(OBJECT)
  if (object < 0) return undefined
  return streamDictionaryAt(pdf, at - lead.length + object + OBJECT.length)
}

function isAttachment({ type, subtype = '' }: StreamDictionary): boolean {
  return type === undefined ? subtype.includes('/') : type === 'EmbeddedFile'
}

function open(
  attachment: StreamDictionary,
  pdf: string,
  bytes: Uint8Array,
  limit: number,
): Unfiltered {
  const { dataAt, filters, hasParameters } = attachment
  if (hasParameters) return { ok: false, why: 'not-supported' }
  const end = endOfData(attachment, pdf)
  return unfilter(bytes.subarray(dataAt, end), filters, limit)
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
