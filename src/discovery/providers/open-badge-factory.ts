import { JSON_ALONE, type Provider } from '../provider'

/** Its own host, and that of CanCred, which it runs for Canada. */
export const openBadgeFactoryLinks = [
  /^https?:\/\/(?:www\.)?(openbadgefactory\.com|factory\.cancred\.ca)\/(v1\/assertion|obv3\/credentials)\/([\da-f]{40})(?![\w-])/i,
] as const

export const openBadgeFactory: Provider = {
  id: 'open-badge-factory',
  name: 'Open Badge Factory',
  links: openBadgeFactoryLinks,
  recognise({ href }) {
    const [, host, kind, id] = openBadgeFactoryLinks[0].exec(href) ?? []
    if (host === undefined || kind === undefined || id === undefined) return undefined
    const url = `https://${host.toLowerCase()}/${kind.toLowerCase()}/${id.toLowerCase()}`
    return { is: 'award', at: [{ url: `${url}.json` }, { url, accept: JSON_ALONE }] }
  },
}
