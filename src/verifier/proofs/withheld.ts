import { asObjects, asString } from '../reading/json-values'
import { validityOf } from '../reading/open-badges-3'
import type { JsonObject, PartialDisclosure } from '../verification'

/** The statements that are shown: N-Quads, each with its line end. */
export interface ShownStatements {
  /** The issuer demands that these are shown, with whatever else is shown. */
  mandatory: readonly string[]
  /** The holder could have left these out, and others like them. */
  optional: readonly string[]
}

/**
 * What would end a credential, or not let it begin yet, and may have been left out by its holder.
 *
 * @param document as it is shown; the statements are all that it says, and are signed. `null` says
 *   nothing and leaves no statement, so that anybody could have written it.
 */
export function perhapsWithheld(
  document: JsonObject,
  statements: ShownStatements,
): PartialDisclosure {
  const dates = validityOf(document)
  // Of several entries the issuer may demand the one that says the least.
  const hasStatus = asObjects(document.credentialStatus).some(({ statusPurpose }) =>
    [undefined, 'revocation'].includes(asString(statusPurpose)),
  )
  return {
    withheld: [
      ...(['validUntil', 'validFrom'] as const).filter((name) => dates[name] === undefined),
      ...(hasStatus ? [] : ['credentialStatus']),
    ],
    hasOptionalStatus: hasStatus && !isStatusMandatory(statements),
  }
}

const CREDENTIAL_STATUS = '<https://www.w3.org/2018/credentials#credentialStatus>'

/**
 * Does the issuer demand every statement about a status that is shown? That nothing more was written
 * cannot be seen: an issuer demands by pointers into the JSON (`mandatoryPointers` of ECDSA Cryptosuites
 * 1.0), which a derived proof does not carry, and `/credentialStatus/0` looks like `/credentialStatus`. But
 * an issuer who demands one entry and not the others permits these to be left out.
 */
function isStatusMandatory({ mandatory, optional }: ShownStatements): boolean {
  const entries = new Set([...mandatory, ...optional].flatMap(entryOf))
  const isOptional = optional.some(
    (statement) => entryOf(statement).length > 0 || entries.has(subjectOf(statement)),
  )
  return entries.size > 0 && !isOptional
}

/** The entry that a statement gives a credential; none in every other statement. */
function entryOf(statement: string): string[] {
  const [, predicate, entry] = statement.split(' ', 3)
  return predicate === CREDENTIAL_STATUS && entry !== undefined ? [entry] : []
}

function subjectOf(statement: string): string {
  return statement.slice(0, statement.indexOf(' '))
}
