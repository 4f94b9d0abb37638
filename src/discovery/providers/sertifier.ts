import type { Provider } from '../provider'

/** Also at domains of those who issue with it. */
export const sertifierLinks = [
  /^https?:\/\/(?:(?:[\w-]+\.)?verified\.(?:sertifier\.com|cv)|certificates\.[\w.-]+)\/[a-z]{2}\/verify\/\d{8,20}(?![\w-])/i,
] as const

export const sertifier: Provider = {
  id: 'sertifier',
  name: 'Sertifier',
  links: sertifierLinks,
  recognise: ({ href }) => (sertifierLinks[0].test(href) ? { is: 'page' } : undefined),
}
