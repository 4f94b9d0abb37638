import type { Provider } from '../provider'

export const virtualbadgeLinks = [
  /^https?:\/\/blob\.virtualbadge\.io\/[^?#]*assertions\/[\da-f-]{36}\.json(?![\w-])/i,
  /^https?:\/\/(?:www\.)?virtualbadge\.io\/certificate-validator\?credential=[\w-]{16}/i,
] as const

export const virtualbadge: Provider = {
  id: 'virtualbadge',
  name: 'Virtualbadge.io',
  links: virtualbadgeLinks,
  recognise({ href }) {
    const [url] = virtualbadgeLinks[0].exec(href) ?? []
    if (url !== undefined) return { is: 'award', at: [{ url }] }
    return virtualbadgeLinks[1].test(href) ? { is: 'page' } : undefined
  },
}
