import type { OriginalRule } from './rule'

/** Names of the parameters in a Cloudinary transformation, which stand before the name of the file. */
const CLOUDINARY_STEP =
  /^(?:(?:ac?|ar|bo?|co?|d[lnu]?|dpr|eo?|f[ln]?|fps|g|h|if|ki|l|o|pg?|q|r|s[op]|t|u|v[cs]|w|x|y|z)_[^/]+|s--[\w-]+--)$/

/** Hosts that make a picture of another size or kind by what the query says. */
const BY_QUERY =
  /^https:\/\/(?:[\w-]+\.imgix\.net|cdn\.sanity\.io|www\.datocms-assets\.com|[\w-]+\.files\.wordpress\.com)\/[^?]+/

/** Addresses that keep the original on the same host, under another name. */
export const RENDITIONS: readonly OriginalRule[] = [
  {
    id: 'cloudinary-upload',
    pattern: /^(https:\/\/res\.cloudinary\.com\/[^/?]+\/image\/upload)\/([^?]+)/,
    original: ([start = '', rest = '']) => {
      const steps = rest.split('/')
      const first = steps.findIndex((step) => !CLOUDINARY_STEP.test(step))
      return first < 1 ? undefined : `${start}/${steps.slice(first).join('/')}`
    },
  },
  {
    id: 'by-query',
    pattern: BY_QUERY,
    original: (_, { origin, pathname }) => `${origin}${pathname}`,
  },
  {
    id: 'wordpress-size',
    pattern:
      /^(https:\/\/[^/?]+\/(?:[^?]*\/)?(?:wp-content|uploads|files)\/[^?]*)-\d{2,4}x\d{2,4}(\.(?:png|svg))(?:\?|$)/i,
    original: ([start = '', ending = '']) => `${start}${ending}`,
  },
  {
    // WordPress.com, which also hosts sites under names of their own.
    id: 'wordpress-query',
    pattern:
      /^(https:\/\/[^/?]+\/(?:[^?]*\/)?(?:uploads|files)\/\d{4}\/\d\d\/[^/?]+\.(?:png|svg))\?(?:w|h|fit|resize)=/i,
    original: ([start = '']) => start,
  },
  {
    id: 'github-file',
    pattern: /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)\/raw\/([^?]+)/,
    original: githubFile,
    redirects: true,
  },
  {
    id: 'github-file-by-query',
    pattern:
      /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)\/blob\/([^?]+)\?(?:.*&)?raw=(?:true|1)(?:&|$)/,
    original: githubFile,
    redirects: true,
  },
  {
    // A page about the file.
    id: 'github-page',
    pattern: /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+)\/blob\/([^?]+)/,
    original: githubFile,
  },
  {
    id: 'google-size',
    pattern: /^(https:\/\/[\w-]+\.googleusercontent\.com\/[^?=]+)=[swh]\d{1,5}(?:-[\w-]*)?(?:\?|$)/,
    // Size 0 is that of the original.
    original: ([start = '']) => `${start}=s0`,
  },
]

function githubFile([owner = '', repository = '', path = '']: string[]): string {
  return `https://raw.githubusercontent.com/${owner}/${repository}/${path}`
}
