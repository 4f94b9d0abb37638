/** The seals of a European Digital Credential: what holds, who made it, when, and what that is worth. */
import type { ParsedSeal, SealedDocument, UnreadSeal } from '../proofs/jades'
import { notReached } from '../judging/judgement'
import type { Authenticity, Check, CheckId } from '../report'
import { reason } from '../report'
import type { Verification } from '../verification'
import type { Certificate } from './certificate'
import { gatherCertificates, type CertificatePool } from './certificate-pool'
import { buildChain, type Chain } from './chain'
import { decodeDer } from './der'
import { levelOf, sealOf } from './describe-seal'
import { judgeSealer, sealerAtLevel } from './judge-sealer'
import { judgeSignature } from './judge-signature'
import { readOcsp } from './ocsp'
import { judgeQualification } from './qualification'
import { judgeRevocation } from './revocation-values'
import {
  judgeCertificate,
  judgeChain,
  judgeDatesOfSeal,
  judgeRevocations,
  type Judged,
} from './seal-checks'
import type { SealFinding, SealParties } from './seal-finding'
import { judgeSealTime, type TimeFinding } from './seal-time'
import { ofSeveral } from './several-seals'
import { listLookup, type ListLookup } from './trusted-service'
import { readUnsigned, type UnsignedValues } from './unsigned-values'

export type { SealFinding, SealParties } from './seal-finding'

const SEAL_CHECKS = [
  'proof',
  'certificate',
  'chain',
  'seal-time',
  'seal-revocation',
  'trusted-list',
  'sealer',
] as const satisfies CheckId[]

/** An OCSP response has a few kilobytes with the certificate of its responder; a revocation list has more. */
const LARGEST_RESPONSE = 16_384
const LARGEST_LIST = 262_144

/**
 * Judges every seal of a document (ETSI TS 119 182-1; RFC 5280, section 6; ETSI EN 319 102-1 in spirit).
 * Nobody is asked but the environment's trusted lists, and those only when signature and chain hold.
 *
 * @param parties whom the payload names: its own word, to be compared with the certificate's
 */
export async function judgeSeal(
  document: SealedDocument,
  parties: SealParties,
  verification: Verification,
): Promise<SealFinding> {
  const { environment, http, now } = verification
  const lookUp = listLookup(environment.trustedLists, http)
  const anchors = environment.trustAnchors ?? []
  const findings = await Promise.all(
    document.seals.map((seal) => judgeOne(seal, parties, { anchors, lookUp, now })),
  )
  return ofSeveral(findings)
}

interface Surroundings {
  anchors: Uint8Array[]
  lookUp: ListLookup | undefined
  now: Date
}

async function judgeOne(
  seal: ParsedSeal | UnreadSeal,
  parties: SealParties,
  surroundings: Surroundings,
): Promise<SealFinding> {
  if ('reason' in seal) {
    const isForgeable = seal.reason.code === 'algorithm-refused'
    const outcome = isForgeable ? 'failed' : 'unknown'
    const proof: Check = { id: 'proof', outcome, reasons: [seal.reason] }
    return undecided([proof], isForgeable ? 'fails' : 'unknown')
  }
  const unsigned = readUnsigned(seal)
  const pool = await gatherCertificates(seal, unsigned.certificates, surroundings.anchors)
  const { leaf } = pool
  if (leaf === undefined || leaf.unknownCritical !== undefined) {
    const reasons = [reason('certificate-malformed')]
    const checks = (['proof', 'certificate'] as const).map((id): Check => ({
      id,
      outcome: 'unknown',
      reasons,
    }))
    return undecided(checks, 'unknown')
  }
  return judgeRead({ seal, unsigned, pool, leaf }, parties, surroundings)
}

interface ReadSeal {
  seal: ParsedSeal
  unsigned: UnsignedValues
  pool: CertificatePool
  leaf: Certificate
}

async function judgeRead(
  read: ReadSeal,
  parties: SealParties,
  { lookUp, now }: Surroundings,
): Promise<SealFinding> {
  const { seal, unsigned, pool, leaf } = read
  const proof = await judgeSignature(seal, leaf)
  const certificate = judgeCertificate(leaf, pool.hashDiffers)
  const chain = await buildChain(leaf, pool.others, pool.anchors)
  const isWhole = proof.authenticity === 'holds' && !pool.hashDiffers && chain.end !== 'broken'
  const time = await judgeSealTime(seal, unsigned.timestamps, {
    pool,
    now,
    lookUp: isWhole ? lookUp : undefined,
  })
  const at = time.at ?? now.getTime()
  const facts = { algorithm: seal.algorithm, leaf, chain, time }
  const sealer = judgeSealer(leaf.subject, parties)
  if (!isWhole) {
    const checks = [proof.check, certificate.check, judgeChain(chain, at, false).check]
    const isRefuted = proof.authenticity !== 'unknown'
    return {
      ...undecided(checks, isRefuted ? 'fails' : 'unknown'),
      seal: sealOf(facts, 'unknown-chain', sealer.sealer),
    }
  }
  const dates = judgeDatesOfSeal(leaf, time, now)
  const revocation = await judgeRevocationOf(read, chain, time, now)
  const authenticity = worstOf([dates, revocation])
  const mayAsk = authenticity === 'holds' && isReadyForLists(chain, at)
  const qualification = mayAsk
    ? await judgeQualification(chain.certificates, at, lookUp, now)
    : undefined
  const chained = judgeChain(chain, at, qualification?.service !== undefined)
  const level = levelOf(qualification, chained)
  const parts = [
    certificate,
    chained,
    dates,
    revocation,
    { ...sealer, check: sealerAtLevel(sealer.check, level) },
    ...(qualification ? [qualification] : []),
  ]
  return {
    authenticity,
    questionable: parts.some(({ questionable }) => questionable),
    checks: inSealOrder([proof.check, ...parts.map(({ check }) => check)]),
    seal: sealOf(facts, level, sealer.sealer, qualification?.trustedList),
    issuerId: authenticity === 'holds' ? `urn:x509:sha256:${leaf.sha256}` : '',
  }
}

/** At least the issuer's certificate is there, which a list may have. */
function isReadyForLists({ certificates, end }: Chain, at: number): boolean {
  const above = certificates.slice(1)
  return (
    end !== 'broken' &&
    above.length > 0 &&
    above.every((one) => one.notBefore <= at && at <= one.notAfter)
  )
}

async function judgeRevocationOf(
  { unsigned, pool }: ReadSeal,
  { certificates }: Chain,
  { at, trusted }: TimeFinding,
  now: Date,
): Promise<Judged> {
  const decoded = (values: UnsignedValues['ocsp'], most: number) =>
    values.map((value) => decodeDer(value, most) ?? new Uint8Array())
  const answers = {
    ocsp: await Promise.all(decoded(unsigned.ocsp, LARGEST_RESPONSE).map(readOcsp)),
    crls: decoded(unsigned.crls, LARGEST_LIST),
  }
  const sealedAt = at ?? now.getTime()
  const moments = { sealedAt, now: now.getTime() }
  const findings = await Promise.all(
    certificates.map(async (certificate, index) => {
      const issuer = certificates[index + 1]
      return {
        certificate,
        finding: await judgeRevocation(certificate, issuer, answers, pool.others, moments),
      }
    }),
  )
  const [leaf, ...above] = findings
  if (leaf === undefined) throw new TypeError('expected a chain')
  return judgeRevocations(leaf.finding, above, { at: sealedAt, trusted })
}

function worstOf(all: { authenticity: Authenticity }[]): Authenticity {
  const found = all.map(({ authenticity }) => authenticity)
  if (found.includes('fails')) return 'fails'
  return found.includes('unknown') ? 'unknown' : 'holds'
}

function undecided(checks: Check[], authenticity: Authenticity): SealFinding {
  return { authenticity, questionable: false, checks: inSealOrder(checks), issuerId: '' }
}

/** All of the checks, those that are missing as not reached. */
function inSealOrder(checks: Check[]): Check[] {
  return SEAL_CHECKS.map((id) => checks.find((check) => check.id === id) ?? notReached(id))
}
