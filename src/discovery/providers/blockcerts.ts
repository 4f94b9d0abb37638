import type { Provider } from '../provider'

export const blockcertsLinks = [/#blockcerts-verifier$/] as const

/** Known by the element that shows one (`embeds.ts`), which writes its name behind the address. */
export const blockcerts: Provider = {
  id: 'blockcerts',
  name: 'Blockcerts',
  links: blockcertsLinks,
  recognise: ({ href }) =>
    href.endsWith('#blockcerts-verifier') ? { is: 'unverifiable', why: 'blockcerts' } : undefined,
}
