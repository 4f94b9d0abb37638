import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

/** An organisation may have a name of its own there; its records are where all of its region are. */
const HOST = /^(?:[\w-]+\.)??(?:(eu|ca|au|sg)\.)?badgr\.(?:com|io)$/

export const badgr: Provider = {
  id: 'badgr',
  name: 'Badgr',
  links: badgrSoftwareLinks,
  recognise(url) {
    const host = HOST.exec(url.hostname)
    if (!host) return undefined
    const [, region] = host
    return badgrAward(url, region === undefined ? 'api.badgr.io' : `api.${region}.badgr.io`)
  },
}
