import { JSON_ALONE, type Provider } from '../provider'

export const openBadgePassportLinks = [
  /^https?:\/\/(?:www\.)?openbadgepassport\.com\/app\/badge\/info\/(\d{1,12})(?![\w-])/i,
] as const

/** A wallet: what it shows was issued elsewhere, and it says where. */
export const openBadgePassport: Provider = {
  id: 'open-badge-passport',
  name: 'Open Badge Passport',
  links: openBadgePassportLinks,
  recognise({ href }) {
    const [, number] = openBadgePassportLinks[0].exec(href) ?? []
    if (number === undefined) return undefined
    const url = `https://openbadgepassport.com/app/obpv1/badge/info/${number}`
    return { is: 'award', at: [{ url, accept: JSON_ALONE, named: 'assertion_url' }] }
  },
}
