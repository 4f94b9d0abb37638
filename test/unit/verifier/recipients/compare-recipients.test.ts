import { describe, expect, it } from 'vitest'
import type { RecipientIdentity } from '../../../../src/verifier/credential'
import { compareRecipients } from '../../../../src/verifier/recipients/compare-recipients'
import { hashIdentity } from '../../../../src/verifier/recipients/identity-hash'

const plain = (value: string): RecipientIdentity => ({
  type: 'emailAddress',
  value,
  hashed: false,
})

async function hashed(value: string, salt: string): Promise<RecipientIdentity> {
  const hex = await hashIdentity('sha256', value, salt)
  return { type: 'emailAddress', value: `sha256$${hex}`, hashed: true, salt }
}

const mira = 'mira@mail.example'
const jonas = 'jonas@mail.example'
const by = (...identities: RecipientIdentity[]) => ({ identities })
const did = (id: string, ...identities: RecipientIdentity[]) => ({ id, identities })

describe('compareRecipients', () => {
  it('knows one person by one id, one address, or one address and its hash', async () => {
    expect(await compareRecipients(did('did:x:1'), did('did:x:1'))).toBe('same')
    expect(await compareRecipients(by(plain(mira)), by(plain(mira)))).toBe('same')
    expect(await compareRecipients(by(plain(mira)), by(await hashed(mira, 'a')))).toBe('same')
    expect(await compareRecipients(by(await hashed(mira, 'a')), by(plain(mira)))).toBe('same')
    expect(await compareRecipients(by(await hashed(mira, 'a')), by(await hashed(mira, 'a')))).toBe(
      'same',
    )
    expect(await compareRecipients(did('did:x:1', plain(mira)), did('did:x:2', plain(mira)))).toBe(
      'same',
    )
  })

  it('knows one person by two spellings of an address', async () => {
    const [one, other] = ['ada@münchen.example', 'ada@xn--mnchen-3ya.example']
    expect(await compareRecipients(by(plain(one)), by(plain(other)))).toBe('same')
    const pages = ['https://uni.example/~ada', 'https://uni.example/%7Eada'] as const
    expect(await compareRecipients(did(pages[0]), did(pages[1]))).toBe('same')
  })

  it('tells two people apart', async () => {
    expect(await compareRecipients(did('did:x:1'), did('did:x:2'))).toBe('differs')
    expect(await compareRecipients(by(plain(mira)), by(await hashed(jonas, 'a')))).toBe('differs')
  })

  it('says nothing where nothing can be compared', async () => {
    expect(await compareRecipients(by(), by(plain(mira)))).toBe('unknown')
    expect(await compareRecipients(did('did:x:1'), by(await hashed(mira, 'a')))).toBe('unknown')
    expect(await compareRecipients(by(await hashed(mira, 'a')), by(await hashed(mira, 'b')))).toBe(
      'unknown',
    )
  })

  it('says nothing of two numbers that may be one', async () => {
    const phone = (value: string) => by({ type: 'telephone', value, hashed: false })
    const own = phone('+49 30 1234567')
    expect(await compareRecipients(own, phone('+49301234567'))).toBe('same')
    for (const value of ['030 1234567', '0049 30 1234567', '+49 (0)30 1234567']) {
      expect(await compareRecipients(own, phone(value))).toBe('unknown')
      const id = did(`tel:${value.replaceAll(' ', '')}`)
      expect(await compareRecipients(did('tel:+49301234567'), id)).toBe('unknown')
    }
    expect(await compareRecipients(own, phone('+49 30 7654321'))).toBe('differs')
    expect(await compareRecipients(did('tel:+4930123'), did('tel:+4930124'))).toBe('differs')
  })

  it('tells nobody apart where it did not compare all', async () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, index) => plain(`p${index}@mail.example`))
    expect(await compareRecipients(by(...people(20)), by(plain(mira)))).toBe('differs')
    expect(await compareRecipients(by(...people(21)), by(plain(mira)))).toBe('unknown')
    expect(await compareRecipients(by(plain(mira)), by(...people(21)))).toBe('unknown')
    const last = await hashed('p5@mail.example', 'a')
    expect(await compareRecipients(by(...people(5)), by(last))).toBe('differs')
    expect(await compareRecipients(by(...people(6)), by(last))).toBe('unknown')
    expect(await compareRecipients(by(...people(6)), by(plain('p5@mail.example')))).toBe('same')
    expect(await compareRecipients(by(...people(6)), by(...people(20).slice(6)))).toBe('differs')
  })

  it('takes nobody for another by a name', async () => {
    const name = (value: string, type = 'name') => ({ type, value, hashed: false })
    for (const type of ['name', 'schema:name', '', 'id', 'emailAddress', 'fullName']) {
      const john = name('John Smith', type)
      expect(await compareRecipients(by(john), by(john))).toBe('unknown')
      expect(await compareRecipients(did('did:x:1', john), did('did:x:2', john))).toBe('differs')
    }
    const named = { ...(await hashed('John Smith', 'a')), type: 'name' }
    expect(await compareRecipients(by(named), by(named))).toBe('unknown')
    expect(await compareRecipients(did('John Smith'), did('John Smith'))).toBe('unknown')
  })

  it('takes nobody for another for want of an address', async () => {
    const blanks = [plain(''), plain(' '), plain('mailto:'), await hashed('', 'a')]
    for (const blank of [...blanks, await hashed(' ', ''), await hashed('mailto:', 'a')]) {
      expect(await compareRecipients(by(blank), by(blank))).toBe('unknown')
      expect(await compareRecipients(did('did:x:1', blank), did('did:x:2', blank))).toBe('differs')
    }
    for (const blank of ['', 'https://', 'did:web:'])
      expect(await compareRecipients(did(blank), did(blank))).toBe('unknown')
  })

  it('knows a number again in the system that gave it, and in no other', async () => {
    const number = (type: string, value = '47-A') => ({ type, value, hashed: false })
    const school = by(number('sisSourcedId'))
    expect(await compareRecipients(school, by(number('sisSourcedId')))).toBe('same')
    expect(await compareRecipients(school, by(number('ltiUserId')))).toBe('unknown')
    const salted = { ...(await hashed('47-A', 'a')), type: 'ltiUserId' }
    expect(await compareRecipients(school, by(salted))).toBe('unknown')
  })

  it('says nothing of two numbers that one person may have', async () => {
    const number = (value: string, type = 'ext:studentNumber') => ({ type, value, hashed: false })
    const student = by(number('20231234'))
    expect(await compareRecipients(student, by(number('20231234')))).toBe('same')
    expect(await compareRecipients(student, by(number('11223344')))).toBe('unknown')
    expect(await compareRecipients(student, by(number('11223344', 'telephone')))).toBe('unknown')
    const salted = by({ ...(await hashed('20231234', 'a')), type: 'ext:studentNumber' })
    expect(await compareRecipients(salted, salted)).toBe('same')
    for (const type of ['telephone', 'ext:tel'])
      expect(await compareRecipients(salted, by(number('20231234', type)))).toBe('unknown')
    expect(await compareRecipients(salted, did('tel:20231234'))).toBe('unknown')
  })

  it('takes nobody for another for being in the same course', async () => {
    for (const type of ['ltiContextId', 'isbn', 'productId']) {
      const course = by({ type, value: 'https://course.example/1', hashed: false })
      expect(await compareRecipients(course, course)).toBe('unknown')
    }
  })
})
