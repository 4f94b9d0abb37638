import type { ImageReference } from '../credential'
import type { JsonObject } from '../verification'
import { asId, asString } from './json-values'
import type { Nodes } from './elm-3-nodes'

/** Of the authority table of file types those of pictures that no page has to run to show them. */
const PICTURE_TYPES: ReadonlyMap<string, string> = new Map([
  ['JPEG', 'image/jpeg'],
  ['PNG', 'image/png'],
  ['GIF', 'image/gif'],
])

const FILE_TYPE =
  /^https?:\/\/publications\.europa\.eu\/resource\/authority\/file-type\/([A-Z0-9_]{1,20})$/
/** The concept "base64", the only encoding that its list has. */
const BASE64 = /^https?:\/\/data\.europa\.eu\/snb\/encoding\/6146cde7dd$/

/** A MediaObject that is a picture, as a data URL; none where it is of another type or another encoding. */
export function readMedia(of: Nodes, media: JsonObject | undefined): ImageReference | undefined {
  if (media === undefined) return undefined
  const { content, contentType, contentEncoding } = media
  const fileType = FILE_TYPE.exec(asId(of(contentType)[0]) ?? '')?.[1] ?? ''
  const type = PICTURE_TYPES.get(fileType)
  const isBase64 = BASE64.test(asId(of(contentEncoding)[0]) ?? '')
  const text = asString(content)
  if (type === undefined || !isBase64 || text === undefined) return undefined
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? { url: `data:${type};base64,${text}` } : undefined
}
