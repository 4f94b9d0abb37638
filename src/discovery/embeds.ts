/** The award that an element embeds, whose own content is in a frame of another site or comes by script. */
import { publicAddress } from './public-address'

/**
 * @param name of the element, in lower case
 * @param attribute its value, undefined where the element has none
 * @returns an absolute address for `recogniseAddress`
 */
export function embeddedAddress(
  name: string,
  attribute: (name: string) => string | undefined,
  base: URL,
): string | undefined {
  const shared = attribute('data-share-badge-id')
  if (shared !== undefined) {
    return `https://www.credly.com/embedded_badge/${encodeURIComponent(shared)}`
  }
  const src = attribute('src')?.trim() ?? ''
  if (src === '' || (name !== 'iframe' && name !== 'blockcerts-verifier')) return undefined
  const url = publicAddress(src, base)
  // What it shows is Blockcerts by the element alone; a fragment is sent to nobody.
  if (url && name === 'blockcerts-verifier') url.hash = name
  return url?.href
}
