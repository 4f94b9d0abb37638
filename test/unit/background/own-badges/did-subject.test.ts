import { describe, expect, it } from 'vitest'
import { keysNamedBy } from '../../../../src/background/own-badges/did-subject'
import type { IdentityKey } from '../../../../src/verifier/recipients/identity-key'

const named = (id: string): IdentityKey[] =>
  keysNamedBy({ id, identities: [] }).map(({ key }) => key)

describe('whom a badge names', () => {
  it('is by a fragment of a DID also its subject', () => {
    const [own, subject, ...others] = named('did:web:ada.example#key-1')
    expect(own).toEqual({ kind: 'did', text: 'did:web:ada.example#key-1' })
    expect(subject).toEqual({ kind: 'did', text: 'did:web:ada.example' })
    expect(others).toEqual([])
  })

  it('carries what the badge says, for the subject as well', () => {
    const id = 'did:web:ada.example#key-1'
    const identities = keysNamedBy({ id, identities: [] }).map((each) => each.identities)
    expect(identities).toEqual([[id], [id]])
  })

  it.each([
    ['a DID without a fragment', 'did:web:ada.example'],
    ['a page with one, which may be of many people', 'https://school.example/people#ada'],
    ['an e-mail address with such a sign', 'ada#badges@mail.example'],
  ])('is nobody else by %s', (_, id) => {
    expect(named(id).map(({ text }) => text)).toEqual([id])
  })
})
