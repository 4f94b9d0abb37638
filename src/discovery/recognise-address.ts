import type { Provider, Recognised } from './provider'
import { PROVIDERS } from './providers'
import { withoutRedirectors } from './redirectors'

export interface RecognisedAddress {
  provider: Provider
  recognised: Recognised
}

/**
 * What a known platform has at this address: of a link, an embed or an image, through redirectors.
 *
 * @param address absolute, as the page has it
 */
export function recogniseAddress(address: string): RecognisedAddress | undefined {
  const url = withoutRedirectors(address)
  if (url === undefined) return undefined
  for (const provider of PROVIDERS) {
    const recognised = provider.recognise(url)
    if (recognised !== undefined) return { provider, recognised }
  }
  return undefined
}
