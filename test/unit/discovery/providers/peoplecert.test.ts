import { peoplecert } from '../../../../src/discovery/providers/peoplecert'
import { checkProvider } from './check-provider'

const ID = 'e312aaf0-fb64-4a55-8f09-ca756366ffd1'

checkProvider(peoplecert, {
  awards: {
    [`https://badges.peoplecert.org/Badges/Assertion/en/${ID}`]: [
      { url: `https://badges.peoplecert.org/Badges/Assertion/en/${ID}` },
    ],
  },
  pages: [
    `https://badges.peoplecert.org/Badge/en/${ID.toUpperCase()}`,
    `https://badges.peoplecert.org/Badge/en/2/${ID}?684`,
  ],
  templates: [`https://badges.peoplecert.org/Badges/Template/en/180/${ID}`],
  others: [
    'https://badges.peoplecert.org/Badge/en/',
    `https://badges.peoplecert.org/Badges/Issuer/en/${ID}`,
    `https://www.peoplecert.org/Badge/en/${ID}`,
  ],
})
