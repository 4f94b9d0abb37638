import { describe, expect, it } from 'vitest'
import { findCredential } from '../../../src/discovery/find-credential'
import { CREDENTIAL, fakeReach, HTML } from './fake-reach'

const ID = '61842971-ed83-498b-bf71-e0af10ad4648'
const CREDLY = `https://www.credly.com/badges/${ID}`
const CREDLY_API = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`

describe('findCredential', () => {
  it('asks a platform for the award that the link leads to', async () => {
    const { reach, asked } = fakeReach({ [CREDLY_API]: CREDENTIAL })
    const finding = await findCredential({ links: [`${CREDLY}/public_url?utm_source=x`] }, reach)
    expect(finding.found?.url).toBe(CREDLY_API)
    expect(asked).toEqual([`application/json ${CREDLY_API}`])
    expect(finding.trail).toEqual([
      { from: 'link', platform: 'Credly', url: CREDLY_API, outcome: 'credential', status: 200 },
    ])
  })

  it('asks any other link in three ways, none of which wants a page', async () => {
    const { reach, asked } = fakeReach({ 'https://a.example/award/1': HTML })
    const finding = await findCredential({ links: ['https://a.example/award/1'] }, reach)
    expect(asked).toEqual([
      'application/vc+ld+json, application/ld+json, application/json https://a.example/award/1',
      'application/json https://a.example/award/1',
      'application/json https://a.example/award/1.json',
    ])
    expect(finding.found).toBeUndefined()
  })
})
