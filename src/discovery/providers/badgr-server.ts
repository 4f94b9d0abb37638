import { badgrAward, badgrSoftwareLinks } from '../badgr-software'
import type { Provider } from '../provider'

/** Whoever runs Badgr on a host of their own. Anybody can: the name is that of the software. */
export const badgrServer: Provider = {
  id: 'badgr-server',
  name: 'Badgr (self-hosted)',
  links: badgrSoftwareLinks,
  recognise: (url) => badgrAward(url),
}
