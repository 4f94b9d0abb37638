/**
 * The award that an element embeds, whose own content is in a frame of another site or comes by script.
 *
 * @param name of the element, in lower case
 * @param attribute its value, undefined where the element has none
 * @param absolute the address that a reference stands for, with its fragment, where it can be a public one
 * @returns an absolute address for `recogniseAddress`
 */
export function embeddedAddress(
  name: string,
  attribute: (name: string) => string | undefined,
  absolute: (reference: string) => string | undefined,
): string | undefined {
  const shared = attribute('data-share-badge-id')
  if (shared !== undefined) {
    return `https://www.credly.com/embedded_badge/${encodeURIComponent(shared)}`
  }
  const src = attribute('src')?.trim() ?? ''
  if (src === '' || (name !== 'iframe' && name !== 'blockcerts-verifier')) return undefined
  const url = absolute(src)
  // What it shows is Blockcerts by the element alone; a fragment is sent to nobody.
  return name === 'blockcerts-verifier' ? url?.replace(/(?:#.*)?$/s, `#${name}`) : url
}
