import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

export const bestr: Provider = {
  id: 'bestr',
  name: 'Bestr',
  links: badgrSoftwareLinks,
  recognise: (url) => (/(?:^|\.)bestr\.it$/.test(url.hostname) ? badgrAward(url) : undefined),
}
