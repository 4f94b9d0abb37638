import { expect, it } from 'vitest'
import { accredible } from '../../../../src/discovery/providers/accredible'
import { accredibleDomains } from '../../../../src/discovery/providers/accredible-domains'
import { checkProvider } from './check-provider'

const ID = 'f06c9d63-a73d-46ad-8d31-67a31bc52402'
const at = ['api', 'eu.api'].map((host) => ({
  url: `https://${host}.accredible.com/v1/obi/badge_assertions/${ID}`,
  accept: 'application/json',
}))

checkProvider(accredibleDomains, {
  awards: {
    [`https://learning.issuer.example/${ID}#acc.AdGEkoHu`]: at,
    [`https://learning.issuer.example/${ID.toUpperCase()}?key=1#gs.hw97ee#acc.AdGEkoHu`]: at,
    [`https://credentials.databricks.com/${ID}`]: at,
    [`https://certs.ine.com/${ID}?record_view=true`]: at,
    [`https://an-org.digitalbadges-eu.skillsoft.com/${ID}#gs.gne1jh`]: at,
  },
  pages: [
    `https://credentials.issuer.example/${ID}`,
    `https://certs.issuer.example/${ID}/`,
    `https://developerbadges.issuer.example/${ID}?key=1`,
  ],
  others: [
    `https://learning.issuer.example/${ID}`,
    `https://learning.issuer.example/${ID}#accounts`,
    `https://learning.issuer.example/a/${ID}#acc.AdGEkoHu`,
    `https://credentials.issuer.example/profile/${ID}`,
    `https://certificates.issuer.example/${ID}.pdf?size=letter`,
    `https://certificates.issuer.example/${ID}0`,
    'https://certificates.issuer.example/f06c9d63',
    'https://credentials.databricks.com/profile/somebody/wallet',
    `https://concert.issuer.example/${ID}`,
    `https://an-org.concerts.example/${ID}`,
  ],
  anyHost: true,
})

it('guesses nothing but the record of that identifier, once the page has not told', () => {
  const page = new URL(`https://credentials.issuer.example/${ID}`)
  expect(accredibleDomains.recognise(page)).toEqual({
    is: 'page',
    otherwise: at.map((record) => ({ ...record, guessed: true })),
  })
})

it('takes no other host for one that is known', () => {
  const like = new URL(`https://credentials.databricks.com.evil.example/${ID}`)
  expect(accredibleDomains.recognise(like)).toMatchObject({ is: 'page' })
  const longer = new URL(`https://evil-certs.ine.com/${ID}`)
  expect(accredibleDomains.recognise(longer)).toMatchObject({ is: 'page' })
})

it('leaves the hosts of Accredible itself to their own rule', () => {
  const own = new URL(`https://skillshop.credential.net/${ID}#acc.AdGEkoHu`)
  expect(accredible.recognise(own)).toEqual({ is: 'award', at: at.slice(0, 1) })
})
