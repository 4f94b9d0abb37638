import type { CredentialAddress } from '../../../../src/discovery/provider'

/** Where the credential of an award in Badgr is: JSON at each host, then the baked file at the first. */
export function badgrAt(id: string, ...hosts: string[]): CredentialAddress[] {
  const json = hosts.map((host) => ({
    url: `https://${host}/public/assertions/${id}?expand=badge&expand=badge.issuer`,
    accept: 'application/json',
  }))
  const image = `https://${hosts[0] ?? ''}/public/assertions/${id}/image`
  return [...json, { url: image, accept: 'image/png, image/svg+xml' }]
}
