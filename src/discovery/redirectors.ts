/**
 * Addresses that only send on to another one, which they name themselves: nobody needs to be asked where.
 */
import { publicAddress } from './public-address'

/**
 * LinkedIn, Facebook and Instagram for links out of a profile, Google for those out of its Sites, YouTube for those below
 * a film, Outlook for those in letters; captured: the address that it leads to, encoded.
 */
const REDIRECTOR =
  /^https?:\/\/(?:(?:[a-z]{2,3}\.)?linkedin\.com\/(?:safety\/go|redir\/[\w-]+)|[\w-]+\.safelinks\.protection\.outlook\.com|(?:www\.)?(?:google\.com\/url|youtube\.com\/redirect)|lm?\.(?:facebook\.com\/l\.php|instagram\.com))\/?\?(?:[^&#]*&)*?(?:url|q|u)=([^&#]*)/i

/** A link that somebody copied out of one network into another is wrapped twice. */
export const MAXIMUM_REDIRECTORS = 2

/** The address inside, as it is written there; one wrapped deeper stays wrapped. */
export function unwrapped(address: string): string {
  let inner = address
  for (let times = 0; times < MAXIMUM_REDIRECTORS; times++) {
    const [, encoded] = REDIRECTOR.exec(inner) ?? []
    if (encoded === undefined) break
    inner = decoded(encoded)
  }
  return inner
}

/** Where a link leads; undefined where that can be no public address. */
export function withoutRedirectors(address: string): URL | undefined {
  return publicAddress(unwrapped(address))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
