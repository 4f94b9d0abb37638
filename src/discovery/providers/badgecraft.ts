import type { Provider } from '../provider'

export const badgecraftLinks = [
  /^https?:\/\/(?:www\.)?badgecraft\.eu\/[a-z]{2}\/user-badges\/[\w-]{8,64}(?![\w-])/i,
] as const

export const badgecraft: Provider = {
  id: 'badgecraft',
  name: 'Badgecraft',
  links: badgecraftLinks,
  recognise: ({ href }) => (badgecraftLinks[0].test(href) ? { is: 'page' } : undefined),
}
