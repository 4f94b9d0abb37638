import type { PathReading } from '../http/path-readings'

/**
 * Hosts, and places on hosts, on which strangers live side by side, told apart by the path alone: the same
 * origin says nothing about who wrote a document there. The number is that of leading path segments that
 * belong to one tenant. Hosts whose tenants have host names of their own are in the Public Suffix List instead.
 */
const TENANT_SEGMENTS: [place: RegExp, segments: number][] = [
  // A home directory is somebody's own on every host: universities give one to each student.
  [/^[^/]+\/~/, 1],
  // So is what a gateway of IPFS shows, under the hash or the key of whoever wrote it.
  [/^[^/]+\/ip[fn]s\//, 2],
  [/^(raw|gist)\.githubusercontent\.com\//, 1],
  [/^api\.github\.com\//, 2],
  [/^(www\.)?(github|gitlab|bitbucket|codeberg)\.(com|org)\//, 1],
  [/^gitlab\.com\/api\//, 4],
  [/^[a-z]+\.githack\.com\//, 1],
  [/^(fastly|cdn)\.jsdelivr\.net\//, 2],
  [/^cdn\.statically\.io\//, 2],
  [/^unpkg\.com\//, 1],
  [/^s3([.-][a-z0-9-]+)*\.amazonaws\.com\//, 1],
  [/^storage\.(googleapis|cloud\.google)\.com\//, 1],
  [/^firebasestorage\.googleapis\.com\//, 3],
  [/^f\d+\.backblazeb2\.com\//, 2],
  [/^res\.cloudinary\.com\//, 1],
  [/^(sites|drive|docs)\.google\.com\//, 3],
  [/^(www|dl)\.dropbox(usercontent)?\.com\//, 3],
]

/** Do two addresses of one host belong to one tenant, where their paths are read so? */
export function sameTenant(a: URL, b: URL, read: PathReading): boolean {
  return tenantOf(a, read) === tenantOf(b, read)
}

/** Servers read `//` as `/`, and `%7E` as `~`. */
function tenantOf({ hostname, pathname }: URL, read: PathReading): string {
  const path = read(pathname)
    .replace(/%7e/gi, '~')
    .replace(/\/{2,}/g, '/')
  const known = TENANT_SEGMENTS.filter(([place]) => place.test(hostname + path))
  const segments = Math.max(0, ...known.map(([, count]) => count))
  return path
    .split('/')
    .slice(1, segments + 1)
    .join('/')
}
