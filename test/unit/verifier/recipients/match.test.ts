import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Recipient, RecipientIdentity } from '../../../../src/verifier/credential'
import { matchRecipient } from '../../../../src/verifier/recipients/match'

const ADA = 'ada@learner.example'
const hash = (algorithm: string, text: string) =>
  `${algorithm}$${createHash(algorithm).update(text).digest('hex')}`

const email = (value: string, more: Partial<RecipientIdentity> = {}): Recipient => ({
  identities: [{ type: 'email', value, hashed: value.includes('$'), ...more }],
})

const holder = async (recipient: Recipient, ...identities: string[]) =>
  (await matchRecipient(recipient, identities)).holder

describe('a hashed e-mail address', () => {
  test.each(['md5', 'sha1', 'sha256', 'sha512'])(
    '%s matches with and without salt',
    async (name) => {
      expect(await holder(email(hash(name, ADA)), ADA)).toBe('matches')
      const salted = email(hash(name, `${ADA}s4lt`), { salt: 's4lt' })
      expect(await holder(salted, ADA)).toBe('matches')
      expect(await holder(salted, 'eve@learner.example')).toBe('differs')
      expect(await holder(email(hash(name, ADA), { salt: 's4lt' }), ADA)).toBe('differs')
      expect(await holder(email(hash(name, `s4lt${ADA}`), { salt: 's4lt' }), ADA)).toBe('differs')
    },
  )

  test.each([
    ['Ada.Learner@site.example', 'ada.learner@site.example'],
    ['ada@learner.example', 'Ada@Learner.example'],
    ['ADA@LEARNER.EXAMPLE', 'ada@learner.example'],
    ['Ada@learner.example', 'Ada@Learner.Example'],
    ['mailto:ada@learner.example', 'ada@learner.example'],
    ['ada@learner.example', 'mailto:ada@learner.example'],
    ['ada@learner.example', '  ada@learner.example\n'],
  ])('of %j is found for %j', async (hashed, asked) => {
    expect(await holder(email(hash('sha256', hashed)), asked)).toBe('matches')
  })

  test.each(['sha1', 'sha256', 'sha512'])('may be written with a hyphen: %s', async (name) => {
    const value = hash(name, ADA).replace('sha', 'SHA-')
    expect(await holder(email(value), ADA)).toBe('matches')
    expect(await holder(email(value), 'eve@learner.example')).toBe('differs')
  })

  test('is found however its accents are composed', async () => {
    const [composed, decomposed] = ['zoé@learner.example', 'zoe\u0301@learner.example']
    expect(composed).not.toBe(decomposed)
    for (const [written, asked] of [
      [composed, decomposed],
      [decomposed, composed],
    ] as const) {
      expect(await holder(email(hash('sha256', written)), asked)).toBe('matches')
      expect(await holder(email(written), asked)).toBe('matches')
    }
    expect(await holder(email(hash('sha256', composed)), 'zoe@learner.example')).toBe('differs')
  })

  test('may be written with capitals and a hyphen', async () => {
    const value = hash('sha256', ADA).toUpperCase().replace('SHA256', 'SHA-256')
    expect(await holder(email(value), ADA)).toBe('matches')
  })

  test('is a hash also where the badge forgot to say so', async () => {
    const forgotten = email(hash('sha256', ADA), { hashed: false })
    expect(await holder(forgotten, ADA)).toBe('matches')
    expect(await holder(forgotten, 'eve@learner.example')).toBe('differs')
    expect(await holder(forgotten, hash('sha256', ADA))).not.toBe('matches')
  })
})

describe('what cannot be compared is unknown, with its type', () => {
  test.each([
    ['an unknown algorithm', email(`sha3$${'a'.repeat(64)}`, { hashed: true }), 'sha3'],
    ['a name of the prototype', email('constructor$aa', { hashed: true }), 'constructor'],
    ['a digest of the wrong length', email('sha256$abcd', { hashed: true }), 'sha256'],
    ['a digest that is no hexadecimal', email(`md5$${'z'.repeat(32)}`, { hashed: true }), 'md5'],
    ['a hash without an algorithm', email('abcdef', { hashed: true }), 'unknown'],
    ['the plain address, called a hash', email(ADA, { hashed: true }), 'unknown'],
    ['a SHA-1 digest called sha256', email(`sha256$${'a'.repeat(40)}`, { hashed: true }), 'sha256'],
    ['a salt that is no text', email(hash('md5', ADA), { saltUnusable: true }), 'md5'],
    ['a salt of a megabyte', email(hash('md5', ADA), { salt: 's'.repeat(1_000_000) }), 'md5'],
    ['a DID alone', { id: 'did:key:z6MkAda', identities: [] }, 'did'],
    ['nothing at all', { identities: [] }, 'none'],
    ['a blank value', email('  '), 'none'],
    ['a name', { identities: [{ type: 'name', value: 'Ada', hashed: false }] }, 'name'],
    [
      'a student number',
      { identities: [{ type: 'sourcedId', value: 'S1', hashed: false }] },
      'sourcedId',
    ],
  ])('%s', async (_name, recipient: Recipient, type) => {
    expect(await matchRecipient(recipient, [ADA])).toMatchObject({
      holder: 'unknown',
      check: {
        id: 'recipient',
        outcome: 'unknown',
        reasons: [{ code: 'holder-not-comparable', params: { type } }],
      },
    })
  })

  test('one hash that cannot be compared keeps another from saying “somebody else”', async () => {
    const recipient: Recipient = {
      identities: [
        { type: 'email', value: hash('sha256', 'other@learner.example'), hashed: true },
        { type: 'email', value: 'sha3$abcdef', hashed: true },
      ],
    }
    expect(await holder(recipient, ADA)).toBe('unknown')
    expect(await holder(recipient, 'other@learner.example')).toBe('matches')
  })

  test.each([
    ['ext:studentNumber', '20231234'],
    ['ext:employeeId', '20231234'],
    ['identifier', '20231234'],
    ['email', '20231234'],
    ['systemId', '0301234567'],
    ['productId', '20231234'],
    ['isbn', '978-3-16-148410-0'],
    ['issn', '2049-3630'],
    ['ltiContextId', 'https://course.example/1'],
  ])('a number of a system says nothing of a telephone number: %s %s', async (type, value) => {
    const plain: Recipient = { identities: [{ type, value, hashed: false }] }
    const hashed = [value, `${value}s4lt`].map((text): Recipient => {
      const salt = text === value ? {} : { salt: 's4lt' }
      return { identities: [{ type, value: hash('sha256', text), hashed: true, ...salt }] }
    })
    for (const asked of ['+49 30 1234567', '030 1234567', '12345678', value])
      for (const recipient of [plain, ...hashed])
        expect(await holder(recipient, asked)).toBe('unknown')
  })

  test.each(['identifier', 'ext:login', 'schema:identifier'])(
    'what looks like an address is one under %s, too',
    async (type) => {
      const said = (value: string): Recipient => ({ identities: [{ type, value, hashed: false }] })
      expect(await holder(said(ADA), ADA)).toBe('matches')
      expect(await holder(said(ADA), 'eve@learner.example')).toBe('differs')
      expect(await holder(said('+49 123'), 'tel:+49123')).toBe('matches')
      expect(await holder(said('tel:12345'), '12345')).toBe('matches')
    },
  )

  test.each([
    ...['tel', 'ext:tel', 'phone', 'phoneNumber', 'ext:phoneNumber', 'phone_number', 'mobile'],
    ...['ext:mobile', 'mobilePhone', 'cellphone', 'telephoneNumber', 'schema:telephone', 'msisdn'],
    ...['', 'id'],
  ])('a telephone number is one under %j', async (type) => {
    const value = '0301234567'
    for (const said of [
      { type, value, hashed: false },
      { type, value: hash('sha256', value), hashed: true },
    ])
      expect(await holder({ identities: [said] }, '030 1234567')).toBe('matches')
  })

  test('an address says nothing of a telephone number', async () => {
    const recipient: Recipient = {
      identities: [{ type: 'telephone', value: hash('sha256', '+4912345678'), hashed: true }],
    }
    expect(await holder(recipient, ADA)).toBe('unknown')
    expect(await holder(recipient, '+49 123 456 78')).toBe('matches')
    // Of a hash nobody knows the spelling that was hashed.
    expect(await holder(recipient, 'tel:+4987654321')).toBe('unknown')
  })

  test.each(['0049 30 1234567', '+49 (0)30 1234567', '030 1234567', '1234567'])(
    'a telephone number may be the same in another spelling: %s',
    async (asked) => {
      const value = '+49 30 1234567'
      const eve: RecipientIdentity = { type: 'email', value: 'eve@learner.example', hashed: false }
      const phone = { type: 'telephone', value, hashed: false }
      for (const said of [phone, { ...phone, value: hash('sha256', value), hashed: true }]) {
        expect(await matchRecipient({ identities: [said] }, [asked])).toMatchObject({
          check: { reasons: [{ code: 'holder-not-comparable', params: { type: 'telephone' } }] },
        })
        expect(await holder({ identities: [eve, said] }, asked, ADA)).toBe('unknown')
      }
      expect(await holder({ identities: [phone] }, '+49 30 7654321')).toBe('differs')
    },
  )
})

describe('plain identities', () => {
  test.each<[string, Recipient, string]>([
    ['e-mail, whatever the case', email('Ada@Learner.example'), ADA],
    ['mailto: as subject', { id: 'mailto:ada@learner.example', identities: [] }, ADA],
    ['DID as subject', { id: 'did:key:z6MkAda', identities: [] }, 'did:key:z6MkAda'],
    ['URL as subject', { id: 'https://ada.example/', identities: [] }, 'https://ada.example'],
    [
      'URL that lost its https',
      { id: 'http://ada.example/me', identities: [] },
      'https://ADA.example/me/',
    ],
    [
      'telephone with other separators',
      { identities: [{ type: 'telephone', value: 'tel:+49-123-45678', hashed: false }] },
      '+49 123 45678',
    ],
    [
      'OB 3.0 identifier of another kind',
      { identities: [{ type: 'sourcedId', value: 'S-1', hashed: false }] },
      'S-1',
    ],
  ])('%s matches', async (_name, recipient, asked) => {
    expect(await holder(recipient, asked)).toBe('matches')
  })

  test.each([
    ['ada@xn--mnchen-3ya.example', 'Ada@München.example'],
    ['mailto:ada%2Bbadge@learner.example', 'ada+badge@learner.example'],
    ['mailto:ada@learner.example?subject=Badge', ADA],
    ['https://uni.example/%7Eada', 'https://uni.example/~ada'],
    ['https://uni.example/%c3%a9ve', 'https://uni.example/éve'],
    ['https://xn--mnchen-3ya.example/ada', 'https://münchen.example/ada'],
  ])('%s is %s', async (one, other) => {
    for (const [value, asked] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(await holder(email(value), asked)).toBe('matches')
      expect(await holder({ id: value, identities: [] }, asked)).toBe('matches')
    }
  })

  test.each([
    ['mailto:ada%40learner.example', 'ada@learner.example'],
    ['ada%2Bbadge@learner.example', 'ada+badge@learner.example'],
    ['ada@mun?chen.examplé', 'ada@mun'],
    ['https://uni.example/a%2Fb', 'https://uni.example/a/b'],
    ['https://uni.example/%257Eada', 'https://uni.example/~ada'],
  ])('%s is not %s', async (one, other) => {
    expect(await holder(email(one), other)).not.toBe('matches')
    expect(await holder(email(other), one)).not.toBe('matches')
  })

  test.each<[Recipient, string]>([
    [email('ada@learner.example.evil.example'), ADA],
    [{ id: 'did:key:z6MkAda', identities: [] }, 'did:key:z6mkada'],
    [{ id: 'https://ada.example/me', identities: [] }, 'https://ada.example/Me'],
  ])('%j differs from %s', async (recipient, asked) => {
    expect(await holder(recipient, asked)).toBe('differs')
  })
})

test.each(['https://schema.org/email', 'schema:email', 'https://w3id.example/vocab#Email'])(
  'a hash of the type %s is that of an address',
  async (type) => {
    const recipient: Recipient = {
      identities: [{ type, value: hash('sha256', ADA), hashed: true }],
    }
    expect(await holder(recipient, ADA)).toBe('matches')
    expect(await holder(recipient, 'eve@learner.example')).toBe('differs')
  },
)

describe('a hash of another spelling', () => {
  test.each([
    ['email', 'ada@xn--mnchen-3ya.example', 'Ada@München.example'],
    ['email', 'ada+badge@learner.example', 'mailto:ada%2Bbadge@learner.example'],
    ['url', 'https://uni.example/%7Eada', 'https://uni.example/~ada'],
    ['url', 'https://uni.example/~ada', 'https://uni.example/%7Eada'],
    ['url', 'https://uni.example/éve', 'https://uni.example/%c3%a9ve'],
    ['url', 'https://uni.example/%C3%A9ve', 'https://uni.example/éve'],
  ])('of the %s %s is found for %s', async (type, hashed, asked) => {
    const recipient = { identities: [{ type, value: hash('sha256', hashed), hashed: true }] }
    expect(await holder(recipient, asked)).toBe('matches')
  })

  test('is not found where an escape means another address', async () => {
    const value = hash('sha256', 'https://uni.example/a/b')
    const recipient = { identities: [{ type: 'url', value, hashed: true }] }
    expect(await holder(recipient, 'https://uni.example/a%2Fb')).toBe('differs')
  })

  test('may be of a domain that is asked about in ASCII', async () => {
    const recipient = email(hash('sha256', 'ada@münchen.example'))
    expect(await holder(recipient, 'ada@xn--mnchen-3ya.example')).toBe('unknown')
    expect(await holder(recipient, 'ada@münchen.example')).toBe('matches')
    expect(await holder(recipient, 'eve@münchen.example')).toBe('differs')
  })
})

test('a hashed URL is found with and without its last slash', async () => {
  const url = (value: string): Recipient => ({
    identities: [{ type: 'url', value: hash('sha256', value), hashed: true }],
  })
  expect(await holder(url('https://ada.example/'), 'https://ada.example')).toBe('matches')
  expect(await holder(url('https://ada.example/me'), 'https://ada.example/me/')).toBe('matches')
  expect(await holder(url('http://ada.example/me'), 'https://ada.example/me')).toBe('matches')
  expect(await holder(url('https://ada.example/me'), 'https://ada.example/you')).toBe('differs')
})

test('an OB 3.0 badge may name the holder by several identifiers; one is enough', async () => {
  const recipient: Recipient = {
    id: 'did:key:z6MkAda',
    identities: [
      { type: 'emailAddress', value: hash('sha256', 'old@learner.example'), hashed: true },
      { type: 'emailAddress', value: hash('sha256', `${ADA}salt`), hashed: true, salt: 'salt' },
    ],
  }
  expect(await holder(recipient, ADA)).toBe('matches')
  expect(await holder(recipient, 'did:key:z6MkAda')).toBe('matches')
  expect(await holder(recipient, 'eve@learner.example')).toBe('differs')
  expect(await holder(recipient, 'eve@learner.example', ADA)).toBe('matches')
})

describe('of many statements', () => {
  const many = (count: number, isHash: boolean): Recipient => ({
    identities: Array.from({ length: count }, (_, index) => {
      const value = `p${index}@learner.example`
      return { type: 'email', value: isHash ? hash('sha256', value) : value, hashed: isHash }
    }),
  })

  test('every plain one is compared', async () => {
    expect(await holder(many(300, false), 'p299@learner.example')).toBe('matches')
    expect(await holder(many(300, false), ADA)).toBe('differs')
  })

  test.each([
    ['hashed', 21, true],
    ['plain', 1001, false],
  ])('%s ones that are too many to compare may be the one', async (_, count, isHash) => {
    const last = `p${count - 1}@learner.example`
    expect(await matchRecipient(many(count, isHash), [last])).toMatchObject({
      check: { reasons: [{ code: 'holder-not-comparable', params: { type: 'email' } }] },
    })
    expect(await holder(many(count - 1, isHash), last)).toBe('differs')
    expect(await holder(many(count, isHash), 'p1@learner.example')).toBe('matches')
  })

  test('a hash behind many plain ones is compared', async () => {
    const { identities } = many(30, false)
    const last = email(hash('sha256', ADA)).identities
    expect(await holder({ identities: [...identities, ...last] }, ADA)).toBe('matches')
  })
})

describe('attacks', () => {
  test.each(['', '   ', '\n'])('a blank identity (%j) is not asked about', async (blank) => {
    const finding = await matchRecipient(email(hash('sha256', '')), [blank])
    expect(finding).toMatchObject({
      holder: 'not-asked',
      check: { outcome: 'not-applicable', reasons: [{ code: 'holder-not-asked' }] },
    })
  })

  test.each(['https://', 'http://', 'did:', 'did:web:', 'mailto:', 'tel:'])(
    'a statement that names nothing (%j) says nothing',
    async (value) => {
      const recipient: Recipient = { id: value, identities: email(value).identities }
      for (const asked of ['https://', 'http://', 'did:', 'did:web:'])
        expect(await holder(recipient, asked)).toBe('not-asked')
      for (const asked of [ADA, 'https://ada.example', 'did:web:ada.example', '+49 30 1234567'])
        expect(await holder(recipient, asked)).toBe('unknown')
    },
  )

  test.each(['mailto:', ' MAILTO: ', 'tel:', '()-./ ()'])(
    'an identity that names nothing (%j) does not match a hash of nothing',
    async (blank) => {
      const ofNothing: Recipient = {
        identities: ['', 'mailto:', 'tel:', 's4lt'].map((text) => ({
          type: 'email',
          value: hash('sha256', text),
          hashed: true,
        })),
      }
      expect(await holder(ofNothing, blank)).toBe('not-asked')
      expect(await holder(email('mailto:'), blank)).toBe('not-asked')
    },
  )

  test('a salt that cannot be used does not hide a plain address', async () => {
    expect(await holder(email(ADA, { saltUnusable: true }), ADA)).toBe('matches')
  })

  test('a blank value in the badge matches nobody', async () => {
    expect(await holder({ id: '', identities: [] }, ADA)).toBe('unknown')
  })

  test.each(['name', 'schema:name', '', 'id', 'email', 'fullName', 'https://x.example/Name'])(
    'a name is no identity, even when it is the one asked about: of type %j',
    async (type) => {
      for (const asked of ['Ada Learner', ADA, 'mailto:ada learner']) {
        for (const value of ['Ada Learner', 'ada learner', 'mailto:ada learner']) {
          const plain: Recipient = { identities: [{ type, value, hashed: false }] }
          expect(await holder(plain, asked)).toBe('unknown')
        }
        const value = hash('sha256', 'Ada Learner')
        const hashed: Recipient = { identities: [{ type, value, hashed: true }] }
        expect(await holder(hashed, asked)).not.toBe('matches')
      }
      const subject: Recipient = { id: 'Ada Learner', identities: [] }
      expect(await holder(subject, 'Ada Learner')).toBe('unknown')
    },
  )

  test('no identity enters the finding, in plain or hashed', async () => {
    for (const recipient of [email(ADA), email(hash('sha256', ADA)), email('x@y.example')]) {
      const finding = JSON.stringify(await matchRecipient(recipient, [ADA]))
      expect(finding).not.toContain('ada')
      expect(finding).not.toContain('$')
      expect(finding).not.toContain('x@y')
    }
  })
})
