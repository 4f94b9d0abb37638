import type { Recipient, RecipientIdentity } from '../verifier/credential'
import { comparableForm, kindOfType } from '../verifier/recipients/identity-forms'
import { byText } from './ordering'

/** Open Badges 2.0 says `email` where 3.0 says `emailAddress`; a number means its own system alone. */
export function inOneSpelling({ identities, ...recipient }: Recipient): Recipient {
  return {
    ...recipient,
    identities: identities.map((identity) => {
      const kind = kindOfType(identity.type)
      return kind === 'identifier' || kind === 'other' ? identity : { ...identity, type: kind }
    }),
  }
}

/** The same for one recipient, however types and addresses are spelt; not the same need not be another. */
export function recipientKey(recipient: Recipient): string {
  const { id = '', identities } = inOneSpelling(recipient)
  return JSON.stringify([id, [...new Set(identities.map(identityKey))].toSorted(byText)])
}

function identityKey({ type, value, hashed, salt = '' }: RecipientIdentity): string {
  return JSON.stringify([type, hashed ? value : comparableForm(value), hashed, salt])
}
