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
}

/** The name with what precedes it (XML 1.0, sections 2.8 and 4.3.3). */
const DECLARATION = /^(\uFEFF?<\?xml(?=\s)[^?>]*?\sencoding\s*=\s*["'])([A-Za-z][\w.-]*)(?=["'])/

/**
 * The text of an SVG as a conforming reader has it: in the encoding that it declares (XML 1.0, section 4.3.3). Where that
 * cannot be, such as "utf-16" over bytes of UTF-8, which programs write, it is read as UTF-8; absent if it is none.
 */
export function svgSource(bytes: Uint8Array): SvgSource | undefined {
  const utf8 = decoded(bytes, 'utf-8')
  const name = encodingOf(utf8 ?? new TextDecoder().decode(bytes))
  const asDeclared = name === undefined ? utf8 : decoded(bytes, name)
  // In the right encoding, the declaration still reads as it did.
  if (asDeclared !== undefined && encodingOf(asDeclared) === name) {
    return { text: asDeclared, declared: asDeclared === utf8 ? 'agrees' : 'other' }
  }
  return utf8 === undefined ? undefined : { text: utf8, declared: 'contradicted' }
}

/**
 * An SVG as it may be written as UTF-8, with a declaration that says so. Only ASCII is the same in UTF-8 as in another
 * encoding.
 *
 * @throws TypeError if it declares another encoding and is not ASCII
 */
export function declaredAsUtf8(svg: string): string {
  const name = encodingOf(svg)
  if (name === undefined || /^utf-8$/i.test(name)) return svg
  if (/[^\t\n\r -~]/.test(svg)) throw new TypeError(`expected UTF-8, got an SVG in ${name}`)
  return svg.replace(DECLARATION, '$1UTF-8')
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
