import type { AwardDocuments } from '../proofs/issuer-of-award'
import { asArray } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject } from '../verification'
import type { DataModel } from './class-table'
import { extensionViolations } from './extensions'
import { OPEN_BADGES_2 } from './open-badges-2-classes'
import { MOST_VIOLATIONS, tooLarge, validate, type Violation } from './validate'

type Class = keyof typeof OPEN_BADGES_2

/**
 * The check `format` of an Open Badges 2 award; `undefined` where its documents are as the specification
 * demands: assertion, BadgeClass, issuer, and the key where it is signed.
 *
 * `warned`: something is missing or malformed that one of them must have,
 * or that a required part of them must have. A person should look, since part of what a badge says is not
 * there. `passed` with reasons: what is optional is not as it should be, which is only said.
 */
export function validateAward(
  assertion: JsonObject,
  { badge, issuer, key }: AwardDocuments,
): Check | undefined {
  return formatCheck([
    ...violationsOf(assertion, 'Assertion', ''),
    ...violationsOf(badge, 'BadgeClass', 'badge.'),
    ...(issuer === undefined ? [] : violationsOf(issuer, 'Profile', 'issuer.')),
    ...(key === undefined ? [] : violationsOf(key, 'CryptographicKey', 'key.')),
  ])
}

/** The check `format` of the revocation list that an issuer's document names, as `validateAward`. */
export function validateRevocationList(list: JsonObject): Check | undefined {
  const revokedAssertions = asArray(list.revokedAssertions).slice(0, MOST_REVOKED)
  return formatCheck(
    violationsOf({ ...list, revokedAssertions }, 'RevocationList', 'revocationList.'),
  )
}

/** Entries that are looked at: lists may be long, and the others will be no better. */
const MOST_REVOKED = 1_000

/** What a document of the given class lacks, or has otherwise than it should. */
export function deviationsOf<Model extends DataModel>(
  document: JsonObject,
  className: keyof Model & string,
  model: Model,
): Reason[] {
  const violations = validate(document, className, model) ?? [tooLarge(className)]
  return [...violations, ...extensionViolations(document)].slice(0, MOST_VIOLATIONS).map(reasonFor)
}

/** The check `format` for what was found; `undefined` for nothing. */
export function formatCheck(violations: Violation[]): Check | undefined {
  if (violations.length === 0) return undefined
  // Those that decide come first, so that they are not lost where there are many.
  const ordered = violations.toSorted((a, b) => Number(b.essential) - Number(a.essential))
  const outcome = ordered[0]?.essential === true ? 'warned' : 'passed'
  return { id: 'format', outcome, reasons: ordered.slice(0, MOST_VIOLATIONS).map(reasonFor) }
}

function violationsOf(document: JsonObject, className: Class, path: string): Violation[] {
  const violations = [
    ...(validate(document, className, OPEN_BADGES_2) ?? [tooLarge(className)]),
    ...extensionViolations(document),
  ]
  return violations.map((violation) => ({ ...violation, property: path + violation.property }))
}

function reasonFor({ property, expected, missing }: Violation): Reason {
  return reason(missing ? 'property-missing' : 'property-invalid', { property, expected })
}
