import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { readIdentityObject } from '../../../../src/verifier/reading/identity-object'

const HASH = 'sha256$c7ef86405ba71b85acd8e2e95166c4b111448089f2e1599f42fe1bba46e865c5'
const read = (identity: JsonObject) => readIdentityObject(identity, identity.identity, 'email')

describe('an IdentityObject', () => {
  test('is read with its salt', () => {
    expect(read({ identity: HASH, hashed: true, salt: 'deadsea' })).toEqual({
      type: 'email',
      value: HASH,
      hashed: true,
      salt: 'deadsea',
    })
  })

  test.each([undefined, null, ''])('has no salt: %j', (salt) => {
    const identity = { identity: HASH, hashed: true, ...(salt !== undefined && { salt }) }
    expect(read(identity)).toEqual({ type: 'email', value: HASH, hashed: true })
  })

  test('has a salt that is a number, as its digits', () => {
    expect(read({ identity: HASH, hashed: true, salt: 1234 })?.salt).toBe('1234')
  })

  test('is read from lists of one, which say the same in JSON-LD', () => {
    expect(read({ identity: [HASH], hashed: true, salt: ['deadsea'] })).toMatchObject({
      value: HASH,
      salt: 'deadsea',
    })
  })

  test.each<[JsonObject[string]]>([[{}], [['deadsea', 'a']], [[['deadsea']]], [true], [false]])(
    'has a salt that cannot be used, which is not the same as none: %j',
    (salt) => {
      expect(read({ identity: HASH, hashed: true, salt })).toMatchObject({ saltUnusable: true })
    },
  )

  test.each<[JsonObject[string]]>([[7], [''], [null], [{ id: HASH }], [[HASH, 'x']]])(
    'says nothing by the identity %j',
    (identity) => {
      expect(read({ identity, hashed: true })).toBeUndefined()
    },
  )
})
