/** Credentials inside credentials: records, presentations, endorsements, and how they are verified. */
import { verifyBadge } from '../../../src/verifier'
import type { VerifierEnvironment } from '../../../src/verifier/environment'
import type { Check, CheckId, VerificationReport } from '../../../src/verifier/report'
import type { JsonObject, JsonValue } from '../../../src/verifier/verification'
import { fakeWeb } from './fake-web'
import { NOW } from './fake-verification'
import { badge, ed25519, signDocument, type Ed25519Signer } from './signing'

export const LEARNER = 'did:example:learner'

/** Who issues what in these tests: all known by nothing but their keys. */
export const COLLEGE = await ed25519(11)
export const GUILD = await ed25519(12)
export const BOARD = await ed25519(13)
export const CHEAT = await ed25519(14)

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]
const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'

/** A badge of its own; `name` makes its id. */
export function badgeNamed(name: string, issuer: Ed25519Signer, changes: JsonObject = {}) {
  return badge(issuer.did, { id: `urn:badge:${encodeURIComponent(name)}`, name, ...changes })
}

export async function signedBadge(name: string, issuer: Ed25519Signer, changes: JsonObject = {}) {
  return signDocument(badgeNamed(name, issuer, changes), issuer)
}

/** The subject of a badge that was issued to somebody. */
export function subjectOf(id: string | undefined, more: JsonObject = {}): JsonObject {
  const { credentialSubject } = badge('')
  const { id: _, ...rest } = credentialSubject as JsonObject
  return { ...(id !== undefined && { id }), ...rest, ...more }
}

/** An unsigned record of these credentials. */
export function clr(issuer: Ed25519Signer, credentials: JsonValue[], changes: JsonObject = {}) {
  return {
    '@context': [CONTEXTS[0]!, CLR_CONTEXT, CONTEXTS[1]!],
    id: 'urn:clr:1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript of studies',
    issuer: { id: issuer.did, type: ['Profile'], name: 'College of Crafts' },
    validFrom: '2025-07-01T00:00:00Z',
    credentialSubject: {
      id: LEARNER,
      type: ['ClrSubject'],
      verifiableCredential: credentials,
    },
    ...changes,
  } satisfies JsonObject
}

export function signedClr(credentials: JsonValue[], changes: JsonObject = {}, issuer = COLLEGE) {
  return signDocument(clr(issuer, credentials, changes), issuer)
}

export const COMMENT = 'We know how this is examined, and stand behind it.'

/** A signed endorsement of what has this id. */
export function endorsementOf(about: string, issuer = BOARD, changes: JsonObject = {}) {
  const document: JsonObject = {
    '@context': CONTEXTS,
    id: `urn:endorsement:${encodeURIComponent(about)}:${issuer.did.slice(-6)}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    issuer: { id: issuer.did, type: ['Profile'], name: 'Board of Trades' },
    validFrom: '2025-06-01T00:00:00Z',
    credentialSubject: {
      id: about,
      type: ['EndorsementSubject'],
      endorsementComment: COMMENT,
    },
    ...changes,
  }
  return signDocument(document, issuer)
}

export function verify(
  document: JsonObject | string,
  pages: Parameters<typeof fakeWeb>[0] = {},
  more: Partial<VerifierEnvironment> = {},
): Promise<VerificationReport> {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return verifyBadge({ text }, { fetch: fakeWeb(pages).fetch, now: () => NOW, ...more })
}

export function checkOf(report: VerificationReport, id: CheckId): Check {
  const check = report.checks.find((each) => each.id === id)
  if (check === undefined) throw new Error(`expected a check ${id}`)
  return check
}

/** Codes of the reasons of a check. */
export function codesOf(report: VerificationReport, id: CheckId): string[] {
  return checkOf(report, id).reasons.map(({ code }) => code)
}
