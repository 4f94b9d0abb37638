import { badgr } from '../../../../src/discovery/providers/badgr'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'BqzhC6MFReWtVFdLvu1pqQ'
const us = badgrAt(ID, 'api.badgr.io')
const eu = badgrAt(ID, 'api.eu.badgr.io')

checkProvider(badgr, {
  anyHost: true,
  awards: {
    [`https://api.badgr.io/public/assertions/${ID}`]: us,
    [`https://api.badgr.io/public/assertions/${ID}.json`]: us,
    [`https://api.badgr.io/public/assertions/${ID}?embedVersion=1&embedWidth=330`]: us,
    [`https://badgr.com/public/assertions/${ID}`]: badgrAt(ID, 'api.badgr.io', 'badgr.com'),
    [`https://an-issuer.badgr.com/public/assertions/${ID}?v=`]: badgrAt(
      ID,
      'api.badgr.io',
      'an-issuer.badgr.com',
    ),
    [`https://an-issuer.eu.badgr.com/public/assertions/${ID}`]: badgrAt(
      ID,
      'api.eu.badgr.io',
      'an-issuer.eu.badgr.com',
    ),
    [`https://eu.badgr.com/public/assertions/${ID}?identity__email=jane%40a.example&action=x`]:
      badgrAt(ID, 'api.eu.badgr.io', 'eu.badgr.com'),
    [`https://api.eu.badgr.io/public/assertions/${ID}?identity%5F%5Furl=https:%2F%2Fjane.example`]:
      eu,
  },
  // The file as it was baked is what the address leads to without a wish for another rendering.
  images: {
    [`https://api.badgr.io/public/assertions/${ID}/image?type=png&fmt=wide`]: us,
    [`https://api.badgr.io/public/assertions/${ID}/baked`]: us,
  },
  templates: [`https://api.badgr.io/public/badges/${ID}/image?type=png`],
  others: [
    'https://badgr.com/public/assertions/',
    `https://badgr.com/public/assertions/${ID}0`,
    `https://badgr.com/public/badges/${ID}`,
    `https://badgr.com/public/collections/${ID}`,
    `https://badgr.com/x?to=/public/assertions/${ID}`,
  ],
})
