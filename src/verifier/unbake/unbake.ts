import type { Limits } from '../http/limits'
import { reason } from '../report'
import { unbakePdf } from './pdf'
import { unbakePng } from './png'
import { notFound, type UnbakeResult } from './result'
import { isSealedJson } from './sealed-json'
import { sniff } from './sniff'
import { unbakeSvg } from './svg'

export type { NotUnbaked, Unbaked, UnbakeResult } from './result'

export type UnbakeLimits = Pick<
  Limits,
  'imageBytes' | 'bakedTextBytes' | 'jsonBytes' | 'sealedBytes'
>

/**
 * The credential text in a file: baked into an image, or the file itself. The file is told by its
 * content. Never throws; the work is linear in the size of the file.
 */
export function unbake(bytes: Uint8Array, limits: UnbakeLimits): UnbakeResult {
  if (bytes.length > limits.imageBytes) {
    return notFound(reason('file-too-large', { limit: limits.imageBytes }))
  }
  const kind = sniff(bytes)
  switch (kind) {
    case 'png':
      return unbakePng(bytes, limits)
    case 'svg':
      return unbakeSvg(bytes, limits)
    case 'json':
      return asText(bytes, kind, isSealedJson(bytes) ? limits.sealedBytes : limits.jsonBytes)
    case 'jws':
    case 'url':
      return asText(bytes, kind, limits.jsonBytes)
    case 'jpeg':
    case 'gif':
    case 'webp':
      // Baking is defined for PNG and SVG only (Open Badges 3.0, section 5.3).
      return notFound(reason('no-badge-data'))
    case 'sd-jwt':
      return notFound(reason('format-not-supported', { format: 'SD-JWT' }))
    case 'cose':
      return notFound(reason('format-not-supported', { format: 'COSE' }))
    case 'elm-2':
      return notFound(reason('format-not-supported', { format: 'ELM/2' }))
    case 'pdf':
      return unbakePdf(bytes, limits)
    case 'html':
    case 'unknown':
      return notFound(reason('file-not-recognised'))
  }
}

function asText(bytes: Uint8Array, carrier: 'json' | 'jws' | 'url', limit: number): UnbakeResult {
  if (bytes.length > limit) return notFound(reason('text-too-large', { limit }))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
    return { found: true, text, carrier, deviations: [] }
  } catch {
    return notFound(reason('text-not-utf8'))
  }
}
