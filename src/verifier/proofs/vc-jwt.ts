import { asString, isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import { isToCome } from '../status/moment'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import { judgeProof, undecided } from './judge-proof'
import { JWS_ALGORITHMS, verifyJws, type ParsedJws } from './jws'
import {
  datesOfSignature,
  differingClaim,
  incomparableDate,
  malformedClaim,
  withClaims,
} from './jwt-claims'
import { withRemarks } from './proof-remarks'

const SPEC = {
  proof: 'https://www.rfc-editor.org/rfc/rfc7515#section-5.2',
  key: 'https://www.w3.org/TR/vc-jose-cose/#using-header-params-claims-key-discovery',
}

/**
 * The credential that a JWT carries, with what only its claims say: in version 2.0 of the data model the
 * payload itself, in 1.1 the member `vc`.
 * VC data model 1.1, section 6.3.1; Securing Verifiable Credentials using JOSE and COSE, section 3.1.
 */
export function credentialOfJwt({
  payload,
}: ParsedJws): { credential: JsonObject } | { reason: Reason } {
  const credential = payload['@context'] === undefined ? payload.vc : payload
  if (!isObject(credential)) return { reason: reason('not-a-credential') }
  const problem = malformedClaim(payload)
  return problem ? { reason: problem } : { credential: withClaims(credential, payload) }
}

/**
 * Verifies the signature of a VC-JWT and whose key made it.
 *
 * The key is named by `kid` or written into the header as `jwk`; either way it is the issuer's own
 * document that must list it, since anybody can write a header.
 *
 * @param credential what `credentialOfJwt` gave for this JWS
 * @param issuerId DID or URL of the issuer that the credential names
 */
export async function verifyVcJwt(
  jws: ParsedJws,
  credential: JsonObject,
  issuerId: string,
  verification: Verification,
): Promise<ProofFinding> {
  const suite = jws.algorithm
  if (!JWS_ALGORITHMS.includes(suite))
    return undecided(reason('proof-not-supported', { suite }), 'unknown', SPEC.proof)
  const claim = differingClaim(jws.payload, credential, issuerId)
  if (claim !== undefined) return undecided(reason('claim-differs', { claim }), 'fails', SPEC.proof)
  const incomparable = incomparableDate(jws.payload, credential)
  if (incomparable) return undecided(incomparable, 'unknown', SPEC.proof)
  const { begin, end } = datesOfSignature(jws.payload, credential)
  if (begin !== undefined && isToCome(begin, verification.now))
    return undecided(notYet('nbf'), 'unknown', SPEC.proof)
  const { kid, jwk } = jws.header
  const finding = await judgeProof(
    {
      suite,
      claim: {
        issuerId,
        ...(typeof kid === 'string' && { verificationMethod: kid }),
        ...(isObject(jwk) && { headerJwk: jwk }),
      },
      holdsUnder: (key) => verifyJws(jws, key),
      spec: SPEC,
    },
    verification,
  )
  return withMediaTypes(withRemarks(finding, { end }, verification.now), jws.header)
}

function notYet(property: string): Reason {
  return reason('proof-malformed', { property, expected: 'a date and time that has come' })
}

/** Media types of a credential as a JWT; `JWT` is what VC data model 1.1 asks for. */
const MEDIA_TYPES = {
  typ: /^(application\/)?(jwt|vc\+jwt|vc\+ld\+jwt|vc\+ld\+json\+jwt|vc-ld\+jwt)$/i,
  cty: /^(application\/)?(vc|vc\+ld\+json|json|jwt)$/i,
}

/** A type that belongs to something else is said, and changes nothing: the signature is as it is. */
function withMediaTypes(finding: ProofFinding, header: JsonObject): ProofFinding {
  const [proof, key] = finding.checks
  const odd = (['typ', 'cty'] as const).filter((name) => {
    const value = header[name]
    return value !== undefined && !MEDIA_TYPES[name].test(asString(value) ?? '')
  })
  const said = odd.map((property) => reason('property-invalid', { property, expected: 'vc+jwt' }))
  return { ...finding, checks: [{ ...proof, reasons: [...proof.reasons, ...said] }, key] }
}
