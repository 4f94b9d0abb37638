import { bestr } from '../../../../src/discovery/providers/bestr'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'a41jSgmsSh6Sa1xcVUku5Q'

checkProvider(bestr, {
  anyHost: true,
  awards: {
    [`https://openbadges.bestr.it/public/assertions/${ID}`]: badgrAt(ID, 'openbadges.bestr.it'),
  },
  others: ['https://openbadges.bestr.it/', `https://openbadges.bestr.it/public/badges/${ID}`],
})
