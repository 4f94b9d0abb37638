import { JSON_ALONE, type Provider } from '../provider'

/** Its own host, those that it runs for others below it, and CanCred's. */
export const openBadgePassportLinks = [
  /^https?:\/\/((?:[\w-]+\.)?openbadgepassport\.(?:com|org)|passport\.cancred\.ca)\/app\/badge\/info\/(\d{1,12})(?![\w-])/i,
] as const

/** A wallet: what it shows was issued elsewhere, and it says where. */
export const openBadgePassport: Provider = {
  id: 'open-badge-passport',
  name: 'Open Badge Passport',
  links: openBadgePassportLinks,
  recognise({ href }) {
    const [, host, number] = openBadgePassportLinks[0].exec(href) ?? []
    if (host === undefined || number === undefined) return undefined
    const url = `https://${host.toLowerCase().replace(/^www\./, '')}/app/obpv1/badge/info/${number}`
    return { is: 'award', at: [{ url, accept: JSON_ALONE, named: 'assertion_url' }] }
  },
}
