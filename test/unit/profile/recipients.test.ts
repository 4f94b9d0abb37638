import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ProfileSource } from '../../../src/profile/awards'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import type { Recipient, RecipientIdentity } from '../../../src/verifier/credential'
import { badge } from './some-badge'

const MIRA = 'mira@mail.example'
const JONAS = 'jonas@mail.example'

const plain = (value: string): RecipientIdentity => ({ type: 'email', value, hashed: false })
const hashed = (value: string, salt: string): RecipientIdentity => ({
  type: 'email',
  value: `sha256$${createHash('sha256').update(`${value}${salt}`).digest('hex')}`,
  ...{ hashed: true, salt },
})
const of = (...identities: RecipientIdentity[]): Recipient => ({ identities })
const to = (id: string, recipient: Recipient, facts = {}): ProfileSource =>
  badge(id, { credential: { recipient }, ...facts })

const recipientsOf = async (...sources: ProfileSource[]) => {
  const { recipients, contradictions } = await summariseProfile(sources)
  return { ...recipients, contradictions }
}

test('one recipient of all badges', async () => {
  const found = await recipientsOf(to('a', of(plain(MIRA))), to('b', of(plain(MIRA))))
  expect(found).toEqual({
    comparison: 'same',
    groups: [{ identities: [{ type: 'email', value: MIRA }], badges: ['a', 'b'] }],
    contradictions: [],
  })
})

test('a plain address and its hash are one', async () => {
  const { comparison, groups } = await recipientsOf(
    to('a', of(plain(MIRA))),
    to('b', of(hashed(MIRA, 'one'))),
    to('c', of(hashed(MIRA, 'two'))),
  )
  expect(comparison).toBe('same')
  expect(groups).toEqual([
    { identities: [{ type: 'email', value: MIRA }], badges: ['a', 'b', 'c'] },
  ])
})

test('an address is one however its type is spelt, and a number only within its system', async () => {
  const spelt = (type: string, identity: RecipientIdentity) => of({ ...identity, type })
  const hash = hashed(MIRA, 'salt')
  expect(
    (await recipientsOf(to('a', spelt('email', hash)), to('b', spelt('emailAddress', hash))))
      .comparison,
  ).toBe('same')
  const number = plain('4711')
  expect(
    (await recipientsOf(to('a', spelt('sourcedId', number)), to('b', spelt('systemId', number))))
      .comparison,
  ).toBe('unknown')
})

test('badges of two people on one page contradict each other', async () => {
  const { comparison, contradictions } = await recipientsOf(
    to('a', of(plain(MIRA))),
    to('b', of(hashed(JONAS, 'salt'))),
    to('c', of(hashed('somebody', 'else'))),
  )
  expect(comparison).toBe('differ')
  expect(contradictions).toContainEqual({ code: 'recipients-differ', badges: ['a', 'b', 'c'] })
})

test('somebody else’s badge is seen although nobody vouches for its issuer', async () => {
  const { comparison } = await recipientsOf(
    to('a', of(plain(MIRA))),
    to('b', of(plain(JONAS)), { verdict: 'authentic' }),
  )
  expect(comparison).toBe('differ')
})

test('somebody else’s badge that does not hold says nothing about the others', async () => {
  const { comparison } = await recipientsOf(
    to('a', of(plain(MIRA))),
    to('b', of(plain(MIRA))),
    to('c', of(plain(JONAS)), { verdict: 'invalid' }),
  )
  expect(comparison).toBe('same')
})

test('hashes of different salts cannot be compared: neither one nor two people', async () => {
  const { comparison, groups, contradictions } = await recipientsOf(
    to('a', of(hashed(MIRA, 'one'))),
    to('b', of(hashed(JONAS, 'two'))),
  )
  expect(comparison).toBe('unknown')
  expect(groups).toEqual([
    { identities: [], hashedOnly: true, badges: ['a'] },
    { identities: [], hashedOnly: true, badges: ['b'] },
  ])
  expect(contradictions).toEqual([])
  expect(JSON.stringify(groups)).not.toContain('sha256')
})

test('a badge for nobody is not for the same person as another for nobody', async () => {
  expect((await recipientsOf(to('a', of()), to('b', of()))).comparison).toBe('unknown')
})

test('one badge alone has nothing to be compared with', async () => {
  expect((await recipientsOf(to('a', of(plain(MIRA))))).comparison).toBe('one')
})

test('a name is no address of a person', async () => {
  const named = (value: string): RecipientIdentity => ({ type: 'name', value, hashed: false })
  const { comparison } = await recipientsOf(
    to('a', of(named('Kim'), hashed(MIRA, '1'))),
    to('b', of(named('Kim'), hashed(JONAS, '2'))),
  )
  expect(comparison).toBe('unknown')
})

test('two hundred recipients are an answer all the same', async () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    to(`b${index}`, of(hashed(`${index}@mail.example`, `${index}`))),
  )
  expect((await recipientsOf(...many)).groups).toHaveLength(200)
})
