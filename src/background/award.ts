import { recogniseAddress } from '../discovery/recognise-address'
import { asAsked } from '../discovery/public-address'
import { unwrapped, withoutRedirectors } from '../discovery/redirectors'
import type { Unverifiable } from '../discovery/provider'
import { hostOf } from './tab-state'

/** What beside the bytes of an image, or instead of them, may lead to its credential. */
export interface Clues {
  /** Address of the link around the image, or of the link itself. */
  href?: string
  /** That link is one by a script alone. */
  scripted?: true
  /** Further links beside the image. */
  links?: string[]
  /** Address of the award that its element embeds. */
  embed?: string
}

/** An award as far as the address of a known platform tells: nobody has been asked. */
export interface Award {
  /** Where its credential is asked for first; two links to one award have the same. */
  url: string
  /** Host of that. */
  host: string
}

/**
 * The award that an image or a link stands for: it embeds it, or leads to it. A link beside an image says
 * nothing about what the image is.
 */
export function awardBehind({ href, embed }: Pick<Clues, 'href' | 'embed'>): Award | undefined {
  for (const address of [href, embed]) {
    if (address === undefined) continue
    const recognised = recogniseAddress(address)?.recognised
    if (recognised?.is === 'award' && recognised.at[0]) return awardAt(recognised.at[0].url)
    const page = recognised?.is === 'page' ? withoutRedirectors(address) : undefined
    if (page) return awardAt(asAsked(page))
  }
  return undefined
}

/** The address that a link leads to, past redirectors: they name it themselves, and need not be asked. */
export function leadsTo(link: string): string {
  return unwrapped(link) === link ? link : (withoutRedirectors(link)?.href ?? link)
}

/** Where a known platform keeps the records of that award: what is gone there was withdrawn. */
export function recordsBehind({ href, embed }: Pick<Clues, 'href' | 'embed'>): string[] {
  for (const address of [href, embed]) {
    const recognised = address === undefined ? undefined : recogniseAddress(address)?.recognised
    if (recognised?.is === 'award') return recognised.at.map(({ url }) => url)
  }
  return []
}

/** What is known of a platform's address, and is no award that can be verified. */
export interface NoAward {
  is: 'template' | Unverifiable
  /** The platform as people know it. */
  platform: string
}

/** Why there is nothing to verify behind the first address of a known platform. */
export function noAwardBehind({ href, embed }: Pick<Clues, 'href' | 'embed'>): NoAward | undefined {
  return noAwardAt(href ?? '') ?? noAwardAt(embed ?? '')
}

export function noAwardAt(address: string): NoAward | undefined {
  const { provider, recognised } = recogniseAddress(address) ?? {}
  if (provider === undefined || recognised === undefined) return undefined
  const platform = provider.name
  if (recognised.is === 'template') return { is: 'template', platform }
  return recognised.is === 'unverifiable' ? { is: recognised.why, platform } : undefined
}

/** Nearest first, as a search goes through them. */
export function addressesOf({ href, links = [], embed }: Clues): string[] {
  return [href, embed, ...links].filter((address) => address !== undefined)
}

function awardAt(url: string): Award {
  return { url, host: hostOf(url) }
}
