/** What stands for an identity where the identity itself is not kept. */
import { describe, expect, it } from 'vitest'
import type { RecipientIdentity } from '../../../../src/verifier/credential'
import {
  keyOf,
  keyOfPerson,
  keysStatedBy,
  statesHash,
} from '../../../../src/verifier/recipients/identity-key'
import { matchRecipient } from '../../../../src/verifier/recipients/match'

const said = (type: string, value: string, hashed = false): RecipientIdentity => ({
  ...{ type, value, hashed },
})
const keysOf = (...identities: RecipientIdentity[]) =>
  keysStatedBy({ identities }).map(({ key }) => `${key.kind} ${key.text}`)
const HASH = `sha256$${'a'.repeat(64)}`

describe('the key of an identity', () => {
  it.each([
    ['Ada@Mail.Example', ' mailto:ada@mail.example '],
    ['https://Ada.example/me', 'http://ada.example/me/'],
    ['ada@münchen.example', 'ada@xn--mnchen-3ya.example'],
    ['https://uni.example/~ada', 'https://uni.example/%7eada'],
    ['+49 (89) 1234', 'tel:+49891234'],
    ['did:web:ada.example', ' did:web:ada.example'],
  ])('is one for %j and %j', (one, other) => {
    expect(keyOf(one)).toBeDefined()
    expect(keyOf(one)).toEqual(keyOf(other))
  })

  // Slow hashes of them are kept.
  it.each([
    ['Ada+B%41@Mail.Example', 'ada+b%41@mail.example'],
    ['Zoé@XN--mnchen-3ya.example', 'zoé@xn--mnchen-3ya.example'],
    ['http://Ada.example/Zoé?q=~"1"#x', 'https://ada.example/Zo%C3%A9?q=~%221%22#x'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example'],
  ])('stays as it was for %j', (identity, text) => {
    expect(keyOf(identity)?.text).toBe(text)
  })

  it.each([
    ...['', ' ', 'mailto:', 'Ada Lovelace', '4711', 'name:Ada', 'born:1999-01-01'],
    ...['https://', 'HTTP:///', 'https://exa mple/', 'did:', 'did:web', 'did:web:', 'did::ada'],
  ])('is none for %j, which tells nobody', (text) => {
    expect(keyOf(text)).toBeUndefined()
  })

  it('is of a name and a date of birth together, in whatever order the name is written', () => {
    expect(keyOfPerson('Andromeda, Ána', '1999-10-02')).toEqual(
      keyOfPerson('ana ANDROMEDA', ' 1999-10-02'),
    )
    expect(keyOfPerson('Ana', '1999-10-02')).not.toEqual(keyOfPerson('Ana', '1999-10-03'))
    for (const [name, born] of [
      ['', '1999-10-02'],
      ['Ana', ''],
      ['Ana', 'October'],
      ['…', '1999-10-02'],
    ] as const)
      expect(keyOfPerson(name, born)).toBeUndefined()
  })
})

describe('the keys that a credential states', () => {
  it('are those of its plain statements alone', () => {
    expect(
      keysOf(
        said('email', 'Ada@mail.example'),
        said('email', HASH, true),
        // A hash that calls itself none.
        said('email', HASH),
        said('name', 'ada@mail.example'),
        said('other', 'Ada Lovelace'),
        said('systemId', '0301234567'),
        said('ext:studentNumber', '20231234'),
        said('isbn', '978-3-16-148410-0'),
      ),
    ).toEqual(['email ada@mail.example'])
    expect(keysOf(said('ext:tel', '030 1234567'))).toEqual(['telephone 0301234567'])
    expect(keysStatedBy({ id: 'did:key:z1', identities: [] })[0]?.key.kind).toBe('did')
  })

  it('stand for identities that `matchRecipient` matches', async () => {
    const identities = [said('name', 'Ana Andromeda'), said('dateOfBirth', '1999-10-01T22:00:00Z')]
    const [first, next] = keysStatedBy({ identities })
    expect(next?.key).toEqual(keyOfPerson('Ana Andromeda', '1999-10-02'))
    for (const stated of [first, next])
      expect((await matchRecipient({ identities }, stated?.identities ?? [])).holder).toBe(
        'matches',
      )
  })

  it('are those of all addresses, and of a few people', () => {
    const many = Array.from({ length: 500 }, (_, index) => said('email', `a${index}@mail.example`))
    expect(keysOf(...many)).toHaveLength(500)
    const names = many.map(({ value }) => said('name', value))
    const days = names.map((_, index) => said('dateOfBirth', `1999-10-${10 + (index % 20)}`))
    expect(keysOf(...names, ...days)).toHaveLength(20)
  })

  it('is not all where a hash stands beside them, declared or not', () => {
    expect(statesHash({ identities: [said('email', 'ada@mail.example')] })).toBe(false)
    expect(statesHash({ identities: [said('email', HASH)] })).toBe(true)
    expect(statesHash({ identities: [said('email', 'who knows', true)] })).toBe(true)
  })
})
