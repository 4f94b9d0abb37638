import { expect, test } from 'vitest'
import { listCountry, sentencesIn } from '../../../../src/ui/wording'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')

test.each([
  ['EE', 'Estonia'],
  ['EL', 'Greece'],
  ['GR', 'Greece'],
  ['not a code', 'not a code'],
])('the trusted list of %s is that of %s', (code, name) => {
  expect(listCountry(code, s)).toBe(name)
})
