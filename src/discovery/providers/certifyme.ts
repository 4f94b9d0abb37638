import type { Provider } from '../provider'

export const certifymeLinks = [
  /^https?:\/\/(?:[\w-]+\.)?certifyme\.(?:online|dev)\/verify\/[\da-f]{8,40}(?![\w-])/i,
] as const

export const certifyme: Provider = {
  id: 'certifyme',
  name: 'CertifyMe',
  links: certifymeLinks,
  recognise: ({ href }) => (certifymeLinks[0].test(href) ? { is: 'page' } : undefined),
}
