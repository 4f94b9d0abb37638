/** What is said of the issuer's copy, by reports of the verifier itself. */
import { expect, test } from 'vitest'
import { hostedHealth } from '../../../src/health/hosted'
import { verifyBadge } from '../../../src/verifier'
import { answer, fakeWeb } from '../verifier/fake-web'
import { assertion, ID, NOW, site } from '../verifier/formats/open-badges-2-site'

const LINK = 'https://learner.example/old/my-badge.json'
const SIGNED = 'https://issuer.example/c/1.json'

const signed = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: SIGNED,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:issuer.example', type: ['Profile'], name: 'Example University' },
  validFrom: '2025-03-14T00:00:00Z',
  credentialSubject: {
    ...{ id: 'did:web:ada.example', type: ['AchievementSubject'] },
    achievement: { id: 'urn:uuid:1', type: ['Achievement'], name: 'Data', description: 'Data' },
  },
  proof: {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    ...{ created: '2025-03-14T00:00:00Z', proofPurpose: 'assertionMethod' },
    ...{ verificationMethod: 'did:web:issuer.example#key-1', proofValue: `z${'1'.repeat(64)}` },
  },
}

async function said(text: object | string, pages: Parameters<typeof fakeWeb>[0]): Promise<string> {
  const input = typeof text === 'string' ? { url: text } : { text: JSON.stringify(text) }
  const { fetch } = fakeWeb(pages)
  const report = await verifyBadge(input, { fetch, now: () => NOW })
  const { code, host = '' } = hostedHealth(report)
  return `${code} ${host}`.trim()
}

test.each([
  ['is reachable', site, 'hosted-reachable issuer.example'],
  ['is gone', { ...site, [ID]: answer(404) }, 'hosted-gone issuer.example'],
  ['is withdrawn', { ...site, [ID]: answer(410) }, 'hosted-gone issuer.example'],
  ['cannot be had', { ...site, [ID]: answer(503) }, 'hosted-no-answer issuer.example'],
  ['says “revoked”', { ...site, [ID]: { ...assertion, revoked: true } }, 'hosted-revoked'],
  ['says so with 410', { [ID]: answer(410, { revoked: true }) }, 'hosted-revoked'],
  ['is no assertion', { ...site, [ID]: { name: 'Something else' } }, 'hosted-unknown'],
])('a hosted copy that %s', async (_, pages, expected) => {
  expect(await said(assertion, pages)).toContain(expected)
})

test('a signed badge whose key is not to be had has no copy to miss', async () => {
  expect(await said(SIGNED, { [SIGNED]: signed })).toBe('hosted-unknown')
})

test.each([404, 410, 503])('a link that answers %i is no copy of an issuer', async (status) => {
  expect(await said(LINK, { [LINK]: answer(status) })).toBe('hosted-unknown')
})
