/**
 * A text that is put together from many small parts. Code units cost the same whatever the parts are like;
 * a hundred thousand short strings cost several times as much, most of it in the collector.
 */
export class TextWriter {
  #units: Uint16Array<ArrayBuffer>
  #length = 0

  /** @param expected code units; room is made for more */
  constructor(expected: number) {
    this.#units = roomFor(expected)
  }

  /** A part of another text. */
  copy(text: string, start: number, end: number): void {
    const shift = this.#length - start
    const units = this.#withRoomFor(end - start)
    for (let at = start; at < end; at++) units[at + shift] = text.charCodeAt(at)
    this.#length = end + shift
  }

  put(text: string): void {
    this.copy(text, 0, text.length)
  }

  putUnit(unit: number): void {
    this.#withRoomFor(1)[this.#length++] = unit
  }

  /** All that was written, which has to be well formed. The last thing to be asked of a writer. */
  end(): string {
    const text = DECODER.decode(this.#units.subarray(0, this.#length))
    if (this.#units.length <= MOST_SPARE) spare = this.#units
    return text
  }

  #withRoomFor(more: number): Uint16Array<ArrayBuffer> {
    const needed = this.#length + more
    if (needed <= this.#units.length) return this.#units
    const larger = new Uint16Array(2 * needed)
    larger.set(this.#units.subarray(0, this.#length))
    this.#units = larger
    return larger
  }
}

/** Code units lie in memory as all of today's machines have them. */
const DECODER = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Room of a writer that has ended: to make it takes longer than to write most texts. */
let spare: Uint16Array<ArrayBuffer> | undefined
const MOST_SPARE = 16_384

function roomFor(expected: number): Uint16Array<ArrayBuffer> {
  const room = spare
  // One that was too small stays for the next.
  if (room === undefined || room.length < expected) return new Uint16Array(expected + 64)
  spare = undefined
  return room
}
