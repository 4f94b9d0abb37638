import type { Provider } from '../provider'

export const certifierLinks = [
  /^https?:\/\/(?:(?:www\.)?credsverse\.com\/credentials|(?:[\w-]+\.)?certifier\.io\/(?:verify|credentials))\/[\da-f]{8}-/i,
] as const

export const certifier: Provider = {
  id: 'certifier',
  name: 'Certifier',
  links: certifierLinks,
  recognise: ({ href }) => (certifierLinks[0].test(href) ? { is: 'page' } : undefined),
}
