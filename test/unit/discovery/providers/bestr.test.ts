import { bestr } from '../../../../src/discovery/providers/bestr'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'a41jSgmsSh6Sa1xcVUku5Q'
const OLDER = '58b9b572b82092421751b27cc33a470b10c7d6bd'

checkProvider(bestr, {
  anyHost: true,
  awards: {
    [`https://openbadges.bestr.it/public/assertions/${ID}`]: badgrAt(ID, 'openbadges.bestr.it'),
  },
  pages: [
    `https://bestr.it/award/show/${ID}`,
    `https://www.bestr.it/award/show/${ID}?ln=en#x`,
    `https://bestr.it/award/show/${OLDER}?ln=en`,
  ],
  others: [
    'https://bestr.it/award/show/',
    `https://bestr.it/badge/show/${ID}`,
    `https://bestr.it/award/show/${ID}0`,
    `https://bestr.it/award/show/${OLDER}0`,
    'https://openbadges.bestr.it/',
    `https://openbadges.bestr.it/public/badges/${ID}`,
  ],
})
