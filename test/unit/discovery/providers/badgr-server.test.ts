import { expect, it } from 'vitest'
import { badgrServer } from '../../../../src/discovery/providers/badgr-server'
import { recogniseAddress } from '../../../../src/discovery/recognise-address'
import { badgrAt } from './badgr-addresses'
import { checkProvider } from './check-provider'

const ID = 'ksu78T2OSxKxuYh5O1VVqg'

checkProvider(badgrServer, {
  anyHost: true,
  awards: {
    [`https://badges.university.example/public/assertions/${ID}`]: badgrAt(
      ID,
      'badges.university.example',
    ),
  },
  templates: [`https://badges.university.example/public/badges/${ID}/image`],
  others: [
    `https://badges.university.example/app/public/assertions/${ID}`,
    'https://badges.university.example/public/assertions/short',
  ],
})

it.each([
  `https://badgr.com.evil.example/public/assertions/${ID}`,
  `https://evil-badgr.com/public/assertions/${ID}`,
  `https://badges.parchment.com.evil.example/public/assertions/${ID}`,
  `https://notbestr.it/public/assertions/${ID}`,
  `https://badgr.community/public/assertions/${ID}`,
])('never lends a platform’s name to another host: %s', (address) => {
  expect(recogniseAddress(address)?.provider).toBe(badgrServer)
})

it.each([
  `https://localhost/public/assertions/${ID}`,
  `https://192.168.0.1/public/assertions/${ID}`,
  `https://badges.intranet/public/assertions/${ID}`,
  `https://badges.example:8443/public/assertions/${ID}`,
])('is not looked for in a private network: %s', (address) => {
  expect(recogniseAddress(address)).toBeUndefined()
})
