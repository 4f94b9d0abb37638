import { openBadgeFactory } from '../../../../src/discovery/providers/open-badge-factory'
import { checkProvider } from './check-provider'

const ID = 'd600bc4138e7946adeb9e9bdc6b86339f2577781'
const at = (kind: string, host = 'openbadgefactory.com') => [
  { url: `https://${host}/${kind}/${ID}.json` },
  { url: `https://${host}/${kind}/${ID}`, accept: 'application/json' },
]

checkProvider(openBadgeFactory, {
  awards: {
    [`https://openbadgefactory.com/v1/assertion/${ID}`]: at('v1/assertion'),
    [`https://openbadgefactory.com/v1/assertion/${ID}.html`]: at('v1/assertion'),
    [`https://openbadgefactory.com/v1/assertion/${ID}.json?v=2.0`]: at('v1/assertion'),
    [`https://openbadgefactory.com/obv3/credentials/${ID}`]: at('obv3/credentials'),
    [`https://www.openbadgefactory.com/v1/assertion/${ID}`]: at('v1/assertion'),
    [`https://factory.cancred.ca/v1/assertion/${ID}`]: at('v1/assertion', 'factory.cancred.ca'),
  },
  others: [
    `https://openbadgefactory.com/v1/badge/_/${ID}.json`,
    `https://openbadgefactory.com/v1/assertion/${ID.slice(1)}`,
    `https://openbadgefactory.com/v1/assertion/${ID}0`,
    `https://cancred.ca/v1/assertion/${ID}`,
    'https://openbadgefactory.com/en/pricing/',
  ],
})
