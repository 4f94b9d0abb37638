import { openBadgePassport } from '../../../../src/discovery/providers/open-badge-passport'
import { checkProvider } from './check-provider'

const at = ['openbadgepassport.com', 'an-org.openbadgepassport.org', 'passport.cancred.ca'].map(
  (host) => [
    {
      url: `https://${host}/app/obpv1/badge/info/918042`,
      accept: 'application/json',
      named: 'assertion_url',
    },
  ],
)

checkProvider(openBadgePassport, {
  awards: {
    'https://openbadgepassport.com/app/badge/info/918042': at[0]!,
    'https://openbadgepassport.com/app/badge/info/918042/': at[0]!,
    'https://openbadgepassport.com/app/badge/info/918042/pic/embed': at[0]!,
    'https://www.openbadgepassport.com/app/badge/info/918042': at[0]!,
    'https://an-org.openbadgepassport.org/app/badge/info/918042/pic/embed': at[1]!,
    'https://passport.cancred.ca/app/badge/info/918042': at[2]!,
  },
  others: [
    'https://openbadgepassport.com/app/badge/info/',
    'https://openbadgepassport.com/app/badge/info/jane',
    'https://openbadgepassport.com/app/profile/918042',
    'https://cancred.ca/app/badge/info/918042',
    'https://openbadgepassport.com/app/badge/info/1234567890123456789012',
  ],
})
