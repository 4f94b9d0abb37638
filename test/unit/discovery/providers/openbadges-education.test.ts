import { openbadgesEducation } from '../../../../src/discovery/providers/openbadges-education'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'a41jSgmsSh6Sa1xcVUku5Q'

checkProvider(openbadgesEducation, {
  anyHost: true,
  awards: {
    [`https://api.openbadges.education/public/assertions/${ID}`]: badgrAt(
      ID,
      'api.openbadges.education',
    ),
    // A version of the format that the address selects stays selected.
    [`https://api.openbadges.education/public/assertions/${ID}?v=3_0`]: badgrAt(
      ID,
      'api.openbadges.education',
    ).map(({ url, ...rest }) => ({
      url: url.endsWith('/image') ? url : `${url}&v=3_0`,
      ...rest,
    })),
    [`https://openbadges.education/public/assertions/${ID}?v=3_0%26x`]: badgrAt(
      ID,
      'api.openbadges.education',
      'openbadges.education',
    ),
  },
  others: ['https://openbadges.education/', `https://openbadges.education/public/badges/${ID}`],
})
