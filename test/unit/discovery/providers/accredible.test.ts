import { expect, it } from 'vitest'
import { accredible } from '../../../../src/discovery/providers/accredible'
import { checkProvider } from './check-provider'

const ID = 'f06c9d63-a73d-46ad-8d31-67a31bc52402'
const at = [
  { url: `https://api.accredible.com/v1/obi/badge_assertions/${ID}`, accept: 'application/json' },
]
const european = [
  {
    url: `https://eu.api.accredible.com/v1/obi/badge_assertions/${ID}`,
    accept: 'application/json',
  },
]

checkProvider(accredible, {
  awards: {
    [`https://www.credential.net/${ID}`]: at,
    [`https://credential.net/${ID}#acc.AdGEkoHu`]: at,
    [`https://an-issuer.accredible.com/${ID}?key=1`]: at,
    [`https://api.accredible.com/v1/obi/badge_assertions/${ID}`]: at,
    [`https://www.credential.net/embed/${ID}`]: at,
    [`https://an-issuer.accredible.com/embed/${ID}`]: at,
    [`https://skillshop.credential.net/${ID}#acc.AdGEkoHu`]: at,
    [`https://eu.credential.net/${ID}#acc.AdGEkoHu`]: european,
  },
  pages: [
    'https://www.credential.net/r358j69n',
    'https://credential.net/10abcdef?key=1',
    'https://eu.credential.net/r358j69n',
  ],
  others: [
    'https://www.credential.net/features',
    'https://www.credential.net/r358j69n0',
    'https://an-issuer.accredible.com/r358j69n',

    'https://www.credential.net/',
    'https://www.credential.net/group/12345',
    `https://www.credential.net/profile/${ID}`,
    `https://www.credential.net/${ID}0`,
    `https://accredible.com/${ID}`,
  ],
})

it('asks the region that the address of a record names', () => {
  const record = new URL(`https://eu.api.accredible.com/v1/obi/badge_assertions/${ID}`)
  expect(accredible.recognise(record)).toEqual({ is: 'award', at: european })
})
