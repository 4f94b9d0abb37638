import { parchment } from '../../../../src/discovery/providers/parchment'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'a41jSgmsSh6Sa1xcVUku5Q'

checkProvider(parchment, {
  anyHost: true,
  awards: {
    [`https://badges.parchment.com/public/assertions/${ID}?identity__email=a%40b.example`]: badgrAt(
      ID,
      'api.badges.parchment.com',
      'badges.parchment.com',
    ),
    [`https://an-issuer.badges.parchment.com/public/assertions/${ID}`]: badgrAt(
      ID,
      'api.badges.parchment.com',
      'an-issuer.badges.parchment.com',
    ),
    [`https://badges.parchment.eu/public/assertions/${ID}`]: badgrAt(
      ID,
      'api.badges.parchment.eu',
      'badges.parchment.eu',
    ),
  },
  others: ['https://badges.parchment.com/', `https://badges.parchment.com/public/badges/${ID}`],
})
