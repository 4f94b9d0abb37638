import type { BakedImage, CannotBake } from '../platform/messages'
import { decodableType } from '../verifier/artwork/picture'
import { LIMITS } from '../verifier/http/limits'
import { asId, asObject } from '../verifier/reading/json-values'
import { unwrapEnvelope } from '../verifier/proofs/enveloped'
import { isVersion05 } from '../verifier/reading/open-badges-1'
import type { VerificationReport } from '../verifier/report'
import { bakePng, bakeSvg, type BakeSvgOptions } from '../verifier/unbake/bake'
import { sniff, sniffText } from '../verifier/unbake/sniff'
import { readBackSvg } from '../verifier/unbake/svg-read-back'
import { unbake } from '../verifier/unbake/unbake'
import type { JsonObject } from '../verifier/verification'
import { toBase64 } from './base64'
import type { Keepsakes } from './keepsakes'
import { judgeNow, type Vouching } from './judge-now'
import { bitmapOf, drawnWithin } from './picture-canvas'
import { entryById } from './tab-state'
import type { TabStore } from './tab-store'

export interface BakeAgainParts extends Vouching {
  store: TabStore
  keepsakes: Keepsakes
}

/** Longest side of a picture that has to be drawn anew, in pixels. */
const MOST_PIXELS = 2048

/**
 * The picture that a page shows for a badge, with the badge's credential baked in: for who wants to show it
 * where the data was stripped. Only of a credential that holds now; the file is read back before it is given,
 * and carries the very text that was verified: of a hosted assertion, what its host served, or else its address; of
 * an envelope, what is in it.
 */
export async function bakeAgain(
  parts: BakeAgainParts,
  { tabId, id }: { tabId: number; id: string },
): Promise<BakedImage> {
  const tab = parts.store.get(tabId)
  const entry = entryById(tab, id)
  const kept =
    entry?.reportId === undefined ? undefined : await parts.keepsakes.report(entry.reportId)
  if (!tab || !entry || !kept) return cannot('no-report')
  const report = judgeNow(kept.report, new Date(), parts)
  if (!holds(report)) return cannot('not-verified')
  const content = await parts.keepsakes.content(tab, id)
  const picture = content?.shown ?? (content?.complete === true ? content.bytes : undefined)
  if (!picture) return cannot('no-picture')
  return bake(picture, report)
}

function holds({ verdict }: VerificationReport): boolean {
  return verdict === 'trusted' || verdict === 'authentic'
}

async function bake(picture: Uint8Array, report: VerificationReport): Promise<BakedImage> {
  const generation = generationOf(report.format)
  const content = generation && contentOf(report, generation)
  if (generation === undefined || content === undefined) return cannot('format')
  const isSvg = sniff(picture) === 'svg'
  try {
    const bytes = isSvg
      ? bakedSvg(picture, content.svg, generation)
      : bakePng(await asPng(picture), content.text, { keyword: KEYWORDS[generation] })
    if (!readsBack(bytes, content.text)) return cannot('picture-refused')
    return { is: 'baked', type: isSvg ? 'svg' : 'png', base64: toBase64(bytes) }
  } catch {
    return cannot(isSvg ? 'picture-refused' : 'no-picture')
  }
}

function readsBack(bytes: Uint8Array, text: string): boolean {
  const read = unbake(bytes, LIMITS)
  return read.found && read.text === text && read.deviations.length === 0
}

type Generation = 'assertion' | 'credential'

/** Open Badges 2.0 Baking, "PNGs"; Open Badges 3.0, section 5.3.1.1. */
const KEYWORDS = { assertion: 'openbadges', credential: 'openbadgecredential' } as const

/** Only Open Badges are baked: no other format says how. */
function generationOf(format = ''): Generation | undefined {
  if (format.startsWith('OpenBadges/3')) return 'credential'
  return format.startsWith('OpenBadges/') ? 'assertion' : undefined
}

/** Read back by an XML reader that is not ours, too: what one reader has, every other must have. */
function bakedSvg(picture: Uint8Array, content: SvgContent, generation: Generation): Uint8Array {
  const svg = new TextDecoder('utf-8', { fatal: true }).decode(picture)
  const baked = bakeSvg(svg, { generation, ...content })
  const [read, ...others] = readBackSvg(baked) ?? []
  const { text = '', verify = '' } = content
  if (read?.body !== text || read.verify !== verify || others.length > 0) {
    throw new TypeError('expected an SVG from which every reader reads the credential')
  }
  return new TextEncoder().encode(baked)
}

type SvgContent = Pick<BakeSvgOptions, 'text' | 'verify'>

interface Content {
  /** What a reader finds in the file. */
  text: string
  svg: SvgContent
}

/**
 * Open Badges 2.0 Baking, "SVGs": a signature is the `verify` attribute, of a hosted assertion that is its address, and its
 * JSON is the body. There are readers that look at `verify` alone. An assertion that does not say where it is cannot
 * be verified by itself: its address stands for it.
 */
function contentOf(
  { format, source, credential }: VerificationReport,
  generation: Generation,
): Content | undefined {
  const served = (source.servedText ?? source.text)?.trim()
  if (served === undefined) return undefined
  const text = withoutEnvelope(served)
  if (sniffText(text) === 'jws') return { text, svg: { verify: text } }
  if (generation === 'credential') return { text, svg: { text } }
  const verify = addressOf(text, format)
  if (verify !== undefined) return { text, svg: { text, verify } }
  const address = asAddress(credential?.id)
  return address === undefined ? undefined : { text: address, svg: { verify: address } }
}

/**
 * Open Badges 3.0, section 5.3.1.1: what is baked is the JSON of an OpenBadgeCredential or a compact JWS, and so never an
 * EnvelopedVerifiableCredential.
 */
function withoutEnvelope(text: string): string {
  if (sniffText(text) !== 'json') return text
  const inside = unwrapEnvelope(JSON.parse(text) as JsonObject)
  return inside && 'text' in inside ? inside.text : text
}

/** Where a hosted assertion is judged: in Open Badges 1 its `verify.url`, in Open Badges 2 its `id`; 0.5 does not say. */
function addressOf(text: string, format = ''): string | undefined {
  if (sniffText(text) !== 'json') return undefined
  const json = JSON.parse(text) as JsonObject
  if (format.startsWith('OpenBadges/2')) return asAddress(asId(json))
  const own = isVersion05(json) ? undefined : asId(json)
  return asAddress(asId(asObject(json.verify)?.url) ?? own)
}

function asAddress(text = ''): string | undefined {
  return sniffText(text) === 'url' ? text : undefined
}

/** Other pictures have no place for a credential; they are drawn as PNG. */
async function asPng(picture: Uint8Array): Promise<Uint8Array> {
  if (sniff(picture) === 'png') return picture
  const decodable = decodableType(picture)
  if ('why' in decodable) throw new TypeError('expected a picture that can be decoded')
  const bitmap = await bitmapOf(picture, decodable.type)
  try {
    const png = await drawnWithin(bitmap, MOST_PIXELS).convertToBlob({ type: 'image/png' })
    return new Uint8Array(await png.arrayBuffer())
  } finally {
    bitmap.close()
  }
}

function cannot(why: CannotBake): BakedImage {
  return { is: 'not-baked', why }
}
