import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

const HOST = /^(?:(?:www|api)\.)?edubadges\.nl$/

export const edubadges: Provider = {
  id: 'edubadges',
  name: 'edubadges',
  links: badgrSoftwareLinks,
  recognise: (url) => (HOST.test(url.hostname) ? badgrAward(url, 'api.edubadges.nl') : undefined),
}
