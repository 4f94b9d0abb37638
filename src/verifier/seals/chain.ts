/** From a certificate upwards (RFC 5280, section 6.1), as far as certificates are there. */
import { KeyUsageFlags } from '@peculiar/asn1-x509'
import { mayBeUsedFor, type Certificate } from './certificate'
import { holdsUnder } from './signature-scheme'

/**
 * - `anchor`: one that the environment trusts; `root`: one that signed itself;
 * - `self-signed`: the same, and there is nothing below it: anybody can make one;
 * - `incomplete`: nobody has the issuer of the last one;
 * - `broken`: whoever is named as the issuer of the last one did not sign it, or may issue none;
 * - `not-supported`: by an algorithm, a key or under limits that are not supported here.
 */
export type ChainEnd = 'anchor' | 'root' | 'self-signed' | 'incomplete' | 'broken' | 'not-supported'

export interface Chain {
  /** From the certificate upwards; each but the last one was signed by the next. */
  certificates: Certificate[]
  end: ChainEnd
}

const LONGEST_CHAIN = 8
/** Certificates of one name that are tried as the issuer of one. */
const MOST_CANDIDATES = 4

/**
 * Dates are not looked at: they are judged at the time of sealing, which is known only later.
 *
 * @param pool certificates that may stand in the chain, anchors among them
 * @param anchors hex SHA-256 of the certificates that are trusted
 */
export async function buildChain(
  leaf: Certificate,
  pool: Certificate[],
  anchors: ReadonlySet<string>,
): Promise<Chain> {
  const certificates = [leaf]
  for (let last = leaf; ;) {
    if (anchors.has(last.sha256)) return { certificates, end: 'anchor' }
    if (last.subjectName === last.issuerName)
      return { certificates, end: await endOfRoot(certificates, last) }
    if (certificates.length === LONGEST_CHAIN) return { certificates, end: 'incomplete' }
    const next = await issuerOf(certificates, last, candidates(last, pool, anchors))
    if (typeof next === 'string') return { certificates, end: next }
    certificates.push(next)
    last = next
  }
}

async function endOfRoot({ length }: Certificate[], root: Certificate): Promise<ChainEnd> {
  const problem = await linkProblem(root, root)
  if (problem) return problem
  return length === 1 ? 'self-signed' : 'root'
}

function candidates(
  { issuerName, issuerKeyId }: Certificate,
  pool: Certificate[],
  anchors: ReadonlySet<string>,
): Certificate[] {
  const named = pool.filter(({ subjectName }) => subjectName === issuerName)
  // An authority may have changed its key, and kept its name.
  const fitting = named.filter(
    ({ keyId }) => keyId === undefined || issuerKeyId === undefined || keyId === issuerKeyId,
  )
  const isAnchor = ({ sha256 }: Certificate) => Number(anchors.has(sha256))
  return fitting
    .toSorted((a, b) => isAnchor(b) - isAnchor(a) || b.notAfter - a.notAfter)
    .slice(0, MOST_CANDIDATES)
}

async function issuerOf(
  below: Certificate[],
  certificate: Certificate,
  among: Certificate[],
): Promise<Certificate | 'incomplete' | 'broken' | 'not-supported'> {
  const problems = new Set<'broken' | 'not-supported'>()
  for (const candidate of among) {
    const problem =
      authorityProblem(candidate, below.length - 1) ?? (await linkProblem(certificate, candidate))
    if (problem === undefined) return candidate
    problems.add(problem)
  }
  if (problems.size === 0) return 'incomplete'
  return problems.has('not-supported') ? 'not-supported' : 'broken'
}

/** RFC 5280, section 6.1.4, (k) to (n); section 4.2 on critical extensions. */
function authorityProblem(
  issuer: Certificate,
  authoritiesBelow: number,
): 'broken' | 'not-supported' | undefined {
  const { isAuthority, pathLength = Infinity, unknownCritical } = issuer
  const mayIssue = isAuthority && mayBeUsedFor(issuer, KeyUsageFlags.keyCertSign)
  if (!mayIssue || authoritiesBelow > pathLength) return 'broken'
  // What its limits allow nobody can tell here, and so neither that they were passed.
  return unknownCritical === undefined ? undefined : 'not-supported'
}

async function linkProblem(
  certificate: Certificate,
  issuer: Certificate,
): Promise<'broken' | 'not-supported' | undefined> {
  if (certificate.scheme === undefined || issuer.key.type === 'other') return 'not-supported'
  const holds = await isSignedBy(certificate, issuer)
  return holds ? undefined : 'broken'
}

/** Was it signed by the key of this one? Names and dates are not looked at. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  const { scheme, signature, signed } = certificate
  if (scheme === undefined) return Promise.resolve(false)
  return holdsUnder(issuer.key, scheme, signature, signed)
}
