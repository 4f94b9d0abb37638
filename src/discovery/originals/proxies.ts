import { decoded, type OriginalRule } from './rule'

/** Proxies that fetch a picture from somewhere and say from where in their own address. */
export const PROXIES: readonly OriginalRule[] = [
  {
    id: 'next-image',
    pattern: /^https:\/\/[^/?]+\/(?:[^?]*\/)?_next\/image\/?\?/,
    original: (_, { searchParams }) => searchParams.get('url') ?? undefined,
  },
  {
    id: 'vercel-image',
    pattern: /^https:\/\/[^/?]+\/_vercel\/image\/?\?/,
    original: (_, { searchParams }) => searchParams.get('url') ?? undefined,
  },
  {
    id: 'netlify-image',
    pattern: /^https:\/\/[^/?]+\/\.netlify\/images\/?\?/,
    original: (_, { searchParams }) => pathOrAddress(searchParams.get('url')),
  },
  {
    id: 'astro-image',
    pattern: /^https:\/\/[^/?]+\/(?:[^?]*\/)?_image\/?\?/,
    original: (_, { searchParams }) => searchParams.get('href') ?? undefined,
  },
  {
    id: 'ipx',
    pattern: /^https:\/\/[^/?]+\/(?:[^?]*\/)?_ipx\/[^/?]+\/([^?]+)/,
    original: ([rest = '']) => pathOrAddress(rest),
  },
  {
    id: 'cloudflare-image',
    pattern: /^https:\/\/[^/?]+\/cdn-cgi\/image\/[^/?]+\/(.+)$/,
    original: ([rest = '']) => pathOrAddress(rest),
  },
  {
    id: 'wordpress-photon',
    pattern: /^https:\/\/i[0-3]\.wp\.com\/([^?]+)/,
    original: ([rest = '']) => `https://${rest}`,
  },
  {
    // Substack has its own, with the same paths.
    id: 'cloudinary-fetch',
    pattern:
      /^https:\/\/(?:res\.cloudinary\.com\/[^/?]+|substackcdn\.com)\/image\/fetch\/(?:[^?]*?\/)??(https?(?::|%3A).+)$/i,
    original: ([rest = '']) => pathOrAddress(rest),
  },
  {
    id: 'forem',
    pattern: /^https:\/\/media\d?\.dev\.to\/dynamic\/image\/[^/?]+\/(https?(?::|%3A).+)$/i,
    original: ([rest = '']) => pathOrAddress(rest),
  },
  {
    id: 'weserv',
    pattern: /^https:\/\/(?:images\.weserv\.nl|wsrv\.nl)\/?\?/,
    original: (_, { searchParams }) => withScheme(searchParams.get('url')),
  },
  {
    id: 'github-camo',
    pattern: /^https:\/\/camo\.githubusercontent\.com\/[\da-f]+\/((?:[\da-f]{2})+)(?:\?|$)/,
    original: ([hex = '']) => hex.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16))),
  },
]

/** What follows the options: an address, which may be escaped or have lost a slash, or a path. */
function pathOrAddress(rest: string | null): string | undefined {
  const isEncoded = rest !== null && /^(?:https?%3A|%2F)/i.test(rest)
  const text = isEncoded ? decoded(rest) : rest
  if (!text) return undefined
  const [, scheme, place] = /^(https?):\/{1,2}([^/].*)$/i.exec(text) ?? []
  if (scheme !== undefined && place !== undefined) return `${scheme}://${place}`
  return text.startsWith('/') ? text : `/${text}`
}

/** `ssl:` is how it was told to use https (images.weserv.nl, version 1). */
function withScheme(text: string | null): string | undefined {
  if (text === null || /^https?:/i.test(text)) return text ?? undefined
  return `https://${text.replace(/^ssl:/, '').replace(/^\/\//, '')}`
}
