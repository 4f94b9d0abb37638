import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

/** As Bestr shows it to people; where its record is only that page tells. */
export const bestrLinks = [
  /^https?:\/\/(?:www\.)?bestr\.it\/award\/show\/(?:[\w-]{22}|[\da-f]{40})(?![\w-])/i,
] as const

export const bestr: Provider = {
  id: 'bestr',
  name: 'Bestr',
  links: [...badgrSoftwareLinks, ...bestrLinks],
  recognise(url) {
    if (!/(?:^|\.)bestr\.it$/.test(url.hostname)) return undefined
    return bestrLinks[0].test(url.href) ? { is: 'page' } : badgrAward(url)
  },
}
