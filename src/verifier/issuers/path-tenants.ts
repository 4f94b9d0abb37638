/**
 * Hosts on which strangers live side by side, told apart by the path alone: the same origin says
 * nothing about who wrote a document there. The number is that of leading path segments that belong to
 * one tenant. Hosts whose tenants have host names of their own are in the Public Suffix List instead.
 */
const TENANT_SEGMENTS: [host: RegExp, segments: number][] = [
  [/^(raw|gist)\.githubusercontent\.com$/, 1],
  [/^(www\.)?(github|gitlab|bitbucket|codeberg)\.(com|org)$/, 1],
  [/^(fastly|cdn)\.jsdelivr\.net$/, 2],
  [/^unpkg\.com$/, 1],
  [/^s3([.-][a-z0-9-]+)*\.amazonaws\.com$/, 1],
  [/^storage\.googleapis\.com$/, 1],
  [/^(sites|drive|docs)\.google\.com$/, 3],
  [/^(www|dl)\.dropbox(usercontent)?\.com$/, 3],
]

/** Do two addresses of one host belong to one tenant? */
export function sameTenant(a: URL, b: URL): boolean {
  return tenantOf(a) === tenantOf(b)
}

/**
 * A home directory (`/~name/`) is somebody's own on every host: universities give one to each student.
 * Servers read `//` as `/`, and `%7E` as `~`.
 */
function tenantOf({ hostname, pathname }: URL): string {
  const segments = pathname
    .replace(/%7e/gi, '~')
    .split('/')
    .filter((segment) => segment !== '')
  const [, known = 0] = TENANT_SEGMENTS.find(([host]) => host.test(hostname)) ?? []
  const isHome = segments[0]?.startsWith('~') === true
  return segments.slice(0, Math.max(known, isHome ? 1 : 0)).join('/')
}
