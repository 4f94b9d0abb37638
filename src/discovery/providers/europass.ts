import type { Provider } from '../provider'

export const europassLinks = [
  /^https?:\/\/(?:www\.)?europa\.eu\/europass\/digital-credentials\/viewer(?=[/?#]|$)/i,
] as const

/**
 * European Digital Credentials are files (`.jsonld`), which any host may serve and which the search reads
 * like any other. The viewer shows one that stays in a wallet; only the page can say whether it is public.
 */
export const europass: Provider = {
  id: 'europass',
  name: 'Europass',
  links: europassLinks,
  recognise: ({ href }) => (europassLinks[0].test(href) ? { is: 'page' } : undefined),
}
