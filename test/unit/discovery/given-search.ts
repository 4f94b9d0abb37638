/** Addresses of platforms, pages that name something, and a search among given answers. */
import { findCredential } from '../../../src/discovery/find-credential'
import { fakeReach, type Answers } from './fake-reach'

export const ID = '61842971-ed83-498b-bf71-e0af10ad4648'
export const CREDLY = `https://www.credly.com/badges/${ID}`
export const CREDLY_API = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`
export const OBF_ID = 'd600bc4138e7946adeb9e9bdc6b86339f2577781'
/** Of a platform on which only the page can tell where the credential is. */
export const PAGE_AWARD = `https://verify.certifier.io/credentials/${ID}`

export const PAGE = 'https://issuer.example/awards/1'
export const IMAGE = 'image/png, image/svg+xml'

export const page = (head: string) =>
  `<!doctype html><html><head>${head}</head><body></body></html>`
export const alternate = (href: string) =>
  `<link rel="alternate" type="application/ld+json" href="${href}">`

export type Clues = Parameters<typeof findCredential>[0]

export async function search(clues: Clues, answers: Answers) {
  const fake = fakeReach(answers)
  const finding = await findCredential(clues, fake.reach)
  return {
    ...fake,
    ...finding,
    text: finding.found && new TextDecoder().decode(finding.found.bytes),
  }
}
