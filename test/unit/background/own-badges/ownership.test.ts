/** Whose a badge is, by hashes of the user's identities and by what is in memory. */
import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type {
  HeldIdentity,
  OwnIdentities,
} from '../../../../src/background/own-badges/own-identities'
import { ownershipOf } from '../../../../src/background/own-badges/ownership'
import type { GivenIdentity } from '../../../../src/platform/messages'
import type { Credential, RecipientIdentity } from '../../../../src/verifier/credential'
import {
  keyOf,
  keyOfPerson,
  type IdentityKey,
} from '../../../../src/verifier/recipients/identity-key'
import type { VerificationReport } from '../../../../src/verifier/report'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const ADA = 'ada@mail.example'
const EVE = 'eve@mail.example'

interface Entered {
  identity: GivenIdentity
  inMemory?: boolean
  credentials?: string[]
}

/** As `OwnIdentities`, without the cost of slow hashes; `hashes` counts those that would have been made. */
function own(...entered: Entered[]): OwnIdentities & { hashes: () => number } {
  let hashes = 0
  const keys = entered.map(({ identity }) =>
    typeof identity === 'string'
      ? keyOf(identity)
      : keyOfPerson(identity.name, identity.dateOfBirth),
  )
  const all = entered.map(({ identity, inMemory = false, credentials = [] }, index) => ({
    ...{ id: String(index), kind: keys[index]?.kind, label: `no. ${index}` },
    held: { credentials, ...(inMemory && { identity }) },
  })) as unknown as HeldIdentity[]
  const isKeyOf = ({ id, kind }: HeldIdentity, key: IdentityKey, budget: { left: number }) => {
    if (kind !== key.kind) return Promise.resolve(false)
    if (budget.left-- <= 0) return Promise.resolve(undefined)
    hashes++
    return Promise.resolve(JSON.stringify(keys[Number(id)]) === JSON.stringify(key))
  }
  return { all: () => all, isKeyOf, hashes: () => hashes } as unknown as ReturnType<typeof own>
}

const said = (type: string, value: string): RecipientIdentity => ({ type, value, hashed: false })
const hashOf = (identity: string, salt = 'kelp'): RecipientIdentity => ({
  ...{ type: 'email', hashed: true, salt },
  value: `sha256$${createHash('sha256')
    .update(identity + salt)
    .digest('hex')}`,
})

function report(identities: RecipientIdentity[], more: Partial<VerificationReport> = {}) {
  const credential = { recipient: { identities } } as unknown as Credential
  return {
    ...{ kind: 'credential', verdict: 'authentic', authenticity: 'holds', holder: 'not-asked' },
    ...{ credential, parts: [], checks: [], source: { sha256: 'abc' } },
    ...more,
  } as unknown as VerificationReport
}

const found = async (identities: RecipientIdentity[], ...entered: Entered[]) =>
  (await ownershipOf(report(identities), own(...entered)))?.is

describe('a badge that names its holder in plain words', () => {
  it('is yours by the hash alone', async () => {
    const finding = await ownershipOf(
      report([said('email', 'Ada@Mail.example')]),
      own({ identity: ADA }),
    )
    expect(finding).toEqual({ is: 'yours', by: { kind: 'email', label: 'no. 0' } })
  })

  it('is another’s where an identity of the kind was compared', async () => {
    expect(await found([said('email', EVE)], { identity: ADA })).toBe('others')
    expect(await found([said('email', EVE)], { identity: ADA, inMemory: true })).toBe('others')
  })

  it('is nobody knows whose where none of the kind was entered', async () => {
    expect(await found([said('email', EVE)], { identity: 'did:web:ada.example' })).toBe('unknown')
    expect(await found([said('name', ADA)], { identity: ADA })).toBe('unknown')
    expect(await found([], { identity: ADA, inMemory: true })).toBe('unknown')
  })

  it('is yours by a name with a date of birth, and never another’s by a hash of them', async () => {
    const identity = { name: 'Ana Andromeda', dateOfBirth: '1999-10-02' }
    const ana = [said('name', 'Andromeda, Ana'), said('dateOfBirth', '1999-10-02')]
    const born = [said('name', 'Ana Andromeda'), said('dateOfBirth', '1980-01-01')]
    expect(await found(ana, { identity })).toBe('yours')
    expect(await found(ana.slice(0, 1), { identity })).toBe('unknown')
    expect(await found(born, { identity })).toBe('unknown')
    expect(await found(born, { identity, inMemory: true })).toBe('others')
  })
})

describe('a DID', () => {
  const DID = 'did:web:ada.example'
  const both = (identity: string) => [{ identity }, { identity, inMemory: true }]

  it('of another issuer’s making may be yours, too: it makes no badge another’s', async () => {
    for (const entered of both('did:key:zA'))
      expect(await found([said('id', 'did:key:zB')], entered)).toBe('unknown')
    const stated = [said('id', 'did:key:zB'), said('email', EVE)]
    for (const entered of both('did:key:zA')) {
      expect(await found(stated, entered)).toBe('unknown')
      expect(await found(stated, entered, { identity: ADA })).toBe('others')
    }
  })

  it('is yours where the badge names one of its keys, and not one whose document you are a part of', async () => {
    for (const entered of both(DID))
      expect(await found([said('id', `${DID}#key-1`)], entered)).toBe('yours')
    for (const entered of both(`${DID}#ada`)) {
      expect(await found([said('id', `${DID}#eve`)], entered)).toBe('unknown')
      expect(await found([said('id', DID)], entered)).toBe('unknown')
    }
    for (const entered of both(DID))
      expect(await found([said('id', `${DID}:eve#key-1`)], entered)).toBe('unknown')
  })
})

describe('a telephone number', () => {
  const NUMBER = '+49 30 1234567'
  const phone = (value: string) => [said('telephone', value)]
  const hashedPhone = { ...hashOf('030 1234567'), type: 'telephone' }

  it.each(['030 1234567', '+49 (0)30 1234567', '0049 30 1234567', 'tel:1234567'])(
    'may be yours in another spelling: %s',
    async (value) => {
      expect(await found(phone(value), { identity: NUMBER, inMemory: true })).toBe('unknown')
      expect(await found(phone(value), { identity: NUMBER })).toBe('unknown')
      const entered = [{ identity: NUMBER, inMemory: true }, { identity: ADA }]
      expect(await found([...phone(value), said('email', EVE)], ...entered)).toBe('unknown')
    },
  )

  it('with other digits at its end is another’s, where yours is there to compare', async () => {
    expect(await found(phone('030 7654321'), { identity: NUMBER, inMemory: true })).toBe('others')
    expect(await found(phone('030 7654321'), { identity: NUMBER })).toBe('unknown')
    expect(await found(phone(NUMBER), { identity: NUMBER })).toBe('yours')
  })

  it('that is hashed is so in one spelling, which may be another than yours', async () => {
    expect(await found([hashedPhone], { identity: NUMBER, inMemory: true })).toBe('unknown')
  })

  it('is no number that some system gave', async () => {
    for (const inMemory of [false, true]) {
      const entered = { identity: '030 1234567', inMemory }
      expect(await found([said('systemId', '0301234567')], entered)).toBe('unknown')
      expect(await found([said('ext:studentNumber', '20231234')], entered)).toBe('unknown')
    }
  })

  it('that is short is compared as far as it goes', async () => {
    const entered = { identity: '+49 89 12345', inMemory: true }
    expect(await found(phone('089 12345'), entered)).toBe('unknown')
    expect(await found(phone('089 54321'), entered)).toBe('others')
  })
})

describe('a badge that names many', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => said('email', `p${index}@mail.example`))

  it('is yours where you are the last of them', async () => {
    const identity = 'p29@mail.example'
    expect(await found(people(30), { identity, inMemory: true })).toBe('yours')
    expect(await found(people(20), { identity: 'p19@mail.example' })).toBe('yours')
  })

  it('is not another’s as long as one was not compared', async () => {
    expect(await found(people(20), { identity: ADA })).toBe('others')
    expect(await found(people(30), { identity: 'p29@mail.example' })).toBe('unknown')
    const hashes = people(30).map(({ value }) => hashOf(value))
    const entered = { identity: 'p29@mail.example', inMemory: true }
    expect(await found(hashes, entered)).toBe('unknown')
  })
})

describe('a badge that names its holder by a hash', () => {
  it('cannot be told by our own hash: it is neither yours nor another’s', async () => {
    expect(await found([hashOf(ADA)], { identity: ADA })).toBe('unknown')
    expect(await found([hashOf(EVE)], { identity: ADA })).toBe('unknown')
  })

  it('can be told while the identity is in memory', async () => {
    expect(await found([hashOf(ADA)], { identity: ADA, inMemory: true })).toBe('yours')
    expect(await found([hashOf(EVE)], { identity: ADA, inMemory: true })).toBe('others')
  })

  it('is not said to be another’s as long as one identity could not be compared', async () => {
    const entered = [{ identity: ADA, inMemory: true }, { identity: 'ada@school.example' }]
    expect(await found([hashOf(EVE)], ...entered)).toBe('unknown')
    expect(await found([said('email', EVE), hashOf(EVE)], { identity: ADA })).toBe('unknown')
  })

  it('is yours where it was compared as the identity was entered, and no other credential is', async () => {
    const entered = { identity: ADA, credentials: ['abc'] }
    expect(await found([hashOf(ADA)], entered)).toBe('yours')
    const other = report([hashOf(ADA)], { source: { sha256: 'abd', carrier: 'json' } })
    expect((await ownershipOf(other, own(entered)))?.is).toBe('unknown')
  })

  it('of an algorithm that nobody knows says nothing', async () => {
    const odd = { type: 'email', value: 'whirl$abc', hashed: true }
    expect(await found([odd], { identity: ADA, inMemory: true })).toBe('unknown')
  })
})

describe('a cheat', () => {
  it('who writes your address into an own badge that does not verify makes it none of yours', async () => {
    for (const authenticity of ['fails', 'unknown'] as const) {
      const forged = report([said('email', ADA)], { authenticity })
      expect((await ownershipOf(forged, own({ identity: ADA })))?.is).toBe('names-you')
      const others = report([said('email', EVE)], { authenticity })
      expect((await ownershipOf(others, own({ identity: ADA })))?.is).toBe('unknown')
    }
  })

  it('who names a thousand people costs a bounded number of hashes, and gets “unknown”', async () => {
    const people = Array.from({ length: 1000 }, (_, index) =>
      said('email', `p${index}@mail.example`),
    )
    const mine = own({ identity: ADA }, { identity: 'ada@school.example' })
    const budget = { left: 20 }
    const pages = Array.from({ length: 20 }, () => report(people))
    for (const page of pages) expect((await ownershipOf(page, mine, budget))?.is).not.toBe('yours')
    expect((await ownershipOf(report([said('email', ADA)]), mine, budget))?.is).toBe('unknown')
    expect(mine.hashes()).toBe(20)
  })

  it('who shows an endorsement, a badge class or nothing gets no word', async () => {
    const plain = [said('email', ADA)]
    for (const kind of ['endorsement', 'badge-class', 'profile', 'none'] as const)
      expect(await ownershipOf(report(plain, { kind }), own({ identity: ADA }))).toBeUndefined()
    expect(await ownershipOf(report(plain), own())).toBeUndefined()
  })

  it('who puts one of your badges into a presentation with another’s gets no “yours”', async () => {
    const part = (email: string) => report([said('email', email)])
    const shown = (...parts: VerificationReport[]) => {
      const { credential: _, ...rest } = report([], { kind: 'presentation', parts })
      return ownershipOf(rest, own({ identity: ADA }))
    }
    expect((await shown(part(ADA), part(ADA)))?.is).toBe('yours')
    expect((await shown(part(ADA), part(EVE)))?.is).toBe('unknown')
    expect((await shown())?.is).toBe('unknown')
  })
})

it('changes nothing in the report', async () => {
  const shown = report([said('email', ADA)])
  const before = structuredClone(shown)
  await ownershipOf(shown, own({ identity: ADA, inMemory: true }))
  expect(shown).toEqual(before)
})
