import { JSON_ALONE, type Provider } from '../provider'

export const netlearningLinks = [
  /^https?:\/\/(?:www\.)?openbadge-global\.com\/(?:[\w-]+\/){0,6}assertions\/(?:[\w-]+\/){0,2}([\w-]{16,64}(?:=|%3D){0,2})(?![\w-])/i,
  /^https?:\/\/(?:www\.)?openbadge-global\.com\/api\/[\w./-]{1,60}\/GetAssertionShare\/[\w-]{16,64}/i,
] as const

const API =
  /^https:\/\/nlp\.netlearning\.co\.jp\/api\/v1\.0\/openbadge\/v2\/Assertion\/([\w-]{16,64}(?:=|%3D){0,2})(?![\w-])/i

/** The wallet of many Japanese universities (JMOOC). */
export const netlearning: Provider = {
  id: 'netlearning',
  name: 'NetLearning',
  links: netlearningLinks,
  recognise({ href }) {
    const [, id] = netlearningLinks[0].exec(href) ?? API.exec(href) ?? []
    if (id === undefined) return netlearningLinks[1].test(href) ? { is: 'page' } : undefined
    const url = `https://nlp.netlearning.co.jp/api/v1.0/openbadge/v2/Assertion/${id}`
    return { is: 'award', at: [{ url, accept: JSON_ALONE }] }
  },
}
