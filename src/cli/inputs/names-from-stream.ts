import { UsageError } from '../failure'
import { filePathOf, type FilePath } from './file-path'

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
): AsyncGenerator<FilePath> {
  let rest = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, Buffer.from(chunk)])
    let start = 0
    for (let end = rest.indexOf(separator); end >= 0; end = rest.indexOf(separator, start)) {
      yield* nameIn(rest.subarray(start, end), separator, isFirst)
      isFirst = false
      start = end + 1
    }
    rest = rest.subarray(start)
    if (rest.length > LONGEST_NAME) {
      throw new UsageError(
        'Standard input is no list of names: a name has no end. Write one name a line, or use -0.',
      )
    }
  }
  yield* nameIn(rest, separator, isFirst)
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF')
const CARRIAGE_RETURN = 0x0d

function* nameIn(line: Buffer, separator: string, isFirst: boolean): Generator<FilePath> {
  const isMarked = isFirst && line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
  const isReturned = separator === '\n' && line.at(-1) === CARRIAGE_RETURN
  const name = line.subarray(isMarked ? BYTE_ORDER_MARK.length : 0, isReturned ? -1 : line.length)
  if (name.length > 0) yield filePathOf(name)
}
