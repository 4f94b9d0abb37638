/** One document asked for. The verifier has judged the address by its name before. */
export interface WebRequest {
  url: string
  accept: string
}

/** What a server said: a redirect is an answer like any other, and never followed here. */
export interface WebAnswer {
  status: number
  /** Lower-case names; only `content-type` and `location`. */
  headers: Record<string, string>
  /** After content decoding; of a larger body only the beginning, one byte over the limit. */
  bytes: Uint8Array<ArrayBuffer>
}

/** Everything that the command may use of the network. Rejects when no HTTP answer came. */
export type Web = (request: WebRequest, signal: AbortSignal) => Promise<WebAnswer>

/** A host that resolves to no public address. The verifier knows it by its name. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'

  constructor(host: string) {
    super(`${host} does not resolve to a public address`)
  }
}
