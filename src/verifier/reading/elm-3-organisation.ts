import type { Accreditation, IssuerProfile } from '../credential'
import type { JsonObject } from '../verification'
import { conceptName, countryOf, notationOf } from './elm-3-concepts'
import { readMedia } from './elm-3-media'
import type { Nodes } from './elm-3-nodes'
import { asId, asString, asText, compact, typesOf } from './json-values'

/** Organisation (ELM 3): the issuer, or a body that awards. Every word of it is the credential's own. */
export function readOrganisation(of: Nodes, organisation: JsonObject): IssuerProfile {
  const { legalName, prefLabel, altLabel, homepage, contactPoint, location, logo } = organisation
  const addresses = of(location).flatMap(({ address }) => of(address))
  const countries = addresses.flatMap(({ countryCode }) => of(countryCode).map(countryOf))
  return compact<IssuerProfile>({
    id: asId(organisation) ?? '',
    types: typesOf(organisation),
    name: asText(legalName) ?? asText(prefLabel) ?? asText(altLabel),
    url: of(homepage).flatMap((page) => asString(page.contentURL) ?? [])[0],
    email: emailsAt(of, contactPoint)[0],
    image: readMedia(of, of(logo)[0]),
    country: countries.find((country) => country !== undefined),
    identifiers: identifiersOf(of, organisation),
  })
}

/** `mailto:` addresses of contact points (ELM 3, Mailbox). */
export function emailsAt(of: Nodes, contactPoint: JsonObject[string] | undefined): string[] {
  return of(contactPoint)
    .flatMap(({ emailAddress }) => of(emailAddress))
    .flatMap((mailbox) => /^mailto:(.+)$/i.exec(asId(mailbox) ?? '')?.[1] ?? [])
}

/** Where a public register knows the organisation; the names are those of the model's properties. */
const IDENTIFIERS = ['eIDASIdentifier', 'vatIdentifier', 'taxIdentifier', 'registration'] as const

function identifiersOf(of: Nodes, organisation: JsonObject): IssuerProfile['identifiers'] {
  const legal = IDENTIFIERS.flatMap((type) =>
    of(organisation[type]).flatMap((one) => {
      const value = notationOf(one)
      return value === undefined ? [] : [{ type: type, value }]
    }),
  )
  const others = of(organisation.identifier).flatMap((one) => {
    const value = notationOf(one)
    const type = asString(one.schemeName)
    return value === undefined ? [] : [{ ...(type !== undefined && { type }), value }]
  })
  const identifiers = [...legal, ...others]
  return identifiers.length > 0 ? identifiers : undefined
}

/** Accreditation (ELM 3): of an organisation, of a qualification, or given as evidence. */
export function readAccreditations(
  of: Nodes,
  value: JsonObject[string] | undefined,
): Accreditation[] {
  return of(value).map((accreditation) => {
    const { title, dcType, accreditingAgent, expiryDate } = accreditation
    const [agent] = of(accreditingAgent)
    const [type] = of(dcType)
    return compact<Accreditation>({
      id: asId(accreditation),
      title: asText(title),
      type: type && conceptName(type),
      body: agent && readOrganisation(of, agent).name,
      validUntil: asString(expiryDate),
    })
  })
}
