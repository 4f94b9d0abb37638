/** Whether a credential is that of a person of whom somebody knows the name and the date of birth. */
import { describe, expect, it } from 'vitest'
import type { Recipient, RecipientIdentity } from '../../../../src/verifier/credential'
import { compareRecipients } from '../../../../src/verifier/recipients/compare-recipients'
import { matchRecipient } from '../../../../src/verifier/recipients/match'
import { personIdentities } from '../../../../src/verifier/recipients/person'

const said = (type: string, value: string): RecipientIdentity => ({ type, value, hashed: false })
const NAME = 'Ana María Andrómeda'
const BORN = '1999-10-02'
const owner = (
  name: string | undefined,
  born: string | undefined,
  ...more: RecipientIdentity[]
): Recipient => ({
  identities: [
    ...(name === undefined ? [] : [said('name', name)]),
    ...(born === undefined ? [] : [said('dateOfBirth', born)]),
    ...more,
  ],
})
const ANA = owner(NAME, BORN)

const holder = async (recipient: Recipient, name: string, born: string, ...more: string[]) =>
  (await matchRecipient(recipient, [...personIdentities(name, born), ...more])).holder

describe('a name and a date of birth', () => {
  it.each([
    NAME,
    'ana maria andromeda',
    'ANDRÓMEDA, Ana María',
    '  Andromeda   Ana-Maria ',
    'Ａｎａ Ｍａｒｉａ Ａｎｄｒｏｍｅｄａ',
    NAME.normalize('NFD'),
  ])('match together, however the name is written: %j', async (name) => {
    expect(await holder(ANA, name, BORN)).toBe('matches')
  })

  it.each([
    ['2 October, as a day', '1999-10-02', 'matches'],
    ['2 October, as the midnight before it in Rome', '1999-10-01T22:00:00Z', 'matches'],
    ['2 October, as its midnight in Tokyo', '1999-10-02T00:00:00+09:00', 'matches'],
    ['2 October, as its midnight in New York', '1999-10-02T04:00:00Z', 'matches'],
    ['1 October, as a day', '1999-10-01', 'differs'],
    ['1 October, as its midnight in New York', '1999-10-01T04:00:00Z', 'differs'],
    ['3 October', '1999-10-03T00:00:00Z', 'differs'],
  ])('%s', async (_, born, expected) => {
    expect(await holder(owner(NAME, born), NAME, BORN)).toBe(expected)
  })
})

describe('is not enough to match:', () => {
  it.each([
    ['the name alone, where the date is not entered', ANA, NAME, ''],
    ['the date alone, where the name is not entered', ANA, '', BORN],
    ['a credential without a date of birth', owner(NAME, undefined), NAME, BORN],
    ['a credential without a name', owner(undefined, BORN), NAME, BORN],
    ['a part of the name', ANA, 'Ana', BORN],
    ['a longer name', ANA, `${NAME} Smith`, BORN],
    ['another name', ANA, 'Eve Example', BORN],
    ['a date that nobody can read', owner(NAME, 'spring 1999'), NAME, BORN],
    ['a date that was entered in another way', ANA, NAME, '2.10.1999'],
  ])('%s', async (_, recipient, name, born) => {
    const found = await matchRecipient(recipient, personIdentities(name, born))
    expect(found).toMatchObject({
      holder: 'unknown',
      check: { reasons: [{ code: 'holder-not-comparable', params: { type: 'name' } }] },
    })
  })

  it.each([
    ['राम शर्मा', 'रमा शर्मा'],
    ['สมชาย มานี', 'สมชาย มาน'],
    ['ハナ タナカ', 'バナ タナカ'],
    ['Иван Майков', 'Иван Маиков'],
  ])('a name of other letters in its script: %s, %s', async (name, other) => {
    expect(await holder(owner(name, BORN), name, BORN)).toBe('matches')
    expect(await holder(owner(name, BORN), other, BORN)).toBe('unknown')
  })

  it('two dates of birth, of which one is right', async () => {
    const two = owner(NAME, BORN, said('dateOfBirth', '1980-01-01'))
    expect(await holder(two, NAME, BORN)).toBe('differs')
  })

  it('a hash that calls itself a name', async () => {
    const hashed = { ...said('name', NAME), hashed: true }
    expect(await holder({ identities: [hashed, said('dateOfBirth', BORN)] }, NAME, BORN)).toBe(
      'unknown',
    )
  })
})

it('nothing is asked where nothing is entered', async () => {
  expect(personIdentities(' ', '')).toEqual([])
  expect(await holder(ANA, ' ', '')).toBe('not-asked')
})

it('an address that matches suffices, and one that differs is said', async () => {
  const recipient = owner(NAME, BORN, said('email', 'ana@learner.example'))
  expect(await holder(recipient, 'Eve', BORN, 'ana@learner.example')).toBe('matches')
  expect(await holder(recipient, 'Eve', BORN, 'eve@learner.example')).toBe('differs')
})

it('what was entered stays out of the finding', async () => {
  const found = await matchRecipient(ANA, personIdentities('Secret Name', '1980-01-01'))
  expect(JSON.stringify(found)).not.toMatch(/Secret|1980/)
})

describe('of two credentials', () => {
  it('neither a name nor a birthday makes one person', async () => {
    expect(await compareRecipients(ANA, owner('Eve', BORN))).toBe('unknown')
    expect(await compareRecipients(ANA, owner(NAME, '1980-01-01'))).toBe('unknown')
    // As a profile spells the type.
    const spelled = { identities: [said('birthdate', BORN)] }
    expect(await compareRecipients(spelled, spelled)).toBe('unknown')
  })
})

it('a date of birth is no telephone number', async () => {
  expect((await matchRecipient(ANA, [BORN])).holder).toBe('unknown')
})
