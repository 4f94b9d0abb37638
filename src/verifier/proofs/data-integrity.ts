import { offlineKey } from '../keys/binding'
import { canonicalize } from '../json-ld/canonicalize'
import { asString } from '../reading/json-values'
import { reason, type Reason, type ReasonCode } from '../report'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import type { Canonicalize, Cryptosuite, PreparedProof } from './cryptosuite'
import { bestFinding } from './best-finding'
import { CRYPTOSUITES } from './cryptosuites/index'
import { prepareInEitherOrder } from './either-order'
import { judgeProof, undecided } from './judge-proof'
import { chainUnder, previousProofs, proofsOf, securedBy } from './proof-chain'
import { firstEnd, readProofOptions, type ProofOptions } from './proof-options'
import { withRemarks } from './proof-remarks'
import { unreadIn } from './unread-json'

const SPEC = {
  proof: 'https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains',
  key: 'https://www.w3.org/TR/cid-1.0/#retrieve-verification-method',
}

/** Each proof costs a canonicalisation. */
const MOST_PROOFS = 10

/**
 * Verifies the Data Integrity proofs of a document and whose keys made them.
 * Verifiable Credentials Data Integrity 1.0, sections 4.4 and 4.5.
 *
 * One proof that holds and whose key the issuer lists is enough. Where none is enough, one that could
 * not be judged leaves it open.
 *
 * @param document the whole document, with `proof`
 * @param issuerId DID or URL of the issuer that the document names
 */
export async function verifyDataIntegrity(
  document: JsonObject,
  issuerId: string,
  verification: Verification,
): Promise<ProofFinding> {
  const proofs = proofsOf(document)
  if (proofs === undefined || proofs.length > MOST_PROOFS)
    return undecided(malformed('proof', `objects, at most ${MOST_PROOFS}`), 'unknown', SPEC.proof)
  if (proofs.length === 0) return undecided(reason('no-proof'), 'unknown', SPEC.proof)
  const { proof: _, ...unsecured } = document
  const set: ProofSet = {
    unsecured,
    proofs,
    issuerId,
    verification,
    prepared: new Map(),
    canonicalize: canonicalizeOnce(verification),
  }
  const findings: ProofFinding[] = []
  for (const proof of proofs) findings.push(await judgeOne(proof, set))
  return bestFinding(findings)
}

/** Proofs of one suite share the canonical document. */
function canonicalizeOnce(verification: Verification): Canonicalize {
  const remembered = new Map<string, Map<JsonObject, ReturnType<Canonicalize>>>()
  return (part, digest, order = 'code-points') => {
    const form = `${digest} ${order}`
    const byPart = remembered.get(form) ?? new Map<JsonObject, ReturnType<Canonicalize>>()
    remembered.set(form, byPart)
    const known = byPart.get(part) ?? canonicalize(part, verification, digest, order)
    byPart.set(part, known)
    return known
  }
}

interface ProofSet {
  unsecured: JsonObject
  proofs: readonly JsonObject[]
  issuerId: string
  verification: Verification
  canonicalize: Canonicalize
  /** What each proof came to, so that one in several chains is read once. */
  prepared: Map<JsonObject, Promise<Ready | Refusal>>
}

async function judgeOne(proof: JsonObject, set: ProofSet): Promise<ProofFinding> {
  const { issuerId, verification } = set
  const ready = await prepare(proof, set)
  if ('reason' in ready) return refused(ready, set)
  const { suite, prepared, verificationMethod } = ready
  const chain = await judgeChain(proof, set)
  if ('reason' in chain) return refused(chain, set)
  const finding = await judgeProof(
    {
      suite: suite.name,
      claim: { issuerId, verificationMethod },
      holdsUnder: async (key) =>
        suite.keyTypes.includes(key.type) && (await prepared.holdsUnder(key)),
      spec: SPEC,
    },
    verification,
  )
  const end = firstEnd([ready, ...chain])
  return withRemarks(finding, { ...ready, end }, verification.now)
}

type Refusal = { reason: Reason; isWrong: boolean }

async function refused({ reason: why, isWrong }: Refusal, set: ProofSet): Promise<ProofFinding> {
  const finding = undecided(why, isWrong ? 'fails' : 'unknown', SPEC.proof)
  if (why.code !== 'terms-not-signed') return finding
  return { ...finding, unsignedTerms: await unsignedTerms(set) }
}

/** Of the document alone: a member that no context defines may have any name in a proof. */
async function unsignedTerms({ unsecured, canonicalize }: ProofSet): Promise<readonly string[]> {
  const read = await canonicalize(unsecured, 'SHA-256')
  if (typeof read === 'string' || read.reason.code !== 'terms-not-signed') return []
  return read.reason.params.terms
}

interface Ready extends ProofOptions {
  suite: Cryptosuite
  prepared: PreparedProof
  /** What the proof covers and a reader of the JSON may not find. */
  unread: string | undefined
}

function prepare(proof: JsonObject, set: ProofSet): Promise<Ready | Refusal> {
  const ready = set.prepared.get(proof) ?? prepareAnew(proof, set)
  set.prepared.set(proof, ready)
  return ready
}

async function prepareAnew(proof: JsonObject, set: ProofSet): Promise<Ready | Refusal> {
  set.verification.environment.signal?.throwIfAborted()
  const suite = CRYPTOSUITES.find((candidate) => candidate.matches(proof))
  if (suite === undefined) return open(reason('proof-not-supported', { suite: suiteName(proof) }))
  const options = readProofOptions(proof, set.verification.now)
  if ('reason' in options) return options
  const previous = previousProofs(proof, set.proofs)
  if ('reason' in previous) return open(previous.reason)
  const chain = chainUnder(proof, set.proofs)
  if ('reason' in chain) return open(chain.reason)
  const document = securedBy(set.unsecured, previous)
  const secured = { document, proof }
  const prepared = await prepareInEitherOrder(suite, secured, set.canonicalize)
  if ('reason' in prepared)
    return { reason: prepared.reason, isWrong: WRONG.includes(prepared.reason.code) }
  const unread = suite.signsJson ? unreadIn(secured, set.verification) : undefined
  return { suite, prepared, unread, ...options }
}

/** A value that is no signature is what is left of one that was altered. */
const WRONG: readonly ReasonCode[] = ['altered', 'proof-malformed']

/**
 * The proofs that this one continues must hold as well. Whose they are does not matter, as long as their
 * keys are known without asking anybody; others leave the chain open.
 *
 * @returns what they say
 */
async function judgeChain(proof: JsonObject, set: ProofSet): Promise<Refusal | ProofOptions[]> {
  const chain = chainUnder(proof, set.proofs)
  if ('reason' in chain) return open(chain.reason)
  const links: ProofOptions[] = []
  for (const link of chain) {
    const ready = await prepare(link, set)
    if ('reason' in ready) return ready
    const { suite, prepared, verificationMethod } = ready
    const claim = { issuerId: set.issuerId, verificationMethod }
    const key = await offlineKey(claim, set.verification)
    if (key === undefined) return open(reason('proof-not-supported', { suite: 'previousProof' }))
    if (!suite.keyTypes.includes(key.type) || !(await prepared.holdsUnder(key)))
      return { reason: reason('altered', { suite: suite.name }), isWrong: true }
    links.push(ready)
  }
  return links
}

function suiteName({ type, cryptosuite }: JsonObject): string {
  const name = type === 'DataIntegrityProof' ? cryptosuite : type
  return (asString(name) ?? '').slice(0, 100)
}

function open(why: Reason): Refusal {
  return { reason: why, isWrong: false }
}

function malformed(property: string, expected: string): Reason {
  return reason('proof-malformed', { property, expected })
}
