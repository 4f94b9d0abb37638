import { sameTenant } from '../issuers/path-tenants'
import { asObject, asStrings } from '../reading/json-values'
import type { JsonObject } from '../verification'

/**
 * May an assertion at `url` speak for this issuer? Open Badges 2.0, "VerificationObject":
 * `startsWith` and `allowedOrigins` of the issuer's own document, by default the origin of its `id`.
 *
 * Where both are given, both must hold. Prefixes are compared as parsed URLs, so that
 * `https://issuer.example` does not also allow `https://issuer.example.evil.example`.
 */
export function inScope(url: string, issuerId: string, issuer: JsonObject): boolean {
  const address = parse(url)
  const home = parse(issuerId)
  if (address === undefined || home === undefined) return false
  const verification = asObject(issuer.verification)
  const prefixes = asStrings(verification?.startsWith)
  const origins = asStrings(verification?.allowedOrigins)
  if (prefixes.length === 0 && origins.length === 0)
    return sameOrigin(address, home) && sameTenant(address, home)
  return (
    (prefixes.length === 0 || prefixes.some((prefix) => startsWith(address, prefix))) &&
    (origins.length === 0 || origins.some((origin) => isOrigin(address, origin)))
  )
}

function startsWith(address: URL, prefix: string): boolean {
  const start = parse(prefix)
  if (start === undefined || !sameOrigin(address, start)) return false
  return (address.pathname + address.search).startsWith(start.pathname + start.search)
}

/** The specification asks for a host name; whole origins occur. */
function isOrigin(address: URL, origin: string): boolean {
  const allowed = parse(origin.includes('://') ? origin : `https://${origin}`)
  return allowed !== undefined && sameOrigin(address, allowed)
}

function sameOrigin(a: URL, b: URL): boolean {
  return a.host === b.host
}

function parse(url: string): URL | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address === undefined || !['https:', 'http:'].includes(address.protocol)) return undefined
  // The guarded fetch upgrades http once; the comparison ignores that.
  address.protocol = 'https:'
  return address
}
