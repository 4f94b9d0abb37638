import { JSON_ALONE, type Provider } from '../provider'

export const openBadgeFactoryLinks = [
  /^https?:\/\/(?:www\.)?openbadgefactory\.com\/(v1\/assertion|obv3\/credentials)\/([\da-f]{40})(?![\w-])/i,
] as const

export const openBadgeFactory: Provider = {
  id: 'open-badge-factory',
  name: 'Open Badge Factory',
  links: openBadgeFactoryLinks,
  recognise({ href }) {
    const [, kind, id] = openBadgeFactoryLinks[0].exec(href) ?? []
    if (kind === undefined || id === undefined) return undefined
    const url = `https://openbadgefactory.com/${kind.toLowerCase()}/${id.toLowerCase()}`
    return { is: 'award', at: [{ url: `${url}.json` }, { url, accept: JSON_ALONE }] }
  },
}
