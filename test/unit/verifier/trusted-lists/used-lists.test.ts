import { expect, test } from 'vitest'
import type { TrustedLists } from '../../../../src/verifier/trusted-lists/trusted-lists'
import { usedLists } from '../../../../src/verifier/trusted-lists/used-lists'

const SOURCE: TrustedLists = {
  ofCountry: (country) =>
    Promise.resolve(
      country === 'BE'
        ? {
            list: {
              ...{ country, url: '', services: [], signed: true },
              issued: '2026-06-01T00:00:00.000Z',
              sequenceNumber: 46,
            },
          }
        : { problem: 'not-obtained' },
    ),
}
const WAY = { get: () => Promise.reject(new Error('nobody is asked')) }

test('a report names the lists that answered, and no others', async () => {
  const used = usedLists(SOURCE)
  expect(used.versions()).toEqual({})
  expect(await used.lists.ofCountry('BE', WAY)).toMatchObject({ list: { country: 'BE' } })
  expect(await used.lists.ofCountry('IE', WAY)).toEqual({ problem: 'not-obtained' })
  expect(used.versions()).toEqual({ 'eu-list/BE': '46 2026-06-01T00:00:00.000Z' })
})
