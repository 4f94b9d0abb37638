import { JSON_ALONE, type Provider } from '../provider'

export const accredibleLinks = [
  /^https?:\/\/(?:(?:[\w-]+\.)*credential\.net|(?:[\w-]+\.)+accredible\.com)\/(?:v1\/obi\/badge_assertions\/|embed\/)?([\da-f]{8}-[\da-f-]{27})(?![\w-])/i,
  /^https?:\/\/(?:(?:www|eu)\.)?credential\.net\/(?=[a-z]*\d)[a-z\d]{8}(?![\w-])/i,
] as const

export const accredible: Provider = {
  id: 'accredible',
  name: 'Accredible',
  links: accredibleLinks,
  recognise({ href, hostname }) {
    const [, id] = accredibleLinks[0].exec(href) ?? []
    // Older addresses have another name for it, which only the page can tell.
    if (id === undefined) return accredibleLinks[1].test(href) ? { is: 'page' } : undefined
    const region = /^eu\.(?:api|credential)\./.test(hostname) ? 'eu.' : ''
    const url = `https://${region}api.accredible.com/v1/obi/badge_assertions/${id.toLowerCase()}`
    return { is: 'award', at: [{ url, accept: JSON_ALONE }] }
  },
}
