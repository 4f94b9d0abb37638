import type { OriginalRule } from './rule'

/** Names of the parameters in a Cloudinary transformation, which stand before the name of the file. */
const CLOUDINARY_STEP =
  /^(?:(?:ac?|ar|bo?|co?|d[lnu]?|dpr|eo?|f[ln]?|fps|g|h|if|ki|l|o|pg?|q|r|s[op]|t|u|v[cs]|w|x|y|z)_[^/]+|s--[\w-]+--)$/

/** Hosts that make a picture of another size or kind by what the query says. */
const BY_QUERY =
  /^https:\/\/(?:[\w-]+\.imgix\.net|cdn\.sanity\.io|www\.datocms-assets\.com|[\w-]+\.files\.wordpress\.com|images\.ctfassets\.net|images\.prismic\.io|framerusercontent\.com\/images)\/[^?]+/

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
    id: 'ghost-size',
    pattern:
      /^(https:\/\/[^/?]+\/(?:[^?]*\/)?content\/images)\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?(\/\d{4}\/\d\d\/[^/?]+\.(?:png|svg))(?:\?|$)/i,
    original: ([start = '', rest = '']) => `${start}${rest}`,
  },
  {
    id: 'wix',
    pattern: /^(https:\/\/static\.wixstatic\.com\/media\/[^/?]+)\/v1\//,
    original: ([start = '']) => start,
  },
  {
    id: 'webflow',
    pattern:
      /^(https:\/\/(?:(?:cdn\.prod|assets|assets-global)\.website-files|uploads-ssl\.webflow)\.com\/[^?]+)-p-\d{3,4}(\.png)(?:\?|$)/i,
    original: ([start = '', ending = '']) => `${start}${ending}`,
  },
  {
    id: 'squarespace',
    pattern:
      /^(https:\/\/(?:images\.squarespace-cdn\.com\/content|static\d\.squarespace\.com\/static)\/[^?]+)\?(?:[^#]*&)?format=\d+w(?:&|$)/,
    original: ([start = '']) => `${start}?format=original`,
  },
  {
    id: 'supabase',
    pattern: /^(https:\/\/[\w.-]+\/storage\/v1)\/render\/image(\/public\/[^?]+)/,
    original: ([start = '', rest = '']) => `${start}/object${rest}`,
  },
  {
    id: 'storyblok',
    pattern: /^(https:\/\/a(?:-[a-z]{2})?\.storyblok\.com\/f\/[^?]+?\.(?:png|svg))\/m\//i,
    original: ([start = '']) => start,
  },
  {
    id: 'uploadcare',
    pattern: /^(https:\/\/(?:ucarecdn\.com|[\w-]+\.ucarecd\.net)\/[\da-f-]{36}\/)-\//,
    original: ([start = '']) => start,
  },
  {
    // It makes smaller what is asked for as it is, unless told otherwise.
    id: 'imagekit',
    pattern: /^(https:\/\/ik\.imagekit\.io\/[\w-]+)(?:\/tr:[^/?]+)?(\/[^?]+)/,
    original: ([start = '', rest = '']) => `${start}${rest}?tr=orig-true`,
  },
  {
    id: 'mediawiki-thumb',
    pattern:
      /^(https:\/\/[^/?]+\/(?:[^?]*\/)?)thumb\/([\da-f]\/[\da-f]{2}\/[^/?]+\.(?:png|svg))\/\d+px-[^/?]+(?:\?|$)/i,
    original: ([start = '', rest = '']) => `${start}${rest}`,
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
  {
    id: 'blogger-size',
    pattern:
      /^(https:\/\/(?:blogger\.googleusercontent\.com\/img|\d\.bp\.blogspot\.com)\/[^?]+)\/[swh]\d{1,5}(?:-[\w-]*)?\/([^/?]+)(?:\?|$)/,
    original: ([start = '', name = '']) => `${start}/s0/${name}`,
  },
]

function githubFile([owner = '', repository = '', path = '']: string[]): string {
  return `https://raw.githubusercontent.com/${owner}/${repository}/${path}`
}
