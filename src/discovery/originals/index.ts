/**
 * Pictures in pages are often made anew: by a proxy, which makes them smaller, or by the host, on demand. What was
 * baked into them is gone then, and the original still has it. Its address can often be read from the one that
 * is shown; nobody is asked here. (What LinkedIn serves from `licdn.com` leads nowhere.)
 */
import { asAsked, publicAddress } from '../public-address'
import { PROXIES } from './proxies'
import { RENDITIONS } from './renditions'
import type { OriginalRule } from './rule'

export const ORIGINAL_RULES: readonly OriginalRule[] = [...PROXIES, ...RENDITIONS]

export interface Original {
  url: string
  /** Id of the rule that led to it. */
  rule: string
  /** It is the picture itself: its address only sends there. */
  redirects?: true
}

/** A proxy of a proxy is common, a third one is somebody's game. */
const MAXIMUM_DEPTH = 2

/**
 * The addresses that this picture was made from, nearest first; all of them public and by https.
 *
 * @param address absolute, as the page shows it
 */
export function originalsOf(address: string): Original[] {
  const shown = publicAddress(address)
  if (shown === undefined) return []
  const originals: Original[] = []
  let made = [asAsked(shown)]
  for (let depth = 0; depth < MAXIMUM_DEPTH; depth++) {
    const before = made.flatMap(oneBack)
    originals.push(...(depth === 0 ? before : before.map(asMadeAnew)))
    made = before.map(({ url }) => url)
  }
  const isFirst = ({ url }: Original, at: number): boolean =>
    originals.findIndex((other) => other.url === url) === at
  return originals.filter((one, at) => one.url !== asAsked(shown) && isFirst(one, at))
}

/** A proxy stands between: it followed the redirect, not who was shown the picture, which may be another. */
function asMadeAnew({ url, rule }: Original): Original {
  return { url, rule }
}

function oneBack(address: string): Original[] {
  return ORIGINAL_RULES.flatMap((rule) => {
    const url = originalBy(rule, new URL(address))
    if (url === undefined || url === address) return []
    return [{ url, rule: rule.id, ...(rule.redirects && { redirects: true }) }]
  })
}

function originalBy(rule: OriginalRule, url: URL): string | undefined {
  const match = rule.pattern.exec(url.href)
  const written = match ? rule.original(match.slice(1), url) : undefined
  // An address without a scheme (`//host`) is taken for a path by some and for a host by others. What a browser
  // strips from within (`/\t/host`) can hide one.
  if (written === undefined || !/^(?:https?:\/\/|\/(?![/\\]))[^\t\n\r]*$/i.test(written))
    return undefined
  const original = publicAddress(written, url)
  return original && asAsked(original)
}
