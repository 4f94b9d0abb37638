import type { Provider } from '../provider'

export const virtualbadgeLinks = [
  /^https?:\/\/blob\.virtualbadge\.io\/(?:[^?#]*\/)?openbadges\/assertions\/[\da-f-]{36}\.json(?=[?#]|$)/i,
] as const

export const virtualbadge: Provider = {
  id: 'virtualbadge',
  name: 'Virtualbadge.io',
  links: virtualbadgeLinks,
  recognise({ href }) {
    const [url] = virtualbadgeLinks[0].exec(href) ?? []
    return url === undefined ? undefined : { is: 'award', at: [{ url }] }
  },
}
