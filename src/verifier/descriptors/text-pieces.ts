/**
 * Replaces pieces of a text in one walk from its beginning to its end: whoever names a piece says where it
 * ends, and the walk goes on from there.
 */
import { TextWriter } from './text-writer'

export interface Piece {
  /** The first place behind the piece. */
  end: number
  /** What stands there instead. */
  text: string
}

/** Whether each of the 65,536 code units is one of these signs: 1 or 0. */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const sign of signs) table[sign.charCodeAt(0)] = 1
  return table
}

/**
 * @param signs from `signTable`
 * @param pieceAt asked at every sign that no piece has covered; `undefined`: it stays as it is
 */
export function replacePieces(
  text: string,
  signs: Uint8Array,
  pieceAt: (text: string, at: number, code: number) => Piece | undefined,
): string {
  let writer: TextWriter | undefined
  let taken = 0
  for (let at = nextSign(text, 0, signs); at < text.length; at = nextSign(text, at, signs)) {
    const piece = pieceAt(text, at, text.charCodeAt(at))
    if (piece === undefined) {
      at++
      continue
    }
    writer ??= new TextWriter(text.length)
    writer.copy(text, taken, at)
    writer.put(piece.text)
    taken = piece.end
    at = piece.end
  }
  if (writer === undefined) return text
  writer.copy(text, taken, text.length)
  return writer.end()
}

/** A loop of its own: most of a text is passed over here, and what else a function does would slow it down. */
function nextSign(text: string, from: number, signs: Uint8Array): number {
  let at = from
  while (at < text.length && signs[text.charCodeAt(at)] === 0) at++
  return at
}
