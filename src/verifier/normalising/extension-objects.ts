import type { JsonValue } from '../verification'
import { EXTENSIONS_IRI } from './vocabulary'

/** An extension as it stands in a badge, under the one name of its property. */
export interface ExtensionObject {
  key: string
  value: JsonValue
}

/** Stands for an extension while the document around it is expanded. */
export const EXTENSION_PLACE = 'urn:touchstone:extension'

/** `schema:location` is where the extension for geographic coordinates stands. */
export function isExtensionKey(key: string): boolean {
  return (
    key.startsWith('extensions:') || key.startsWith(EXTENSIONS_IRI) || key === 'schema:location'
  )
}

export function extensionKey(key: string): string {
  return key.startsWith(EXTENSIONS_IRI) ? `extensions:${key.slice(EXTENSIONS_IRI.length)}` : key
}
