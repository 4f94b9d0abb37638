import { isEncodedBeyond, PATH_READINGS, type PathReading } from '../http/path-readings'
import { sameTenant } from '../issuers/path-tenants'
import { asArray, asObject, asStrings, isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { isBeneathQuery } from './query-scope'

/**
 * May an assertion at `url` speak for this issuer? Open Badges 2.0, "VerificationObject":
 * `startsWith` and `allowedOrigins` of the issuer's own document, by default the origin of its `id`.
 *
 * Where both are given, both must hold. Many may share an origin, so that on that of the issuer only its tenant
 * speaks for it, also where `allowedOrigins` names it. Prefixes are compared as parsed URLs, so that
 * `https://issuer.example` does not also allow `https://issuer.example.evil.example`; paths in each way in
 * which a server may read them, so that `assertions/..%2Fuploads/` is not beneath `assertions/`.
 */
export function inScope(url: string, issuerId: string, issuer: JsonObject): boolean {
  const address = parse(url)
  const home = parse(issuerId)
  if (address === undefined || home === undefined) return false
  if (isEncodedBeyond(address.pathname)) return false
  const verification = asObject(issuer.verification)
  const prefixes = asStrings(verification?.startsWith)
  const origins = asStrings(verification?.allowedOrigins)
  if (origins.length > 0 && !origins.some((origin) => isOrigin(address, origin))) return false
  if (prefixes.length > 0) return startsWithOne(address, prefixes)
  if (!sameOrigin(address, home)) return origins.length > 0
  return PATH_READINGS.every((read) => sameTenant(address, home, read))
}

/**
 * A scope that is not written in texts, which leaves open what the issuer meant by it: the default could
 * be wider than that.
 */
export function unreadableScope({ verification }: JsonObject): Reason | undefined {
  if (verification === undefined || verification === null) return undefined
  if (!isObject(verification)) return invalid('verification', 'object')
  const odd = ['startsWith', 'allowedOrigins'].find((name) =>
    asArray(verification[name]).some((value) => typeof value !== 'string'),
  )
  return odd === undefined ? undefined : invalid(`verification.${odd}`, 'text')
}

function invalid(property: string, expected: string): Reason {
  return reason('property-invalid', { property: `issuer.${property}`, expected })
}

function startsWithOne(address: URL, prefixes: string[]): boolean {
  const onOrigin = prefixes
    .flatMap((prefix) => parse(prefix) ?? [])
    .filter((start) => sameOrigin(address, start))
  const queries = [...new Set(onOrigin.map(({ search }) => search))]
  const held = new Set(queries.filter((begin) => isBeneathQuery(address.search, begin)))
  const starts = onOrigin.filter(({ search }) => held.has(search))
  return PATH_READINGS.every((read) => {
    const place = placeOf(address, read)
    return starts.some((start) => place.startsWith(placeOf(start, read)))
  })
}

function placeOf({ pathname, search }: URL, read: PathReading): string {
  return read(pathname) + search
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
