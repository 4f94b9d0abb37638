import { UsageError } from '../failure'

/** No file system or server takes a longer name; more is no list of names. */
const LONGEST_NAME = 65_536

/**
 * Names out of a stream, one at a time: the list may be longer than the memory.
 *
 * @param separator a line break, or NUL for names that may contain one; empty names are passed over
 * @throws UsageError where something longer than any name comes
 */
export async function* namesFromStream(
  stream: AsyncIterable<Uint8Array | string>,
  separator: '\n' | '\0',
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let start = 0
    for (let end = rest.indexOf(separator); end >= 0; end = rest.indexOf(separator, start)) {
      yield* nameIn(rest.slice(start, end), separator)
      start = end + 1
    }
    rest = rest.slice(start)
    if (rest.length > LONGEST_NAME) {
      throw new UsageError(
        'Standard input is no list of names: a name has no end. Write one name a line, or use -0.',
      )
    }
  }
  yield* nameIn(rest + decoder.decode(), separator)
}

function* nameIn(text: string, separator: string): Generator<string> {
  const name = separator === '\n' ? text.replace(/\r$/, '') : text
  if (name !== '') yield name
}
