import type { JsonValue } from '../verification'

/**
 * N-Quads in the canonical form of RDFC-1.0, section 5 (serialization), letter by letter as
 * `rdf-canonize` writes them.
 */
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

export const RDF_TYPE = `${RDF}type`

/** Datatypes whose literals are no plain copy of the JSON value. */
export const CONVERTED_DATATYPES: ReadonlySet<string> = new Set([
  `${XSD}double`,
  `${RDF}JSON`,
  `${RDF}langString`,
])

/** An IRI, or the name of a blank node. JSON-LD 1.1 asks for no more than a scheme and no white space. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:[^\s]*$/

export function isAbsoluteIri(iri: string): boolean {
  return ABSOLUTE.test(iri)
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/
const ALL_NOT_IN_IRI = new RegExp(NOT_IN_IRI, 'g')

export function iriText(iri: string): string {
  return `<${NOT_IN_IRI.test(iri) ? iri.replace(ALL_NOT_IN_IRI, escaped) : iri}>`
}

/** The predicate of a statement as RDFC-1.0, section 4.7, hashes it: in angle brackets, and not escaped. */
export function rawIri(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPED, unescaped) : text
}

const ESCAPED = /\\u([0-9A-F]{4})/g

function unescaped(_: string, digits: string): string {
  return String.fromCharCode(parseInt(digits, 16))
}

// eslint-disable-next-line no-control-regex -- as above
const NOT_IN_STRING = /[\u0000-\u001F\u007F"\\]/
const ALL_NOT_IN_STRING = new RegExp(NOT_IN_STRING, 'g')
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

function quoted(text: string): string {
  const plain = NOT_IN_STRING.test(text)
    ? text.replace(ALL_NOT_IN_STRING, (letter) => SHORT_ESCAPES[letter] ?? escaped(letter))
    : text
  return `"${plain}"`
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A string in a language, as JSON-LD 1.1 API, section 8.2.2, brings it into RDF. */
export function languageLiteral(text: string, language: string): string {
  return stringInLanguage(text, language.toLowerCase())
}

/** A string in a language that is written as it is in RDF. */
export function stringInLanguage(text: string, language: string): string {
  return `${quoted(text)}@${language}`
}

/**
 * A string, number or boolean of JSON as a literal. JSON-LD 1.1 API, section 8.2.2 (object to RDF).
 *
 * @param datatype of the term, none of `CONVERTED_DATATYPES`; without one the value's own
 */
export function literal(value: JsonValue, datatype: string | undefined): string {
  if (typeof value === 'string') return typed(value, datatype ?? `${XSD}string`)
  if (typeof value === 'boolean') return typed(String(value), datatype ?? `${XSD}boolean`)
  const number = value as number
  if (String(number).includes('.') || Math.abs(number) >= 1e21) {
    const lexical = number.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
    return typed(lexical, datatype ?? `${XSD}double`)
  }
  return typed(number.toFixed(0), datatype ?? `${XSD}integer`)
}

/** A literal of any datatype but that of strings in a language. */
export function typed(lexical: string, datatype: string): string {
  const text = quoted(lexical)
  return datatype === `${XSD}string` ? text : `${text}^^${iriText(datatype)}`
}
