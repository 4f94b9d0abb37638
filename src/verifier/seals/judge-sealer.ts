import { reason, type Check, type Reason } from '../report'
import { partyName } from './named-party'
import type { NamedParty, Seal, SealLevel } from './seal'
import type { PartyClaim, SealParties } from './seal-finding'
import { compareParties } from './sealer'

/** Article 35(2) and Annex III(d) of Regulation (EU) No 910/2014: a seal says which legal person made it. */
const SPEC = 'https://eur-lex.europa.eu/eli/reg/2014/910/oj#anx_III'

/** Awarding bodies, and names of the issuer, that are named one by one. */
const MOST_NAMED = 8

/** The check `sealer`: whom the certificate names, next to whom the credential names. */
export function judgeSealer(
  sealer: NamedParty,
  { issuer, awardingBodies }: SealParties,
): { sealer: Seal['sealer']; questionable: boolean; check: Check } {
  const name = partyName(sealer)
  const bodies = awardingBodies
    .slice(0, MOST_NAMED)
    .flatMap((body) => otherBody(sealer, body, issuer.names))
  const same = compareParties(sealer, issuer)
  const named = { sealer: name, issuer: claimName(issuer) }
  const found = {
    same: reason('sealer-is-issuer', { name }),
    renamed: reason('sealer-named-otherwise', named),
    other: reason('sealer-differs', named),
    unknown: reason('sealer-unnamed'),
  }[same]
  const outcome = {
    same: 'passed',
    renamed: 'warned',
    other: 'warned',
    unknown: 'unknown',
  } as const
  const check: Check = {
    id: 'sealer',
    outcome: outcome[same],
    reasons: [found, ...(same === 'same' ? otherNames(sealer, issuer) : []), ...bodies],
    spec: SPEC,
  }
  return {
    sealer: same === 'same' || same === 'renamed' ? 'issuer' : same,
    questionable: same !== 'same',
    check,
  }
}

/**
 * The check once the seal's level is known: that a certificate bears the issuer's name is worth as much as
 * whoever wrote the name into it, and anybody can make a chain of certificates.
 */
export function sealerAtLevel(check: Check, level: SealLevel): Check {
  const isVouchedFor = level === 'qualified' || level === 'advanced-qualified-certificate'
  const [first, ...others] = check.reasons
  if (isVouchedFor || first?.code !== 'sealer-is-issuer') return check
  return {
    ...check,
    outcome: 'unknown',
    reasons: [reason('sealer-unproven', first.params), ...others],
  }
}

/** Is that what the certificate calls the sealer? */
export function isNameOf(sealer: NamedParty, name: string): boolean {
  return compareParties(sealer, { names: [name], identifiers: [] }) === 'same'
}

/**
 * One of several names makes an issuer the sealer. The others are mostly the same in other languages, which
 * nobody can see from here: each could be somebody else's.
 */
function otherNames(sealer: NamedParty, { names }: PartyClaim): Reason[] {
  return names
    .filter((name) => !isNameOf(sealer, name))
    .slice(0, MOST_NAMED)
    .map((issuer) => reason('issuer-named-also', { sealer: partyName(sealer), issuer }))
}

/** An awarding body may be another organisation than the sealer, and is then said beside it. */
function otherBody(sealer: NamedParty, body: PartyClaim, said: string[]): Reason[] {
  const isOther = compareParties(sealer, body) === 'other'
  const names = body.names.filter((name) => !isNameOf(sealer, name) && !said.includes(name))
  const name = isOther ? claimName(body) : names[0]
  if (name === undefined) return []
  return [reason('awarding-body-differs', { body: name, sealer: partyName(sealer) })]
}

function claimName({ names, identifiers }: PartyClaim): string {
  return names[0] ?? identifiers[0] ?? ''
}
