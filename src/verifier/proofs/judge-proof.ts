import { bindKey, offlineKey, type Binding, type KeyClaim } from '../keys/binding'
import { isOffline } from '../keys/index'
import type { PublicKey } from '../keys/public-key'
import { reason, type Check, type Reason } from '../report'
import type { ProofFinding, Verification } from '../verification'

/** A proof whose own form is in order, and what it says of its key. */
export interface SignedClaim {
  /** Name of the cryptosuite or of the JWS algorithm. */
  suite: string
  claim: KeyClaim
  /** Does the signature hold under this key? */
  holdsUnder(key: PublicKey): Promise<boolean>
  /** Clauses that demand the two checks. */
  spec: { proof: string; key: string }
}

/**
 * Judges a signature and whose key made it, asking as few as possible.
 *
 * A key that is its own identifier needs no network: where the issuer does, the signature is judged under
 * that key first, and where it fails nobody is asked. But such a key proves nothing yet: only what the
 * issuer's own document lists does.
 */
export async function judgeProof(
  signed: SignedClaim,
  verification: Verification,
): Promise<ProofFinding> {
  return isOffline(signed.claim.issuerId)
    ? judgeOffline(signed, verification)
    : judgeWithDocument(signed, verification)
}

/** The issuer is its own key. */
async function judgeOffline(
  signed: SignedClaim,
  verification: Verification,
): Promise<ProofFinding> {
  const binding = await bindKey(signed.claim, verification)
  if ('key' in binding)
    return (await signed.holdsUnder(binding.key)) ? bound(signed, binding) : altered(signed)
  const offline = await offlineKey(signed.claim, verification)
  const holds = offline && (await signed.holdsUnder(offline))
  return unbound(signed, binding, holds)
}

async function judgeWithDocument(
  signed: SignedClaim,
  verification: Verification,
): Promise<ProofFinding> {
  const offline = await offlineKey(signed.claim, verification)
  const holdsOffline = offline && (await signed.holdsUnder(offline))
  if (holdsOffline === false) return altered(signed)
  const holdsUnder = (key: PublicKey) => signed.holdsUnder(key)
  const binding = await bindKey({ ...signed.claim, holdsUnder }, verification)
  if (!('key' in binding)) return unbound(signed, binding, holdsOffline)
  // Where the method's own identifier and the issuer's document name different keys, both must agree.
  const holds = isSameKey(binding.key, offline) || (await signed.holdsUnder(binding.key))
  return holds ? bound(signed, binding) : altered(signed)
}

function isSameKey(key: PublicKey, judged: PublicKey | undefined): boolean {
  return key.identity === judged?.identity
}

/** A finding that says why the proof could not be judged, or why it is no proof. */
export function undecided(
  problem: Reason,
  authenticity: 'fails' | 'unknown',
  spec: string,
): ProofFinding {
  const outcome = authenticity === 'fails' ? 'failed' : 'unknown'
  const proof: Check = { id: 'proof', outcome, reasons: [problem], spec }
  return { authenticity, questionable: false, checks: [proof, keyNotReached()] }
}

function altered({ suite, spec }: SignedClaim): ProofFinding {
  return undecided(reason('altered', { suite }), 'fails', spec.proof)
}

/** The key is not the issuer's, or nobody could say whose it is. */
function unbound(
  signed: SignedClaim,
  binding: Binding & { outcome: 'foreign' | 'unknown' },
  holdsOffline: boolean | undefined,
): ProofFinding {
  const isForeign = binding.outcome === 'foreign'
  if (holdsOffline === false && !isForeign) return altered(signed)
  const proof = isForeign
    ? proofOfForeign(signed, holdsOffline)
    : proofOfUnknown(signed, binding, holdsOffline)
  const key = keyCheck(signed, isForeign ? 'failed' : 'unknown', binding.reason)
  return {
    authenticity: isForeign ? 'fails' : 'unknown',
    questionable: false,
    checks: [proof, key],
  }
}

function proofOfForeign(signed: SignedClaim, holds: boolean | undefined): Check {
  if (holds === undefined) return proofCheck(signed, 'not-applicable', reason('not-reached'))
  return holds
    ? holding(signed)
    : proofCheck(signed, 'failed', reason('altered', { suite: signed.suite }))
}

function proofOfUnknown(
  signed: SignedClaim,
  { reason: why }: Binding,
  holds: boolean | undefined,
): Check {
  return holds ? holding(signed) : proofCheck(signed, 'unknown', why)
}

function bound(signed: SignedClaim, binding: Binding): ProofFinding {
  const questionable = binding.outcome === 'not-for-assertions'
  const key = keyCheck(signed, questionable ? 'warned' : 'passed', binding.reason)
  const ends = 'ends' in binding ? binding.ends : undefined
  const checks: ProofFinding['checks'] = [holding(signed), key]
  return { authenticity: 'holds', questionable, checks, ...(ends && { keyEnds: ends }) }
}

function holding(signed: SignedClaim): Check {
  const { suite, claim } = signed
  const method = claim.verificationMethod ?? 'jwk'
  return proofCheck(signed, 'passed', reason('signature-holds', { suite, method }))
}

function proofCheck({ spec }: SignedClaim, outcome: Check['outcome'], why: Reason): Check {
  return { id: 'proof', outcome, reasons: [why], spec: spec.proof }
}

function keyCheck({ spec }: SignedClaim, outcome: Check['outcome'], why: Reason): Check {
  return { id: 'key', outcome, reasons: [why], spec: spec.key }
}

function keyNotReached(): Check {
  return { id: 'key', outcome: 'not-applicable', reasons: [reason('not-reached')] }
}
