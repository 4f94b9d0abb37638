import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { assertion, ID, site, verify } from '../formats/open-badges-2-site'

const ADA = 'ada@example.org'

function asked(recipient: JsonObject, ...recipients: string[]) {
  const issued = { ...assertion, recipient }
  return verify(issued, { ...site, [ID]: issued }, { recipients })
}

it.each<[string, JsonObject]>([
  ['name', { type: ['name'] }],
  ['name', { type: ['name', 'email'] }],
  ['other', {}],
  ['other', { type: 'id' }],
  ['email', { type: ['email', 'name'] }],
])('a name is not the holder: told as %s of %j', async (type, more) => {
  const report = await asked({ ...more, identity: 'Ada Lovelace', hashed: false }, 'Ada Lovelace')
  expect(report).toMatchObject({ verdict: 'attention', holder: 'unknown' })
  expect(report.reasons).toContainEqual({ code: 'holder-not-comparable', params: { type } })
})

it('an address is, of the first of several types', async () => {
  const recipient = { type: ['email', 'name'], identity: ADA, hashed: false }
  expect(await asked(recipient, ADA)).toMatchObject({ holder: 'matches' })
  expect(await asked(recipient, 'eve@example.org')).toMatchObject({ holder: 'differs' })
})
