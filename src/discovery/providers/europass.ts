import type { Provider } from '../provider'

/** With an identifier of its own, not with that of who was led there, as Google's analytics add it. */
export const europassLinks = [
  /^https?:\/\/(?:www\.)?europa\.eu\/europass\/digital-credentials\/viewer(?=[?#/])(?:[?&]_g[al]=[^&#]*(?=[&#]|$)|(?![?&]_g[al]=).)*[\da-f-]{8}/i,
] as const

/**
 * European Digital Credentials are files (`.jsonld`), which any host may serve and which the search reads
 * like any other. The viewer shows one that stays in a wallet; only the page can say whether it is public. Without more
 * than its own address it shows none: it is the page on which people open their files.
 */
export const europass: Provider = {
  id: 'europass',
  name: 'Europass',
  links: europassLinks,
  recognise: ({ href }) => (europassLinks[0].test(href) ? { is: 'page' } : undefined),
}
