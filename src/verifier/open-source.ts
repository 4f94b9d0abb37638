/** From a source (bytes, text or a URL) to credential text, with the check `carrier`. */
import { sha256 } from './digest'
import type { BadgeSource, ShownPicture } from './environment'
import { reason, type Carrier, type Check, type Reason } from './report'
import { sniffText } from './unbake/sniff'
import { unbake } from './unbake/unbake'
import type { Verification } from './verification'

export interface OpenedSource {
  carrier: Carrier
  check: Check
  /** Absent where no credential text was found or could be obtained. */
  text?: string
  /** The address that text without an image was read from. */
  locatedAt?: string
  /** Hex SHA-256 of the image file. */
  imageSha256?: string
  /** Absent where it came without a picture. */
  shown?: ShownPicture
  /** True where nothing was found, and not merely not obtained. */
  empty?: boolean
}

const ACCEPT =
  'application/vc+ld+json, application/ld+json, application/json, image/png, image/svg+xml'

/** A badge image may hold a URL that leads to the credential; a second such step is not followed. */
const LOCATOR_STEPS = 2

export async function openSource(
  source: BadgeSource,
  verification: Verification,
): Promise<OpenedSource> {
  if ('bytes' in source) {
    const opened = await openBytes(source.bytes, source, verification)
    return source.shown ? { ...opened, shown: source.shown } : opened
  }
  if ('text' in source) {
    const bytes = new TextEncoder().encode(source.text)
    return openBytes(bytes, source, verification)
  }
  return openUrl(source.url, verification, LOCATOR_STEPS)
}

/** A credential that stands inside another: it is read where it is, and leads nowhere. */
export function openEmbedded(text: string): OpenedSource {
  const carrier = 'embedded'
  return { carrier, check: carrierCheck(reason('carrier-found', { carrier }), []), text }
}

async function openBytes(
  bytes: Uint8Array,
  { url, incomplete = false }: { url?: string; incomplete?: boolean },
  verification: Verification,
  steps = LOCATOR_STEPS,
): Promise<OpenedSource> {
  const result = unbake(bytes, verification.limits)
  if (!result.found) return nothing(result.reason, result.deviations)
  const { text, carrier, deviations } = result
  const image = isImage(carrier)
  // A hash of the image is a hash of the whole image, or it is none.
  const imageSha256 = image && !incomplete ? await sha256(bytes) : undefined
  const ofImage = {
    ...(imageSha256 !== undefined && { imageSha256 }),
    ...(image && { shown: incomplete ? ('incomplete' as const) : { bytes } }),
  }
  const found: OpenedSource = {
    carrier,
    check: carrierCheck(reason('carrier-found', { carrier }), deviations),
    text,
    ...ofImage,
    ...(!image && url !== undefined && { locatedAt: url }),
  }
  if (sniffText(text) !== 'url') return found
  const {
    imageSha256: _inner,
    shown: _other,
    ...led
  } = await openUrl(text, verification, steps - 1)
  return {
    ...led,
    carrier,
    check: led.text === undefined ? led.check : found.check,
    ...ofImage,
  }
}

async function openUrl(
  url: string,
  verification: Verification,
  steps: number,
): Promise<OpenedSource> {
  if (steps <= 0) return nothing(reason('file-not-recognised'), [])
  const { http, limits } = verification
  const options = { accept: ACCEPT, maxBytes: limits.imageBytes }
  const answer = await http.get({ url, purpose: 'assertion' }, options)
  if (!answer.ok) return notObtained(answer.reason)
  const { host } = new URL(answer.url)
  // Only where a badge names this address as its own does 410 withdraw it: a deleted picture revokes nothing.
  if (answer.status === 410 && steps < LOCATOR_STEPS) return notObtained(reason('gone', { host }))
  if (answer.status !== 200)
    return notObtained(reason('http-status', { host, status: answer.status }))
  return openBytes(answer.bytes, { url }, verification, steps)
}

function isImage(carrier: Carrier): boolean {
  return carrier.startsWith('png') || carrier === 'svg'
}

function carrierCheck(found: Reason, deviations: Reason[]): Check {
  return deviations.length > 0
    ? { id: 'carrier', outcome: 'warned', reasons: [...deviations, found] }
    : { id: 'carrier', outcome: 'passed', reasons: [found] }
}

/** Reasons that say "there is no credential here", as opposed to "there is one that cannot be read". */
const EMPTY = new Set([
  'no-badge-data',
  'file-not-recognised',
  // Any PDF may be about anything: that it holds nothing that we can read does not make it a badge.
  'pdf-without-credential',
  'pdf-encrypted',
])

function nothing(why: Reason, deviations: Reason[]): OpenedSource {
  const empty = EMPTY.has(why.code)
  const outcome = empty ? 'not-applicable' : 'failed'
  return {
    carrier: 'unknown',
    check: { id: 'carrier', outcome, reasons: [why, ...deviations] },
    empty,
  }
}

function notObtained(why: Reason): OpenedSource {
  return { carrier: 'url', check: { id: 'carrier', outcome: 'unknown', reasons: [why] } }
}
