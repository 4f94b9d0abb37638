/**
 * Replaces pieces of a text in one walk from its beginning to its end: whoever names a piece says where it
 * ends, and the walk goes on from there.
 */
export interface Piece {
  /** The first place behind the piece. */
  end: number
  /** What stands there instead. */
  text: string
}

/** Signs of ASCII at which a piece may begin, by code unit. */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(128)
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
  let replaced = ''
  let pieces: string[] = []
  let taken = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const piece = signs[code] === 1 ? pieceAt(text, at, code) : undefined
    if (piece === undefined) {
      at++
      continue
    }
    if (at > taken) pieces.push(text.slice(taken, at))
    if (piece.text !== '') pieces.push(piece.text)
    if (pieces.length > MOST_PIECES) {
      replaced += pieces.join('')
      pieces = []
    }
    taken = piece.end
    at = piece.end
  }
  return replaced + pieces.join('') + text.slice(taken)
}

/** Short strings that are joined soon cost less than one that grows by each. */
const MOST_PIECES = 256
