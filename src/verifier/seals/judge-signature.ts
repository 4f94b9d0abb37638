import type { ParsedSeal } from '../proofs/jades'
import { reason, type Authenticity, type Check, type Reason } from '../report'
import type { Certificate } from './certificate'
import { partyName } from './named-party'
import { fits, holdsUnder, type SignatureScheme } from './signature-scheme'

/** ETSI TS 119 182-1, section 5.1.2; RFC 7518, section 3.1. PS: the salt is as long as the hash (3.5). */
const ALGORITHMS: Record<string, SignatureScheme> = {
  RS256: { kind: 'RSA', hash: 'SHA-256' },
  RS384: { kind: 'RSA', hash: 'SHA-384' },
  RS512: { kind: 'RSA', hash: 'SHA-512' },
  PS256: { kind: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
  PS384: { kind: 'RSA-PSS', hash: 'SHA-384', saltLength: 48 },
  PS512: { kind: 'RSA-PSS', hash: 'SHA-512', saltLength: 64 },
  ES256: { kind: 'ECDSA', hash: 'SHA-256' },
  ES384: { kind: 'ECDSA', hash: 'SHA-384' },
  ES512: { kind: 'ECDSA', hash: 'SHA-512' },
}

/** RFC 7518, section 3.4: each of these is for one curve alone. */
const CURVES: Record<string, string> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

const SPEC = 'https://www.rfc-editor.org/rfc/rfc7515#section-5.2'

/** The check `proof`: does the signature hold under the key of this certificate? */
export async function judgeSignature(
  seal: ParsedSeal,
  certificate: Certificate,
): Promise<{ authenticity: Authenticity; check: Check }> {
  const { algorithm, signature, signingInput } = seal
  const { key, subject } = certificate
  const scheme = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined
  if (scheme === undefined)
    return found('unknown', reason('proof-not-supported', { suite: algorithm.slice(0, 40) }))
  if (key.type === 'other') return found('unknown', reason('key-not-supported', { type: 'X.509' }))
  // RFC 8725, section 3.1: a key is used with the algorithms alone that it was made for.
  if (!fits(key, scheme) || (CURVES[algorithm] ?? key.type) !== key.type)
    return found('fails', reason('algorithm-refused', { algorithm }))
  const holds = await holdsUnder(key, scheme, signature, signingInput, 'raw')
  return holds
    ? found('holds', reason('seal-holds', { algorithm, sealer: partyName(subject) }))
    : found('fails', reason('altered', { suite: algorithm }))
}

function found(
  authenticity: Authenticity,
  why: Reason,
): { authenticity: Authenticity; check: Check } {
  const outcome = { holds: 'passed', fails: 'failed', unknown: 'unknown' } as const
  const check: Check = { id: 'proof', outcome: outcome[authenticity], reasons: [why], spec: SPEC }
  return { authenticity, check }
}
