import { asString, isObject } from '../reading/json-values'
import { reason } from '../report'
import type { JsonObject } from '../verification'
import { statusCheck, type StatusFinding } from './status-method'

const SPEC = 'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Assertion'

/**
 * What an assertion says of itself by `revoked`, a boolean (Open Badges 2.0, "Assertion"). Whoever
 * writes it otherwise still means something by it: `unclear`, unless it is a JSON-LD value of a boolean.
 */
export function revocationWord({ revoked: word }: JsonObject): 'revoked' | 'not' | 'unclear' {
  if (word === undefined || word === null) return 'not'
  const value = isObject(word) ? word['@value'] : word
  if (value === false) return 'not'
  return value === true || value === 'true' ? 'revoked' : 'unclear'
}

export const UNCLEAR_REVOCATION = reason('property-invalid', {
  property: 'revoked',
  expected: 'true or false',
})

/** Nothing where it does not say that it is revoked. `host`: of the issuer that signed it. */
export function judgeOwnWord(assertion: JsonObject, host: string): StatusFinding[] {
  const word = revocationWord(assertion)
  if (word === 'not') return []
  if (word === 'unclear')
    return [
      { currency: 'unknown', check: statusCheck('unknown', [UNCLEAR_REVOCATION], { spec: SPEC }) },
    ]
  const why = asString(assertion.revocationReason)
  const revoked = reason('revoked', { host, ...(why !== undefined && { reason: why }) })
  return [{ currency: 'revoked', check: statusCheck('failed', [revoked], { spec: SPEC }) }]
}
