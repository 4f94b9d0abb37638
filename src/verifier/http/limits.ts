/** The limits that no badge, server or page can exceed. Sizes in bytes, times in milliseconds. */
export const LIMITS = {
  /** An image file, as downloaded. */
  imageBytes: 10_000_000,
  /** Text baked into an image, after inflating. */
  bakedTextBytes: 1_000_000,
  /** A JSON document, as downloaded and after content decoding. */
  jsonBytes: 1_000_000,
  /** JSON in a seal, which carries its certificates and pictures with it. */
  sealedBytes: 4_000_000,
  /** Nesting of objects and arrays in JSON. */
  jsonDepth: 64,
  redirects: 5,
  requestMs: 10_000,
  badgeMs: 30_000,
  hostsPerBadge: 8,
  /** Documents asked for by one badge, redirects apart. */
  requestsPerBadge: 32,
  /** A status list after gunzip: 16 times the Bitstring minimum of 16 kB. */
  statusListBytes: 4_000_000,
  /** Credentials inside a credential, endorsements included, over all levels. */
  parts: 64,
  /** Levels of credentials inside credentials: a presentation of a CLR of badges with endorsements. */
  partDepth: 3,
} as const

export type Limits = { -readonly [Name in keyof typeof LIMITS]: number }
