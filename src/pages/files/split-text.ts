/** Files that one page takes; the worker has the last word. */
const MOST_PARTS = 100
/** RFC 7515, section 7.1: three parts of base64url; SD-JWT hangs more on it by tildes. */
const COMPACT = /^[\w-]+\.[\w-]+\.([\w-]+)(~.*)?$/
/** Files of lines, by the ends of their names. */
const OF_LINES = /\.(jsonl|ndjson)$/i

export interface Part {
  name: string
  text: string
}

/** A text as the single things that it holds. */
export interface Parts {
  parts: Part[]
  /** Numbers of the lines that are none, from 1. */
  badLines: number[]
  /** How many parts were left, since there are too many. */
  left: number
}

/** A file in which each line is a credential, by its name. */
export function isOfLines(name: string): boolean {
  return OF_LINES.test(name)
}

/** The parts of a file that holds several things, as far as one page takes them. */
export function asParts(parts: Part[], badLines: number[] = []): Parts {
  return {
    parts: parts.slice(0, MOST_PARTS),
    badLines,
    left: Math.max(0, parts.length - MOST_PARTS),
  }
}

/** Each line that is a credential or an address; blank ones are passed over, others reported. */
export function splitLines(text: string, name: string): Parts {
  const parts: Part[] = []
  const badLines: number[] = []
  for (const { number, line } of linesOf(text)) {
    if (isCredential(line) || isAddress(line)) parts.push({ name: `${name}:${number}`, text: line })
    else badLines.push(number)
  }
  return asParts(parts, badLines)
}

/** A pasted text: addresses or credentials, one a line where all lines are such; else one thing. */
export function splitPasted(text: string, name: string): Parts {
  const lines = linesOf(text)
  const isList =
    lines.length > 1 && lines.every(({ line }) => isAddress(line) || isCredential(line))
  if (isList) {
    const split = splitLines(text, name)
    return { ...split, parts: split.parts.map((part) => ({ ...part, name: nameOf(part, name) })) }
  }
  return { parts: [{ name, text: unwrapped(lines) ?? text.trim() }], badLines: [], left: 0 }
}

/**
 * A token that a mail program broke into lines: none of its letters is a blank. A word below it would make its signature
 * another one, and longer than any is.
 */
function unwrapped(lines: { line: string }[]): string | undefined {
  const joined = lines.map(({ line }) => line).join('')
  const signature = COMPACT.exec(joined)?.[1]
  if (signature === undefined || /\s/.test(joined)) return undefined
  return joined.includes('~') || SIGNATURES.includes(signature.length) ? joined : undefined
}

/** Letters of base64url: of ECDSA and EdDSA, and of RSA with 2048, 3072 and 4096 bits. */
const SIGNATURES = [64, 96, 132, 256, 384, 512].map((bytes) => Math.ceil((bytes * 4) / 3))

/** Hosts of the addresses that a pasted text names, each once. */
export function hostsIn(text: string): string[] {
  const { parts } = splitPasted(text, '')
  const addresses = parts.map((part) => part.text).filter(isAddress)
  return [...new Set(addresses.map((address) => new URL(address).host))]
}

function nameOf({ text, name }: Part, pasted: string): string {
  return isAddress(text) ? text : `${pasted} ${name.slice(name.lastIndexOf(':') + 1)}`
}

function linesOf(text: string): { number: number; line: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
}

function isAddress(line: string): boolean {
  return /^https?:\/\/\S+$/i.test(line) && URL.canParse(line)
}

/** JSON Lines: "Each Line is a Valid JSON Value"; of these only an object can be a credential. */
function isCredential(line: string): boolean {
  if (COMPACT.test(line)) return true
  if (!line.startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
