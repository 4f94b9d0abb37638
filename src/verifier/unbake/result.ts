import type { Carrier, Reason } from '../report'

/** Credential text as it was carried, with white space around it removed; not yet parsed. */
export interface Unbaked {
  found: true
  /** JSON, a compact JWS, or (legacy) a bare URL. Never empty. */
  text: string
  carrier: Carrier
  /** PNG keyword, or `openbadges:assertion` / `openbadges:credential` for SVG whatever its prefix. */
  keyword?: string
  /** The `verify` attribute of an SVG element whose body is `text`: the address of the assertion. */
  verify?: string
  /** What the file does otherwise than its specification says, without hiding the credential. */
  deviations: Reason[]
}

/** No credential text, and why. */
export interface NotUnbaked {
  found: false
  reason: Reason
  deviations: Reason[]
}

export type UnbakeResult = Unbaked | NotUnbaked

export function notFound(reason: Reason, deviations: Reason[] = []): NotUnbaked {
  return { found: false, reason, deviations }
}
