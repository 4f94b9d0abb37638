import { openBadgePassport } from '../../../../src/discovery/providers/open-badge-passport'
import { checkProvider } from './check-provider'

const at = [
  {
    url: 'https://openbadgepassport.com/app/obpv1/badge/info/918042',
    accept: 'application/json',
    named: 'assertion_url',
  },
]

checkProvider(openBadgePassport, {
  awards: {
    'https://openbadgepassport.com/app/badge/info/918042': at,
    'https://openbadgepassport.com/app/badge/info/918042/': at,
    'https://openbadgepassport.com/app/badge/info/918042/pic/embed': at,
  },
  others: [
    'https://openbadgepassport.com/app/badge/info/',
    'https://openbadgepassport.com/app/badge/info/jane',
    'https://openbadgepassport.com/app/profile/918042',
    'https://openbadgepassport.com/app/badge/info/1234567890123456789012',
  ],
})
