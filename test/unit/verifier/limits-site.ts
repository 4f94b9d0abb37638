/** An issuer's site of Open Badges 2.0 that answers with three documents. */
const CONTEXT = 'https://w3id.org/openbadges/v2'

const issuer = {
  '@context': CONTEXT,
  id: 'https://issuer.example/issuer',
  type: 'Profile',
  name: 'School of Metal',
  description: 'Longer than the other documents of this site, so that a limit can meet it alone.',
  url: 'https://issuer.example/',
}

const badge = {
  '@context': CONTEXT,
  id: 'https://issuer.example/badge',
  type: 'BadgeClass',
  name: 'Welding',
  issuer: issuer.id,
}

const assertion = {
  '@context': CONTEXT,
  id: 'https://issuer.example/assertion',
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@learner.example', hashed: false },
  badge: badge.id,
  issuedOn: '2025-01-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
}

export const openBadges2Site = {
  assertion,
  issuer,
  pages: { [assertion.id]: assertion, [badge.id]: badge, [issuer.id]: issuer },
}
