/** An issuer of Open Badges 1.0 with one badge class and one assertion, and how they look in 0.5 and 1.1. */
export { NOW, outcomes, verify } from './open-badges-2-site'

export const ISSUER = 'https://issuer.example/organization.json'
export const BADGE = 'https://issuer.example/badges/robotics.json'
export const ID = 'https://issuer.example/assertions/f2c20.json'

export const issuer = {
  name: 'Example University',
  url: 'https://www.university.example',
  email: 'badges@issuer.example',
}
export const badge = {
  name: 'Robotics',
  description: 'Builds robots that people think are great.',
  image: 'https://issuer.example/badges/robotics.png',
  criteria: 'https://issuer.example/badges/robotics.html',
  tags: ['robots'],
  issuer: ISSUER,
  alignment: [
    {
      name: 'RST.11-12.3',
      url: 'https://standards.example/3',
      description: 'Multistep procedures',
    },
  ],
}
export const assertion = {
  uid: 'f2c20',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: BADGE,
  issuedOn: 1359217910,
  evidence: 'https://issuer.example/work/f2c20.html',
  verify: { type: 'hosted', url: ID },
}
export const site: Record<string, object> = { [ISSUER]: issuer, [BADGE]: badge, [ID]: assertion }

const CONTEXT = 'https://w3id.org/openbadges/v1'

/** Open Badges 1.1 is 1.0 with a context, types and ids. */
export const assertion11 = { '@context': CONTEXT, type: 'Assertion', id: ID, ...assertion }
export const site11: Record<string, object> = {
  [ISSUER]: { '@context': CONTEXT, type: 'Issuer', id: ISSUER, ...issuer },
  [BADGE]: { '@context': CONTEXT, type: 'BadgeClass', id: BADGE, ...badge },
  [ID]: assertion11,
}

/** Open Badges 0.5: everything in one document, which does not say where it lives. */
export const assertion05 = {
  recipient: 'ada@example.org',
  evidence: '/work/f2c20.html',
  issued_on: '2013-01-26',
  badge: {
    version: '0.5.0',
    name: 'Robotics',
    description: 'Builds robots that people think are great.',
    image: '/badges/robotics.png',
    criteria: '/badges/robotics.html',
    issuer: {
      origin: 'https://issuer.example',
      name: 'Example University',
      org: 'Faculty of Engineering',
      contact: 'badges@issuer.example',
    },
  },
}
