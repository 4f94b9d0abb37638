import { JSON_ALONE, type CredentialAddress, type Provider } from '../provider'

export const netlearningLinks = [
  /^https?:\/\/(?:www\.)?openbadge-global\.com\/(?:[\w-]+\/){0,6}assertions\/(?:[\w-]+\/){0,2}([\w-]{16,64}(?:=|%3D){0,2})(?![\w-])/i,
  /^https?:\/\/(?:www\.)?openbadge-global\.com\/api\/[\w./-]{1,60}\/GetAssertionShare\/([\w-]{16,64}(?:=|%3D){0,2})(?![\w-])/i,
] as const

const API =
  /^https:\/\/nlp\.netlearning\.co\.jp\/api\/v1\.0\/openbadge\/v2\/Assertion\/(?:Host\/)?([\w-]{16,64}(?:=|%3D){0,2})(?![\w-])/i

/** The wallet of many Japanese universities (JMOOC). */
export const netlearning: Provider = {
  id: 'netlearning',
  name: 'NetLearning',
  links: netlearningLinks,
  recognise({ href }) {
    const [, id] = netlearningLinks[0].exec(href) ?? API.exec(href) ?? []
    if (id !== undefined) return { is: 'award', at: records(id) }
    const [, shared] = netlearningLinks[1].exec(href) ?? []
    return shared === undefined ? undefined : { is: 'page', otherwise: records(shared) }
  },
}

/** What its own issuers awarded, then what was issued elsewhere and is kept with it. */
function records(id: string): CredentialAddress[] {
  return ['', 'Host/'].map((kept) => ({
    url: `https://nlp.netlearning.co.jp/api/v1.0/openbadge/v2/Assertion/${kept}${id}`,
    accept: JSON_ALONE,
  }))
}
