import { describe, expect, it } from 'vitest'
import { ORIGINAL_RULES, originalsOf } from '../../../../src/discovery/originals'
import { expectLittleWork } from '../../cpu-time'

const PNG = 'https://issuer.example/badges/1.png'
const ENCODED = encodeURIComponent(PNG)
const hex = (text: string) => Buffer.from(text).toString('hex')

type Case = [rule: string, shown: string, original: string]

const CASES: Case[] = [
  ['next-image', `https://a.example/_next/image?url=${ENCODED}&w=640&q=75`, PNG],
  [
    'next-image',
    'https://a.example/_next/image?url=%2Fb%2F1.png&w=64',
    'https://a.example/b/1.png',
  ],
  ['next-image', 'https://a.example/me/_next/image/?w=9&url=%2Fb.png', 'https://a.example/b.png'],
  ['vercel-image', `https://a.example/_vercel/image?url=${ENCODED}&w=1`, PNG],
  ['vercel-image', 'https://a.example/_vercel/image?url=/b.png&w=1', 'https://a.example/b.png'],
  ['netlify-image', 'https://a.example/.netlify/images?url=/b.png&w=50', 'https://a.example/b.png'],
  ['netlify-image', `https://a.example/.netlify/images?url=${ENCODED}`, PNG],
  ['netlify-image', 'https://a.example/.netlify/images?url=b%2F1.png', 'https://a.example/b/1.png'],
  ['ipx', 'https://a.example/_ipx/w_200,f_webp/b/1.png', 'https://a.example/b/1.png'],
  ['ipx', `https://a.example/_ipx/s_200x200/${PNG}`, PNG],
  ['ipx', `https://a.example/_ipx/_/${PNG.replace('//', '/')}`, PNG],
  ['ipx', `https://a.example/app/_ipx/w_9/${ENCODED}`, PNG],
  ['ipx', 'https://a.example/_ipx/w_9/%2Fb%2F1.png?url=%2Fb%2F1.png', 'https://a.example/b/1.png'],
  ['cloudflare-image', `https://a.example/cdn-cgi/image/width=80,quality=75/${PNG}`, PNG],
  [
    'cloudflare-image',
    'https://a.example/cdn-cgi/image/fit=cover/b/1.png?v=2',
    'https://a.example/b/1.png?v=2',
  ],
  ['wordpress-photon', 'https://i0.wp.com/issuer.example/badges/1.png?resize=2%2C2&ssl=1', PNG],
  ['cloudinary-fetch', `https://res.cloudinary.com/demo/image/fetch/${PNG}`, PNG],
  ['cloudinary-fetch', `https://res.cloudinary.com/demo/image/fetch/w_9,c_fill/f_auto/${PNG}`, PNG],
  [
    'cloudinary-fetch',
    `https://res.cloudinary.com/demo/image/fetch/s--aB_-1--/w_9/${ENCODED}`,
    PNG,
  ],
  [
    'cloudinary-upload',
    'https://res.cloudinary.com/demo/image/upload/w_200,c_fill/q_auto/v1571218039/b/1.png',
    'https://res.cloudinary.com/demo/image/upload/v1571218039/b/1.png',
  ],
  [
    'cloudinary-upload',
    'https://res.cloudinary.com/demo/image/upload/f_auto/my_folder/1.png?_a=X',
    'https://res.cloudinary.com/demo/image/upload/my_folder/1.png',
  ],
  ['weserv', `https://images.weserv.nl/?url=${ENCODED}&w=300`, PNG],
  ['weserv', 'https://wsrv.nl/?url=issuer.example/badges/1.png', PNG],
  ['weserv', 'https://images.weserv.nl/?url=ssl:issuer.example%2Fbadges%2F1.png', PNG],
  ['by-query', 'https://site.imgix.net/b/1.png?w=1&fm=png', 'https://site.imgix.net/b/1.png'],
  [
    'by-query',
    'https://cdn.sanity.io/images/p/production/0a-9x9.png?h=9',
    'https://cdn.sanity.io/images/p/production/0a-9x9.png',
  ],
  [
    'by-query',
    'https://www.datocms-assets.com/1/2-b.png?auto=format',
    'https://www.datocms-assets.com/1/2-b.png',
  ],
  ['github-camo', `https://camo.githubusercontent.com/${'0a'.repeat(32)}/${hex(PNG)}`, PNG],
  [
    'wordpress-size',
    'https://a.example/wp-content/uploads/2024/05/badge-150x150.png?x=1',
    'https://a.example/wp-content/uploads/2024/05/badge.png',
  ],
  [
    'wordpress-size',
    'https://a.example/blog/files/a-1024x768-300x225.PNG',
    'https://a.example/blog/files/a-1024x768.PNG',
  ],
  [
    'wordpress-query',
    'https://a.example/wp-content/uploads/2024/05/badge.png?w=300&h=300',
    'https://a.example/wp-content/uploads/2024/05/badge.png',
  ],
  [
    'by-query',
    'https://jane.files.wordpress.com/2024/05/badge.png?w=595&h=&zoom=2',
    'https://jane.files.wordpress.com/2024/05/badge.png',
  ],
  [
    'github-file-by-query',
    'https://github.com/jane/site/blob/main/badges/1.png?raw=true',
    'https://raw.githubusercontent.com/jane/site/main/badges/1.png',
  ],
  [
    'github-page',
    'https://github.com/jane/site/blob/main/badges/1.png?raw=false',
    'https://raw.githubusercontent.com/jane/site/main/badges/1.png',
  ],
  [
    'github-file',
    'https://github.com/jane/site/raw/main/badges/1.png',
    'https://raw.githubusercontent.com/jane/site/main/badges/1.png',
  ],
  [
    'google-size',
    'https://lh3.googleusercontent.com/pw/AbC_d-1=s200',
    'https://lh3.googleusercontent.com/pw/AbC_d-1=s0',
  ],
  [
    'google-size',
    'https://lh3.googleusercontent.com/sitesv/AbC_d-1=w16383',
    'https://lh3.googleusercontent.com/sitesv/AbC_d-1=s0',
  ],
  [
    'google-size',
    'https://lh5.googleusercontent.com/AbC=w280-h280-no',
    'https://lh5.googleusercontent.com/AbC=s0',
  ],
  [
    'blogger-size',
    'https://blogger.googleusercontent.com/img/b/R29vZ2xl/AVvXsEj-_1/w640-h443/badge%201.png',
    'https://blogger.googleusercontent.com/img/b/R29vZ2xl/AVvXsEj-_1/s0/badge%201.png',
  ],
  [
    'blogger-size',
    'https://1.bp.blogspot.com/-a/b/c/d/s320/badge.png',
    'https://1.bp.blogspot.com/-a/b/c/d/s0/badge.png',
  ],
  [
    'google-size',
    'https://blogger.googleusercontent.com/img/a/AVvXsEh=w640-h364',
    'https://blogger.googleusercontent.com/img/a/AVvXsEh=s0',
  ],
  [
    'astro-image',
    'https://a.example/_image?href=%2F_astro%2Fb.e9c64733.png&w=300&f=webp',
    'https://a.example/_astro/b.e9c64733.png',
  ],
  ['astro-image', `https://a.example/_image?href=${ENCODED}&w=64&h=64`, PNG],
  ['cloudinary-fetch', `https://substackcdn.com/image/fetch/w_96,q_auto:good/${ENCODED}`, PNG],
  [
    'cloudinary-fetch',
    `https://substackcdn.com/image/fetch/$s_!q5oV!,w_1456,c_limit/${ENCODED}`,
    PNG,
  ],
  ['forem', `https://media2.dev.to/dynamic/image/width=800,height=,format=auto/${ENCODED}`, PNG],
  [
    'by-query',
    'https://images.ctfassets.net/a1/b2/c3/badge.png?w=300&fm=webp',
    'https://images.ctfassets.net/a1/b2/c3/badge.png',
  ],
  [
    'by-query',
    'https://framerusercontent.com/images/AbC.png?scale-down-to=512&width=1',
    'https://framerusercontent.com/images/AbC.png',
  ],
  [
    'ghost-size',
    'https://a.example/blog/content/images/size/w600h600/format/webp/2026/01/b.png?v=1',
    'https://a.example/blog/content/images/2026/01/b.png',
  ],
  [
    'wix',
    'https://static.wixstatic.com/media/a3_0e~mv2.png/v1/fill/w_146,h_80,enc_auto/badge%20.png',
    'https://static.wixstatic.com/media/a3_0e~mv2.png',
  ],
  [
    'webflow',
    'https://cdn.prod.website-files.com/63a9/6476_badge-p-500.png',
    'https://cdn.prod.website-files.com/63a9/6476_badge.png',
  ],
  [
    'webflow',
    'https://uploads-ssl.webflow.com/63a9/6476_badge-p-1080.png',
    'https://uploads-ssl.webflow.com/63a9/6476_badge.png',
  ],
  [
    'squarespace',
    'https://images.squarespace-cdn.com/content/v1/63a9/badge.png?format=500w',
    'https://images.squarespace-cdn.com/content/v1/63a9/badge.png?format=original',
  ],
  [
    'supabase',
    'https://project.supabase.co/storage/v1/render/image/public/badges/1.png?width=512',
    'https://project.supabase.co/storage/v1/object/public/badges/1.png',
  ],
  [
    'storyblok',
    'https://a-us.storyblok.com/f/1/9x9/21be/badge.png/m/120x0/filters:quality(90)',
    'https://a-us.storyblok.com/f/1/9x9/21be/badge.png',
  ],
  [
    'uploadcare',
    'https://ucarecdn.com/d7f97673-b744-4192-8e5c-c3c40fa7fe43/-/format/auto/-/resize/9x/',
    'https://ucarecdn.com/d7f97673-b744-4192-8e5c-c3c40fa7fe43/',
  ],
  [
    'imagekit',
    'https://ik.imagekit.io/jane/tr:w-300,h-300/badges/1.png?updatedAt=17',
    'https://ik.imagekit.io/jane/badges/1.png?tr=orig-true',
  ],
  [
    'imagekit',
    'https://ik.imagekit.io/jane/badges/1.png?tr=w-300',
    'https://ik.imagekit.io/jane/badges/1.png?tr=orig-true',
  ],
  [
    'mediawiki-thumb',
    'https://wiki.example/w/images/thumb/c/c3/Badge.png/120px-Badge.png',
    'https://wiki.example/w/images/c/c3/Badge.png',
  ],
  [
    'google-size',
    'https://lh3.googleusercontent.com/d/AbC=w200-h200-no?authuser=0',
    'https://lh3.googleusercontent.com/d/AbC=s0',
  ],
]

describe('originalsOf', () => {
  it.each(CASES)('by %s from %s', (rule, shown, url) => {
    expect(originalsOf(shown)[0]).toMatchObject({ url, rule })
  })

  it('says where the address itself sends to the original, and of no proxy', () => {
    const sent = CASES.filter(([, shown]) => originalsOf(shown)[0]?.redirects === true)
    expect(new Set(sent.map(([rule]) => rule))).toEqual(
      new Set(['github-file', 'github-file-by-query']),
    )
  })

  it('has a case for every rule', () => {
    const tried = new Set(CASES.map(([rule]) => rule))
    expect(tried).toEqual(new Set(ORIGINAL_RULES.map(({ id }) => id)))
  })

  it.each([
    PNG,
    'https://media.licdn.com/dms/image/v2/D4E/profile-treasury-image-shrink_800_800/0/1?e=1&v=beta&t=x',
    'https://a.example/x?url=/b.png',
    'https://a.example/?/_next/image?url=/b.png',
    'https://a.example/#/_next/image?url=/b.png',
    'https://a.example/_next/image?src=/b.png',
    'https://a.example/_image?src=/b.png',
    'https://a.example/my_image?href=/b.png',
    'https://evil.example/substackcdn.com/image/fetch/https://b.example/1.png',
    'https://substackcdn.com.evil.example/image/fetch/https://b.example/1.png',
    'https://media.dev.to.evil.example/dynamic/image/w=1/https://b.example/1.png',
    'https://static.wixstatic.com/media/a3_0e~mv2.png',
    'https://static.wixstatic.com.evil.example/media/a3_0e~mv2.png/v1/fill/w_1/b.png',
    'https://cdn.prod.website-files.com/63a9/6476_badge-p-5.png',
    'https://a.example/63a9/6476_badge-p-500.png',
    'https://images.squarespace-cdn.com/content/v1/63a9/badge.png?format=original',
    'https://a.example/storage/v1/render/image/sign/badges/1.png?width=5',
    'https://ik.imagekit.io/jane/badges/1.png?tr=orig-true',
    'https://wiki.example/w/images/thumb/c/c3/Badge.png',
    'https://a.example/content/images/2026/01/b.png',
    'https://1.bp.blogspot.com/badge.png',
    'https://a.example/.netlify/images?src=/b.png',
    'https://i4.wp.com/issuer.example/1.png',
    'https://i0.wp.com.evil.example/issuer.example/1.png',
    'https://evil-wsrv.nl/?url=issuer.example/1.png',
    'https://camo.githubusercontent.com/0a0a/0',
    'https://camo.githubusercontent.com.evil.example/0a0a/6874',
    'https://res.cloudinary.com/demo/image/upload/v1/my_folder/1.png',
    'https://site.imgix.net/b/1.png',
    'https://imgix.net.evil.example/b.png?w=1',
    'https://a.example/images/badge-150x150.png',
    'https://a.example/wp-content/uploads/badge-150x150.jpg',
    'https://a.example/wp-content/uploads/2024/05/badge.png?ver=2',
    'https://a.example/wp-content/uploads/2024/05/badge.png',
    'https://github.com/jane/site/tree/main/badges',
    'https://github.com.evil.example/jane/site/blob/main/1.png',
    'https://lh3.googleusercontent.com/AbC=s0',
    'https://lh3.googleusercontent.com/AbC',
    'data:image/png;base64,AAAA',
    'blob:https://a.example/1',
    'http://localhost/_next/image?url=/b.png',
    '',
  ])('has none for %s', (shown) => {
    expect(originalsOf(shown)).toEqual([])
  })
})

const HOSTILE = [
  'http://localhost/b.png',
  'https://127.0.0.1/b.png',
  'https://2130706433/b.png',
  'https://[::1]/b.png',
  'https://router.local/b.png',
  'https://intranet/b.png',
  'https://a.example:8443/b.png',
  'https://jane:secret@a.example/b.png',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:image/png,x',
  'ftp://a.example/b.png',
  'blob:https://a.example/1',
  `https://a.example/${'a'.repeat(9_000)}`,
]

/** Each proxy with something inside, as its address is written. */
const INSIDE: Record<string, (inner: string) => string> = {
  'next-image': (inner) => `https://p.example/_next/image?url=${encodeURIComponent(inner)}`,
  'vercel-image': (inner) => `https://p.example/_vercel/image?url=${encodeURIComponent(inner)}`,
  'netlify-image': (inner) => `https://p.example/.netlify/images?url=${encodeURIComponent(inner)}`,
  'cloudinary-fetch': (inner) =>
    `https://res.cloudinary.com/d/image/fetch/${encodeURIComponent(inner)}`,
  weserv: (inner) => `https://wsrv.nl/?url=${encodeURIComponent(inner)}`,
  'github-camo': (inner) => `https://camo.githubusercontent.com/${'0a'.repeat(20)}/${hex(inner)}`,
  ipx: (inner) => `https://p.example/_ipx/_/${inner}`,
  'cloudflare-image': (inner) => `https://p.example/cdn-cgi/image/w=1/${inner}`,
  'wordpress-photon': (inner) => `https://i1.wp.com/${inner.replace(/^\w+:\/\//, '')}`,
}

describe.each(Object.entries(INSIDE))('a hostile page with %s', (_, wrap) => {
  it.each(HOSTILE)('leads nowhere with %s inside', (inner) => {
    const hosts = originalsOf(wrap(inner)).map(({ url }) => new URL(url))
    for (const { protocol, hostname, port, username } of hosts) {
      // What is no address to it, a proxy takes for a path, and one for a host without its scheme.
      expect(['p.example', 'a.example']).toContain(hostname)
      expect([protocol, port, username]).toEqual(['https:', '', ''])
    }
  })

  it('leads through two proxies, and no further', () => {
    const once = wrap(PNG)
    const twice = INSIDE['next-image']!(once)
    expect(originalsOf(twice).map(({ url }) => url)).toContain(PNG)
    const thrice = INSIDE['vercel-image']!(twice)
    expect(originalsOf(thrice).map(({ url }) => url)).not.toContain(PNG)
  })
})

describe('a hostile page', () => {
  it.each([
    '//evil.example/b.png',
    '/\\evil.example/b.png',
    '\\\\evil.example/b.png',
    '/\t/evil.example/b.png',
    '/\n\\evil.example/b.png',
  ])('cannot pass a host off as a path: %s', (inner) => {
    expect(originalsOf(INSIDE['next-image']!(inner))).toEqual([])
    expect(originalsOf(INSIDE['netlify-image']!(inner))).toEqual([])
    const encoded = originalsOf(INSIDE.ipx!(encodeURIComponent(inner)))
    expect(encoded.filter(({ url }) => !url.startsWith('https://p.example/%5C'))).toEqual([])
  })

  it('cannot pass for a redirect what a proxy has followed', () => {
    const sent = 'https://github.com/mira/cv/raw/main/go.png'
    expect(originalsOf(sent)).toMatchObject([{ redirects: true }])
    const proxied = originalsOf(INSIDE['next-image']!(sent))
    expect(proxied).toHaveLength(2)
    for (const original of proxied) expect(original).not.toHaveProperty('redirects')
  })

  it('cannot make a proxy its own original', () => {
    const self = 'https://p.example/_next/image?url=%2F_next%2Fimage%3Furl%3D'
    for (const { url } of originalsOf(self)) expect(url).not.toBe(self)
    expect(originalsOf('https://p.example/cdn-cgi/image/a/cdn-cgi/image/b/1.png').length).toBe(2)
  })

  it.each([
    ['%', 'https://p.example/_ipx/w_1/https%3A%2F%2F%E0%A4%A'],
    ['bad hexadecimal', 'https://camo.githubusercontent.com/00/zz'],
    ['bytes of no text', 'https://camo.githubusercontent.com/00/ff00ff00'],
  ])('breaks nothing with %s', (_, shown) => {
    expect(originalsOf(shown)).toEqual([])
  })

  it.each([
    '_next/image/',
    '-100x100',
    'files/2024/05/',
    'a.png',
    'https:/',
    'w_1/',
    '_ipx/',
    'files/',
    '00',
  ])('costs no time with %s repeated', async (part) => {
    const text = part.repeat(8_000 / part.length - 20)
    await expectLittleWork(2, () => {
      for (const place of [
        'p.example/_ipx/_',
        'p.example/uploads',
        'res.cloudinary.com/d/image/fetch',
      ]) {
        originalsOf(`https://${place}/${text}`)
      }
      originalsOf(`https://camo.githubusercontent.com/00/${text}`)
      originalsOf(`https://res.cloudinary.com/d/image/upload/${text}`)
    })
  })
})
