import { latin1 } from './text-chunk'

/**
 * How the encoding in the XML declaration goes with the bytes. `agrees`: it makes no difference, or there is none.
 * `other`: it is another than UTF-8, and readers that heed it read other letters than those that do not.
 * `contradicted`: it is unknown, or cannot be that of these bytes, and a conforming reader refuses the file.
 */
export type DeclaredEncoding = 'agrees' | 'other' | 'contradicted'

export interface SvgSource {
  text: string
  declared: DeclaredEncoding
  /** What a reader has that heeds the declaration, where that is another text. */
  asDeclared?: string
}

const UTF_8 = /^utf-8$/i

/** The name with what precedes it (XML 1.0, sections 2.8 and 4.3.3). */
const DECLARATION = /^(\uFEFF?<\?xml(?=\s)[^?>]*?\sencoding\s*=\s*["'])([A-Za-z][\w.-]*)(?=["'])/

/**
 * The text of an SVG: in UTF-8 where the bytes are that, whatever the file declares, since who bakes into a picture
 * of another encoding writes UTF-8 all the same, and a genuine credential must not look altered for it. Else in the
 * encoding that it declares (XML 1.0, section 4.3.3); absent if the bytes are neither.
 */
export function svgSource(bytes: Uint8Array): SvgSource | undefined {
  const utf8 = decoded(bytes, 'utf-8')
  const name = encodingOf(utf8 ?? new TextDecoder().decode(bytes))
  const read = name === undefined || UTF_8.test(name) ? utf8 : decoded(bytes, name)
  // In the right encoding, the declaration still reads as it did.
  const asDeclared = read !== undefined && encodingOf(read) === name ? read : undefined
  if (utf8 === undefined) {
    return asDeclared === undefined ? undefined : { text: asDeclared, declared: 'other' }
  }
  if (asDeclared === undefined) return { text: utf8, declared: 'contradicted' }
  return asDeclared === utf8
    ? { text: utf8, declared: 'agrees' }
    : { text: utf8, declared: 'other', asDeclared }
}

/**
 * An SVG as it may be written as UTF-8, with a declaration that says so in the spelling that every reader knows.
 * Only ASCII is the same in UTF-8 as in another encoding.
 *
 * @throws TypeError if it declares another encoding and is not ASCII
 */
export function declaredAsUtf8(svg: string): string {
  const name = encodingOf(svg)
  if (name === undefined || UTF_8.test(name)) return svg
  if (!meansUtf8(name) && /[^\t\n\r -~]/.test(svg))
    throw new TypeError(`expected UTF-8, got an SVG in ${name}`)
  return svg.replace(DECLARATION, '$1UTF-8')
}

/** Also as `utf8`, which browsers take for it. */
function meansUtf8(name: string): boolean {
  try {
    return new TextDecoder(name).encoding === 'utf-8'
  } catch {
    return false
  }
}

function encodingOf(text: string): string | undefined {
  return DECLARATION.exec(text)?.[2]
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  if (/^iso-8859-1$/i.test(encoding)) return latin1(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
