import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

const HOST = /^(?:(?:www|api)\.)?openbadges\.education$/

export const openbadgesEducation: Provider = {
  id: 'openbadges-education',
  name: 'Open Educational Badges',
  links: badgrSoftwareLinks,
  recognise: (url) =>
    HOST.test(url.hostname) ? badgrAward(url, 'api.openbadges.education') : undefined,
}
