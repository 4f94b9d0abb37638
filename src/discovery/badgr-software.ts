/**
 * Addresses of Badgr, the software: many platforms and single organisations run it, and all of them have
 * awards at `/public/assertions/`, followed by 22 characters of base64url.
 */
import { BAKED_IMAGE, JSON_ALONE, type CredentialAddress, type Recognised } from './provider'

export const badgrSoftwareLinks = [
  /^https?:\/\/[^/?#@]+\/public\/assertions\/([\w-]{22})(?![\w-])/i,
] as const

/** The picture of a badge class. */
const TEMPLATE = /^https:\/\/[^/?#@]+\/public\/badges\/[\w-]{22}\/image(?![\w-])/i

/** Selects the format in newer servers, e.g. `3_0`. */
const FORMAT = /^\d_\d$/

/**
 * @param apiHost host that answers with JSON, where that is another than the one that shows the page
 */
export function badgrAward(url: URL, apiHost = url.hostname): Recognised | undefined {
  const [, id] = badgrSoftwareLinks[0].exec(url.href) ?? []
  if (id === undefined) return TEMPLATE.test(url.href) ? { is: 'template' } : undefined
  const hosts = apiHost === url.hostname ? [apiHost] : [apiHost, url.hostname]
  const at = hosts.map((host) => assertion(host, id, url.searchParams.get('v')))
  // Without `type=` and `fmt=`, which ask for another rendering, it leads to the baked file.
  const image = { url: `https://${apiHost}/public/assertions/${id}/image`, accept: BAKED_IMAGE }
  return { is: 'award', at: [...at, image] }
}

/** `expand` puts badge and issuer into the answer, and so spares their hosts a request. */
function assertion(host: string, id: string, format: string | null): CredentialAddress {
  const version = format !== null && FORMAT.test(format) ? `&v=${format}` : ''
  return {
    url: `https://${host}/public/assertions/${id}?expand=badge&expand=badge.issuer${version}`,
    accept: JSON_ALONE,
  }
}
