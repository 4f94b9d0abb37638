/**
 * What the page behind a link says of where its credential is. A hint is no proof: each is an address to be
 * asked, or a text to be looked at, like any other.
 */
import { leadsToAward } from './award-links'
import { readCredentialScript } from './credential-script'
import { embeddedAddress } from './embeds'
import { tagsOf, type Tag } from './html-tags'
import { asAsked, publicAddress } from './public-address'

/**
 * Each list in the order of the page, nothing twice, and no longer than `MAXIMUM_HINTS`: what would be longer
 * speaks of many things, and is empty.
 */
export interface PageHints {
  /** Texts of JSON-LD that looks like a credential. */
  credentials: string[]
  /** `<link rel="alternate">` of the types that credentials have. */
  alternates: string[]
  /** Addresses that the page gives itself: oEmbed and `og:url`. */
  itself: string[]
  /** Addresses of what the page describes as an award, in words of schema.org. */
  described: string[]
  /** Links and embeds that lead to awards on known platforms. */
  awards: string[]
  /** `og:image` */
  images: string[]
}

/** Characters of a page that are read: what speaks for the whole page stands at its beginning. */
const MAXIMUM_LENGTH = 1_000_000

/** Of a kind: a page with more shows many things. */
const MAXIMUM_HINTS = 8

/** Characters of addresses that are read in one page: each link is parsed together with what it is relative to. */
const MAXIMUM_ADDRESSES = 2_000_000

const CREDENTIAL_TYPE = /^application\/(?:(?:vc\+)?ld\+json|json|vc)(?:;|$)/i
const OEMBED_TYPE = /^application\/json\+oembed(?:;|$)/i

/** @param address of the page, from which it is read what others are relative to */
export function readPageHints(html: string, address: string): PageHints {
  const reader = new HintReader(new URL(address))
  for (const tag of tagsOf(html.slice(0, MAXIMUM_LENGTH))) reader.read(tag)
  return reader.hints(html.length > MAXIMUM_LENGTH)
}

class HintReader {
  readonly #hints: PageHints = {
    credentials: [],
    alternates: [],
    itself: [],
    described: [],
    awards: [],
    images: [],
  }
  #base: URL
  #hasBase = false
  #addressesLeft = MAXIMUM_ADDRESSES

  constructor(page: URL) {
    this.#base = page
  }

  /** Of a page that was not read to its end nobody knows how many awards it shows. */
  hints(isCut: boolean): PageHints {
    const { credentials, alternates, itself, described, awards, images } = this.#hints
    const isUnread = isCut || this.#addressesLeft < 0
    const few = (list: string[]): string[] => (list.length > MAXIMUM_HINTS ? [] : list)
    const counted = (list: string[]): string[] => (isUnread ? [] : few(list))
    return {
      credentials: few(credentials),
      alternates: few(alternates),
      itself: few(itself),
      described: counted(described),
      awards: counted(awards),
      images: images.slice(0, MAXIMUM_HINTS),
    }
  }

  read({ name, attributes, text }: Tag): void {
    const value = (attribute: string): string => attributes.get(attribute)?.trim() ?? ''
    if (name === 'base' && attributes.has('href')) this.#rebase(value('href'))
    else if (name === 'link') this.#link(value('rel'), value('type'), value('href'))
    else if (name === 'meta') this.#meta(value('property') || value('name'), value('content'))
    else if (name === 'script') this.#script(value('type'), text)
    else if (name === 'a' || name === 'area') this.#award(this.#public(value('href'))?.href)
    else this.#award(this.#embedded(name, attributes))
  }

  /** The first counts (HTML, section 4.2.3). */
  #rebase(href: string): void {
    const base = this.#hasBase ? undefined : publicAddress(href, this.#base)
    if (!base) return
    this.#base = base
    this.#hasBase = true
  }

  #link(rel: string, type: string, href: string): void {
    if (!/(?:^|\s)alternate(?:\s|$)/i.test(rel)) return
    if (CREDENTIAL_TYPE.test(type)) this.#add('alternates', this.#absolute(href))
    // The page that it is about is in the address (oEmbed, section 2.2, `url`): no need to ask for it.
    if (OEMBED_TYPE.test(type)) this.#add('itself', this.#absolute(parameter(this.#absolute(href))))
  }

  #meta(property: string, content: string): void {
    if (/^og:url$/i.test(property)) this.#add('itself', this.#absolute(content))
    if (/^og:image(?::(?:secure_)?url)?$/i.test(property)) {
      this.#add('images', this.#absolute(content))
    }
  }

  #script(type: string, text = ''): void {
    if (!/^application\/ld\+json(?:;|$)/i.test(type)) return
    const { credentials, described } = readCredentialScript(text)
    for (const credential of credentials) this.#add('credentials', credential)
    for (const address of described) this.#add('described', this.#absolute(address))
  }

  #award(address: string | undefined): void {
    if (address === undefined || !leadsToAward(address)) return
    // Menus of a page lead to parts of it; a fragment says more on few platforms.
    const bare = address.replace(/#.*/s, '')
    this.#add('awards', leadsToAward(bare) ? bare : address)
  }

  #embedded(name: string, attributes: Tag['attributes']): string | undefined {
    const absolute = (src: string): string | undefined => this.#public(src)?.href
    return embeddedAddress(name, (attribute) => attributes.get(attribute), absolute)
  }

  #absolute(href: string): string | undefined {
    const url = this.#public(href)
    return url && asAsked(url)
  }

  #public(href: string): URL | undefined {
    if (href === '' || this.#addressesLeft < 0) return undefined
    this.#addressesLeft -= href.length + this.#base.href.length
    return publicAddress(href, this.#base)
  }

  #add(kind: keyof PageHints, hint: string | undefined): void {
    const list = this.#hints[kind]
    if (hint !== undefined && list.length <= MAXIMUM_HINTS && !list.includes(hint)) list.push(hint)
  }
}

function parameter(href: string | undefined): string {
  return href === undefined ? '' : (new URL(href).searchParams.get('url') ?? '')
}
