import { edubadges } from '../../../../src/discovery/providers/edubadges'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'a41jSgmsSh6Sa1xcVUku5Q'

checkProvider(edubadges, {
  anyHost: true,
  awards: {
    [`https://www.edubadges.nl/public/assertions/${ID}`]: badgrAt(
      ID,
      'api.edubadges.nl',
      'www.edubadges.nl',
    ),
    [`https://api.edubadges.nl/public/assertions/${ID}`]: badgrAt(ID, 'api.edubadges.nl'),
  },
  others: ['https://www.edubadges.nl/', `https://www.edubadges.nl/public/badges/${ID}`],
})
