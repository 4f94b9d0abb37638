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
  const [, segments = 0] = TENANT_SEGMENTS.find(([host]) => host.test(a.hostname)) ?? []
  return segments === 0 || tenantOf(a, segments) === tenantOf(b, segments)
}

function tenantOf({ pathname }: URL, segments: number): string {
  return pathname
    .split('/')
    .slice(0, segments + 1)
    .join('/')
}
