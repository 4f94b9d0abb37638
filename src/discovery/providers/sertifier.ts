import type { Provider } from '../provider'

export const sertifierLinks = [
  /^https?:\/\/(?:[\w-]+\.)?verified\.(?:sertifier\.com|cv)\/[a-z]{2}\/verify\/\d{8,20}(?![\w-])/i,
] as const

export const sertifier: Provider = {
  id: 'sertifier',
  name: 'Sertifier',
  links: sertifierLinks,
  recognise: ({ href }) => (sertifierLinks[0].test(href) ? { is: 'page' } : undefined),
}
