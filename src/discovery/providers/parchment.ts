import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

/** An organisation may have a name of its own there; its records are where all of its region are. */
const HOST = /^(?:[\w-]+\.)?badges\.parchment\.(com|eu|au|ca|sg)$/

/** Canvas Credentials by its later name. */
export const parchment: Provider = {
  id: 'parchment',
  name: 'Parchment Digital Badges',
  links: badgrSoftwareLinks,
  recognise(url) {
    const [, region] = HOST.exec(url.hostname) ?? []
    return region === undefined ? undefined : badgrAward(url, `api.badges.parchment.${region}`)
  },
}
