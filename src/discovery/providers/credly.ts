import { JSON_ALONE, type Provider } from '../provider'

export const credlyLinks = [
  /^https?:\/\/(?:(?:www|api)\.)?(?:credly|youracclaim)\.com\/(?:(?:badges|earner\/earned\/(?:badge|share)|embedded_badge|(?:api\/)?v1\/obi\/(?:v2\/)?badge_assertions)\/([\da-f-]{36})|go\/[a-z\d]{8})(?![\w-])/i,
] as const

/** The UUID in the address of a picture is that of the badge's template: all who have the badge share it. */
const TEMPLATES =
  /^https:\/\/(?:images\.(?:credly|youracclaim)\.com\/|(?:www\.)?(?:credly|youracclaim)\.com\/org\/[\w-]+\/badge\/)/i

export const credly: Provider = {
  id: 'credly',
  name: 'Credly',
  links: credlyLinks,
  recognise({ href }) {
    const [award, id] = credlyLinks[0].exec(href) ?? []
    // A short address names no award: Credly sends on to its page.
    if (id === undefined && award !== undefined) return { is: 'page' }
    if (id === undefined) return TEMPLATES.test(href) ? { is: 'template' } : undefined
    const url = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${id.toLowerCase()}`
    return { is: 'award', at: [{ url, accept: JSON_ALONE }] }
  },
}
