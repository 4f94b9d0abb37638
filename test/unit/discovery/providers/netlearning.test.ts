import { expect, it } from 'vitest'
import { netlearning } from '../../../../src/discovery/providers/netlearning'
import { checkProvider } from './check-provider'

const ID = 'bU5IMEhEbldOaGZUZXpJYVFDcm5adz09'
const API = 'https://nlp.netlearning.co.jp/api/v1.0/openbadge/v2/Assertion'
const at = [`${API}/${ID}`, `${API}/Host/${ID}`].map((url) => ({ url, accept: 'application/json' }))
const SHARES = 'https://www.openbadge-global.com/api/v1.0/openBadge'
const SHARED = `${SHARES}/e/v2/Wallet/Public/GetAssertionShare/${ID}`
const PORTAL = 'https://www.openbadge-global.com/ns/portal/openbadge/public/assertions'

checkProvider(netlearning, {
  awards: {
    [`${PORTAL}/user/${ID}`]: at,
    [`${PORTAL}/unAcquired/${ID}`]: at,
    [`${PORTAL}/detail/${ID}?lang=ja`]: at,
  },
  images: {
    [`${API}/${ID}/image`]: at,
    [`${API}/Host/${ID}/Image`]: at,
  },
  pages: [`${SHARES}/v2/Wallet/Public/GetAssertionShare/${ID}`, `${SHARED}?lang=ja`],
  others: [
    'https://www.openbadge-global.com/',
    `${PORTAL}/user/`,
    `${SHARES}/v2/Wallet/Public/GetAssertionShare/`,
    `https://www.openbadge-global.com/ns/portal/openbadge/public/badges/${ID}`,
  ],
})

it('knows where the record of what is shared may be, once its page has not told', () => {
  expect(netlearning.recognise(new URL(SHARED))).toEqual({ is: 'page', otherwise: at })
})
