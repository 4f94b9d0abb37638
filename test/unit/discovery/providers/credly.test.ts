import { credly } from '../../../../src/discovery/providers/credly'
import { checkProvider } from './check-provider'

const ID = '61842971-ed83-498b-bf71-e0af10ad4648'
const at = [
  {
    url: `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`,
    accept: 'application/json',
  },
]

checkProvider(credly, {
  awards: {
    [`https://www.credly.com/badges/${ID}/public_url`]: at,
    [`https://www.credly.com/badges/${ID.toUpperCase()}`]: at,
    [`https://credly.com/badges/${ID}?source=linked_in_profile#x`]: at,
    [`https://www.credly.com/earner/earned/badge/${ID}`]: at,
    [`https://www.credly.com/earner/earned/share/${ID}`]: at,
    [`https://www.credly.com/embedded_badge/${ID}`]: at,
    [`https://www.youracclaim.com/badges/${ID}/linked_in_profile`]: at,
    [`https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`]: at,
    [`https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`]: at,
    [`https://api.youracclaim.com/v1/obi/badge_assertions/${ID}`]: at,
  },
  pages: [
    'https://www.credly.com/go/i9heHHY5',
    'https://www.credly.com/go/YUoIBeIR',
    'https://credly.com/go/abc1DEFG?x=1',
    'https://www.youracclaim.com/go/i9heHHY5',
  ],
  // All holders of a badge share the picture of its template: its UUID is nobody's award.
  templates: [
    `https://images.credly.com/images/${ID}/image.png`,
    `https://images.credly.com/size/340x340/images/${ID}/blob`,
    'https://www.credly.com/org/an-issuer/badge/a-badge',
  ],
  others: [
    'https://www.credly.com/users/jane-doe/badges',
    'https://www.credly.com/badges/not-an-award',
    'https://www.credly.com/go/',
    'https://www.credly.com/go/pricing1x',
    'https://www.credly.com/go/pricing',
    'https://www.credly.com/go/to-a-longer-name',
    `https://www.credly.com/badges/${ID}0`,
    `https://www.credly.com/x/badges/${ID}`,
    `https://cdn.credly.com/badges/${ID}`,
  ],
})
