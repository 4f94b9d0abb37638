import { expect, test } from 'vitest'
import { readTrustList } from '../../../../../src/verifier/issuers/read-list'

const read = (json: unknown) =>
  readTrustList(JSON.stringify(json), { name: 'x', retrieved: new Date(0) })

const MEMBERS = {
  ...{ name: 'Members', type: 'dcc-legacy', governanceUrl: 'https://registries.example/' },
  url: 'https://registries.example/registry.json',
}
const FEDERATION = {
  ...{ name: 'Federation', type: 'oidf' },
  trustAnchorEC: 'https://federation.example/.well-known/openid-federation',
}

test('names registries and vouches for nobody', async () => {
  const { type: _unwritten, ...old } = MEMBERS
  expect(await read([MEMBERS, FEDERATION, old])).toEqual({
    is: 'registries',
    problems: [],
    registries: [
      { name: 'Members', type: 'dcc-legacy', url: MEMBERS.url },
      // Of a type that cannot be read: named, with nothing that could be added.
      { name: 'Federation', type: 'oidf' },
      { name: 'Members', type: 'dcc-legacy', url: MEMBERS.url },
    ],
  })
})

test('an entry that cannot be read is told, and the others are read', async () => {
  const bad = [{ ...MEMBERS, url: 'javascript:alert(1)' }, { name: 'No address' }, {}, 7]
  expect(await read([...bad, MEMBERS])).toMatchObject({
    registries: [{ name: 'Members' }],
    problems: [
      { entry: 'Members', property: 'url' },
      { entry: 'No address', property: 'url', missing: true },
      { entry: '#3', property: 'name', missing: true },
      { entry: '#4', expected: 'an object' },
    ],
  })
})
