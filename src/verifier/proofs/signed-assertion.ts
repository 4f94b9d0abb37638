/**
 * Signed verification. Open Badges 2.0, "Verification" → "Signed": a compact JWS whose key the
 * issuer's own Profile lists in `publicKey` and whose `owner` is the issuer.
 */
import { importPem } from '../keys/public-key'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import { readAwardDocuments, type AwardDocuments } from './issuer-of-award'
import { verifyJws, type ParsedJws } from './jws'
import { keyOfProfile, type Key, type SignedAward, type SigningKey } from './key-of-profile'

const SPEC =
  'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#SignedBadge'

export interface SignedFinding extends ProofFinding {
  documents: AwardDocuments
}

/** Where a generation of Open Badges says which key signed, and who the issuer is. */
export interface SigningTerms {
  documents: (assertion: JsonObject, verification: Verification) => Promise<AwardDocuments>
  findKey: (award: SignedAward, verification: Verification) => Promise<Key>
}

export async function verifySigned(
  jws: ParsedJws,
  assertion: JsonObject,
  verification: Verification,
  { documents: read, findKey }: SigningTerms = {
    documents: readAwardDocuments,
    findKey: keyOfProfile,
  },
): Promise<SignedFinding> {
  const { algorithm } = jws
  const documents = await read(assertion, verification)
  if (documents.issuer === undefined)
    return { documents, ...undecided(documents.problem ?? noIssuer(documents.issuerId)) }
  const { issuer, issuerId } = documents
  const key = await findKey({ jws, assertion, issuer, issuerId }, verification)
  if ('foreign' in key) return { documents, ...foreign(key.foreign) }
  if ('problem' in key) return { documents, ...undecided(key.problem) }
  const finding = await judgeSignature(jws, key, algorithm, issuerId)
  return { documents: { ...documents, ...(key.document && { key: key.document }) }, ...finding }
}

async function judgeSignature(
  jws: ParsedJws,
  { method, pem, expired, ends }: SigningKey,
  suite: string,
  issuer: string,
): Promise<ProofFinding> {
  const key = await importPem(pem)
  if ('reason' in key) return undecided(key.reason)
  if (!(await verifyJws(jws, key))) return refused(reason('altered', { suite }))
  const proof = check('proof', 'passed', reason('signature-holds', { suite, method }))
  const listed =
    expired === undefined
      ? check('key', 'passed', reason('key-listed-by-issuer', { issuer, method }))
      : check('key', 'warned', reason('key-expired', { issuer, method, date: expired }))
  return {
    authenticity: 'holds',
    questionable: expired !== undefined,
    checks: [proof, listed],
    ...(ends && { keyEnds: ends }),
  }
}

function undecided(problem: Reason): ProofFinding {
  const proof = check('proof', 'unknown', problem)
  const key = check('key', 'unknown', problem)
  return { authenticity: 'unknown', questionable: false, checks: [proof, key] }
}

function refused(problem: Reason): ProofFinding {
  const key = check('key', 'not-applicable', reason('not-reached'))
  return {
    authenticity: 'fails',
    questionable: false,
    checks: [check('proof', 'failed', problem), key],
  }
}

function foreign(problem: Reason): ProofFinding {
  const proof = check('proof', 'not-applicable', reason('not-reached'))
  return {
    authenticity: 'fails',
    questionable: false,
    checks: [proof, check('key', 'failed', problem)],
  }
}

function noIssuer(issuerId: string): Reason {
  return reason('issuer-document-unreadable', { host: issuerId })
}

function check(id: 'proof' | 'key', outcome: Check['outcome'], why: Reason): Check {
  return { id, outcome, reasons: [why], spec: SPEC }
}
