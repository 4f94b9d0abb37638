/** Characters that are encoded at once. */
const PART = 65_536

/** Collects text as UTF-8. A list is millions of small texts, and joining them would hold it once more. */
export class CanonicalCollector {
  readonly #encoder = new TextEncoder()
  readonly #parts: Uint8Array[] = []
  #pending: string[] = []
  #pendingLength = 0

  readonly write = (text: string): void => {
    this.#pending.push(text)
    this.#pendingLength += text.length
    if (this.#pendingLength >= PART) this.#flush()
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.#flush()
    const whole = new Uint8Array(this.#parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  #flush(): void {
    this.#parts.push(this.#encoder.encode(this.#pending.join('')))
    this.#pending = []
    this.#pendingLength = 0
  }
}
