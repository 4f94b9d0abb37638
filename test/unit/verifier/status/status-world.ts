/** A world of status lists: what is where, and a proof check that trusts what a test says. */
import { gzipSync } from 'node:zlib'
import { createGuardedFetch } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS, type Limits } from '../../../../src/verifier/http/limits'
import { reason, type Authenticity, type Need } from '../../../../src/verifier/report'
import type { StatusContext } from '../../../../src/verifier/status'
import type { JsonObject, ProofFinding } from '../../../../src/verifier/verification'

export const NOW = new Date('2025-06-01T12:00:00Z')
export const ISSUER = 'https://issuer.example/issuers/1'
export const CREDENTIAL = 'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001'
export const LIST_URL = 'https://issuer.example/status/1'

interface World {
  context: StatusContext
  asked: string[]
  /** What had its proof checked, with the issuer that it was checked against. */
  proven: { json: JsonObject; isJwt: boolean; issuerId: string }[]
}

interface WorldOptions {
  proof?: Authenticity
  questionable?: boolean
  /** When the proof of a list, or its key, ends. */
  ends?: Pick<ProofFinding, 'proofUntil' | 'keyEnds'>
  issuerId?: string
  credentialId?: string | null
  refuse?: string[]
  limits?: Partial<Limits>
}

/** @param documents by URL: an object (sent as JSON), a text, or a status code */
export function statusWorld(
  documents: Record<string, object | string | number>,
  { proof = 'holds', questionable = false, ends, ...options }: WorldOptions = {},
): World {
  const asked: string[] = []
  const proven: World['proven'] = []
  const limits = { ...LIMITS, ...options.limits }
  const environment = {
    fetch: (url: unknown) => {
      asked.push(String(url))
      const found = documents[String(url)]
      if (found === undefined) return Promise.reject(new TypeError('fetch failed'))
      if (typeof found === 'number') return Promise.resolve(new Response('{}', { status: found }))
      return Promise.resolve(
        new Response(typeof found === 'string' ? found : JSON.stringify(found)),
      )
    },
    ask: ({ host }: Need) => Promise.resolve(!(options.refuse ?? []).includes(host)),
  }
  const credentialId = options.credentialId === undefined ? CREDENTIAL : options.credentialId
  const context: StatusContext = {
    verification: {
      environment,
      now: NOW,
      limits,
      http: createGuardedFetch(environment, limits),
      judgePart: () => Promise.reject(new Error('a status list has no parts')),
    },
    issuerId: options.issuerId ?? ISSUER,
    ...(credentialId !== null && { credentialId }),
    provenBy: 'proof',
    proveListCredential: ({ json, jws }, issuerId) => {
      proven.push({ json, isJwt: jws !== undefined, issuerId })
      return Promise.resolve({ ...proofFinding(proof, questionable), ...ends })
    },
  }
  return { context, asked, proven }
}

function proofFinding(authenticity: Authenticity, questionable: boolean): ProofFinding {
  const altered = reason('altered', { suite: 'eddsa-rdfc-2022' })
  return {
    authenticity,
    questionable,
    checks: [
      { id: 'proof', outcome: authenticity === 'holds' ? 'passed' : 'failed', reasons: [altered] },
      { id: 'key', outcome: 'passed', reasons: [reason('key-is-issuer', { issuer: ISSUER })] },
    ],
  }
}

/** Bits of a list, the first one being the left-most. */
export function bits(length: number, set: number[] = []): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(length / 8))
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return bytes
}

export function encodeList(list: Uint8Array): string {
  return `u${gzipSync(list).toString('base64url')}`
}

/** A status list credential of 131,072 entries, the given ones set. */
export function listCredential(
  set: number[] = [],
  { subject = {}, ...changes }: JsonObject & { subject?: JsonObject } = {},
): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: LIST_URL,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: ISSUER,
    validFrom: '2025-01-01T00:00:00Z',
    credentialSubject: {
      id: `${LIST_URL}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeList(bits(131_072, set)),
      ...subject,
    },
    ...changes,
  }
}

export function entry(changes: JsonObject = {}): JsonObject {
  return {
    id: `${LIST_URL}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: LIST_URL,
    ...changes,
  }
}
