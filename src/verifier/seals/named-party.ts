import type { Name } from '@peculiar/asn1-x509'
import { compact } from '../reading/json-values'
import type { NamedParty } from './seal'

/** X.520 attribute types. */
const ATTRIBUTES = {
  organisation: '2.5.4.10',
  identifier: '2.5.4.97',
  commonName: '2.5.4.3',
  country: '2.5.4.6',
} as const

const ORGANISATIONAL_UNIT = '2.5.4.11'

/** Longer than any name that a register keeps; what is longer is cut. */
const LONGEST_NAME = 200

export function namedParty(name: Name): NamedParty {
  const country = valuesOf(name, ATTRIBUTES.country)[0]?.toUpperCase()
  return compact<NamedParty>({
    organisation: valuesOf(name, ATTRIBUTES.organisation)[0],
    identifier: valuesOf(name, ATTRIBUTES.identifier)[0],
    commonName: valuesOf(name, ATTRIBUTES.commonName)[0],
    country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
  })
}

/** What a party is called in a sentence; `''` where it has no name at all. */
export function partyName({ organisation, commonName, identifier }: NamedParty): string {
  return organisation ?? commonName ?? identifier ?? ''
}

/** What a certificate is called among those of one organisation. */
export function certificateName({ commonName, organisation, identifier }: NamedParty): string {
  return commonName ?? organisation ?? identifier ?? ''
}

/**
 * Certificates for tests are named so by custom alone: `TEST SEAL`, `PKI-TEST`, `Test CA`. An organisation
 * may have the word in its name (a test centre), so it must be in capitals or beside what it tests.
 */
export function namesTests(name: Name): boolean {
  const types = [ATTRIBUTES.commonName, ATTRIBUTES.organisation, ORGANISATIONAL_UNIT]
  return types
    .flatMap((type) => valuesOf(name, type))
    .some((text) => /\b(TEST|DEMO|PRUEBAS?)\b/.test(text) || IN_WORDS.test(text))
}

const IN_WORDS = /\b(test|demo)[\s_-]+(ca|root|seal|e-?seal|certificate|pki|tsa|key|only)\b/i

function valuesOf(name: Name, type: string): string[] {
  return [...name]
    .flatMap((part) => [...part])
    .filter((attribute) => attribute.type === type)
    .map(({ value }) => value.toString().trim().slice(0, LONGEST_NAME))
    .filter((text) => text !== '')
}
