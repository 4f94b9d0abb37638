import { canonicalForm } from '../../src/verifier/json-ld/canonical-form'
import { refuseHiding } from '../../src/verifier/json-ld/document-shape'
import { contextLoader } from '../../src/verifier/json-ld/loader'
import { readDirectly, readStatements } from '../../src/verifier/json-ld/read-directly'
import { importMultikey } from '../../src/verifier/keys/public-key'
import { signatureOf } from '../../src/verifier/proofs/proof-value'
import { hashTexts } from '../../src/verifier/proofs/signed-texts'
import type { JsonObject } from '../../src/verifier/verification'
import { median } from './measure-place'
import { verifiers } from './verifiers/touchstone'
import type { SignedBadge } from './verifiers/verifier'

export interface Stage {
  name: string
  /** Median, in microseconds. */
  median: number
}

const BATCH = 20
const ROUNDS = 150
const OPTIONS = { load: contextLoader(), onlyBundled: true, digest: 'SHA-256' } as const

/** The stages of one verification of a proof, in turns; what is left of the whole is the rest. */
export async function timeStages(badge: SignedBadge): Promise<Stage[]> {
  const { proof, ...document } = badge.credential
  const { proofValue: _, ...rest } = proof as JsonObject
  const options: JsonObject = { ...rest, '@context': document['@context'] ?? [] }
  const parts = [document, options]
  const statements = parts.map((part) => readStatements(part, OPTIONS))
  const [quads = '', ofOptions = ''] = parts.map((part) => readDirectly(part, OPTIONS))
  const key = await importMultikey(badge.did.slice('did:key:'.length))
  const signature = signatureOf(proof as JsonObject, 64)
  if ('reason' in key || 'reason' in signature) throw new Error('expected an Ed25519 proof')
  const texts = { document: quads, options: ofOptions }
  const hash = await hashTexts(texts, 'SHA-256')
  const stages: [string, () => unknown][] = [
    [
      'shape',
      () => {
        for (const part of parts) refuseHiding(part)
      },
    ],
    ['expansion', () => parts.map((part) => readStatements(part, OPTIONS))],
    [
      'canonicalisation',
      () => {
        for (const each of statements) canonicalForm(each, 'SHA-256')
      },
    ],
    ['hashing', () => hashTexts(texts, 'SHA-256')],
    ['signature', () => crypto.subtle.verify({ name: 'Ed25519' }, key.cryptoKey, signature, hash)],
    ['whole', () => verifiers[0]?.verify(badge)],
  ]
  const samples = stages.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, [, run]] of stages.entries()) samples[at]?.push(await batch(run))
  return withRest(stages.map(([name], at) => ({ name, median: median(samples[at] ?? []) })))
}

function withRest(stages: Stage[]): Stage[] {
  const whole = stages.at(-1)?.median ?? NaN
  const known = stages.slice(0, -1)
  const sum = known.reduce((total, stage) => total + stage.median, 0)
  return [...known, { name: 'rest', median: Math.max(0, whole - sum) }]
}

/** Mean of a batch, in microseconds. */
async function batch(run: () => unknown): Promise<number> {
  const start = performance.now()
  for (let time = 0; time < BATCH; time++) await run()
  return ((performance.now() - start) * 1_000) / BATCH
}
