/** An issuer of Open Badges 2.0 with one badge class and one assertion, and a way to verify them. */
import { verifyBadge } from '../../../../src/verifier'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { fakeWeb } from '../fake-web'

export const NOW = new Date('2026-06-01T12:00:00Z')
export const CONTEXT = 'https://w3id.org/openbadges/v2'
export const ISSUER = 'https://issuer.example/issuer.json'
export const BADGE = 'https://issuer.example/badges/data.json'
export const ID = 'https://issuer.example/assertions/1.json'

export const issuer = {
  '@context': CONTEXT,
  id: ISSUER,
  type: 'Profile',
  name: 'Example University',
  url: 'https://issuer.example',
  email: 'badges@issuer.example',
}
export const badge = {
  '@context': CONTEXT,
  id: BADGE,
  type: 'BadgeClass',
  name: 'Data Analysis Foundations',
  description: 'Cleans and explains data',
  image: 'https://issuer.example/badges/data.png',
  criteria: { narrative: 'A supervised project' },
  issuer: ISSUER,
}
export const assertion = {
  '@context': CONTEXT,
  id: ID,
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: BADGE,
  issuedOn: '2025-03-14T00:00:00Z',
  verification: { type: 'HostedBadge' },
}
export const site = { [ISSUER]: issuer, [BADGE]: badge, [ID]: assertion }

export function verify(
  credential: object | string,
  pages: Parameters<typeof fakeWeb>[0],
  more: Partial<VerifierEnvironment> = {},
) {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
  return verifyBadge({ text }, { fetch: fakeWeb(pages).fetch, now: () => NOW, ...more })
}

export function outcomes(report: Awaited<ReturnType<typeof verify>>) {
  return Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome]))
}
