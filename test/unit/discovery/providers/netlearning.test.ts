import { netlearning } from '../../../../src/discovery/providers/netlearning'
import { checkProvider } from './check-provider'

const ID = 'bU5IMEhEbldOaGZUZXpJYVFDcm5adz09'
const at = [
  {
    url: `https://nlp.netlearning.co.jp/api/v1.0/openbadge/v2/Assertion/${ID}`,
    accept: 'application/json',
  },
]
const PORTAL = 'https://www.openbadge-global.com/ns/portal/openbadge/public/assertions'

checkProvider(netlearning, {
  awards: {
    [`${PORTAL}/user/${ID}`]: at,
    [`${PORTAL}/unAcquired/${ID}`]: at,
    [`${PORTAL}/detail/${ID}?lang=ja`]: at,
  },
  images: {
    [`https://nlp.netlearning.co.jp/api/v1.0/openbadge/v2/Assertion/${ID}/image`]: at,
  },
  pages: [
    `https://www.openbadge-global.com/api/v1.0/openBadge/v2/Wallet/Public/GetAssertionShare/${ID}`,
  ],
  others: [
    'https://www.openbadge-global.com/',
    `${PORTAL}/user/`,
    `https://www.openbadge-global.com/ns/portal/openbadge/public/badges/${ID}`,
  ],
})
