import type { Recipient, RecipientIdentity } from '../credential'
import type { JsonObject } from '../verification'
import { notationOf } from './elm-3-concepts'
import type { Nodes } from './elm-3-nodes'
import { emailsAt } from './elm-3-organisation'
import { asId, asString, asText, compact } from './json-values'

/** Person (ELM 3): the owner of the credential. */
export function readPerson(of: Nodes, person: JsonObject): Recipient {
  const { dateOfBirth, contactPoint, nationalID, identifier } = person
  const born = asString(dateOfBirth)
  return compact<Recipient>({
    id: lastingId(asId(person)),
    identities: [
      ...namesOf(person).map((name) => identity('name', name)),
      ...(born === undefined ? [] : [identity('dateOfBirth', born)]),
      ...emailsAt(of, contactPoint).map((email) => identity('email', email)),
      ...numbers(of, nationalID, 'nationalIdentityNumber'),
      ...numbers(of, identifier, 'systemId'),
    ],
  })
}

/** `urn:epass:person:1` numbers the persons of one document, and is in every one. */
function lastingId(id: string | undefined): string | undefined {
  return id !== undefined && /^(did:|https?:)/i.test(id) ? id : undefined
}

/** The full name as it stands, or what it is made of. */
function namesOf({ fullName, givenName, familyName }: JsonObject): string[] {
  const full = Object.values(asText(fullName) ?? {})
  if (full.length > 0) return [...new Set(full)]
  const [given = {}, family = {}] = [asText(givenName), asText(familyName)]
  const languages = [...new Set([...Object.keys(given), ...Object.keys(family)])]
  const names = languages.map((tag) => [given[tag], family[tag]].filter(Boolean).join(' '))
  return [...new Set(names)]
}

function numbers(of: Nodes, value: JsonObject[string] | undefined, type: string) {
  return of(value).flatMap((one) => {
    const number = notationOf(one)
    return number === undefined ? [] : [identity(type, number)]
  })
}

function identity(type: string, value: string): RecipientIdentity {
  return { type, value, hashed: false }
}
