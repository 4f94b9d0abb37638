import type { Provider } from '../provider'

export const peoplecertLinks = [
  /^https?:\/\/badges\.peoplecert\.org\/(?:Badges\/Assertion|(Badge))\/[a-z]{2}\/(?:\d{1,6}\/)?([\da-f-]{36})(?![\w-])/i,
] as const

const TEMPLATE = /^https:\/\/badges\.peoplecert\.org\/Badges\/Template\//i

export const peoplecert: Provider = {
  id: 'peoplecert',
  name: 'PeopleCert',
  links: peoplecertLinks,
  recognise({ href }) {
    const [url, page] = peoplecertLinks[0].exec(href) ?? []
    if (url === undefined) return TEMPLATE.test(href) ? { is: 'template' } : undefined
    return page === undefined ? { is: 'award', at: [{ url }] } : { is: 'page' }
  },
}
