import type { Provider } from '../provider'

export const blockcertsLinks = [/^https?:\/\/[^#]+#blockcerts-verifier$/i] as const

/** Known by the element that shows one (`embeds.ts`), which writes its name behind the address. */
export const blockcerts: Provider = {
  id: 'blockcerts',
  name: 'Blockcerts',
  links: blockcertsLinks,
  recognise: ({ href }) =>
    blockcertsLinks[0].test(href) ? { is: 'unverifiable', why: 'blockcerts' } : undefined,
}
