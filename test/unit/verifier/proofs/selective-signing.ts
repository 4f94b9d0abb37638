/** Makes derived proofs of `ecdsa-sd-2023` as a holder would, with every step open to an attack. */
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import type { JsonObject } from '../../../../src/verifier/verification'
import { ecdsa } from '../signing'
import { multikeyBytes, proofOptions, quadsOf, type KeySigner } from './suite-signing'

/** Bytes, numbers, lists and maps, as CBOR writes them. */
export type Cbor = number | Uint8Array | Cbor[] | Map<number, Cbor>

/** What the value of a derived proof holds, before it is written down. */
export interface Parts {
  baseSignature: Uint8Array
  publicKey: Uint8Array
  signatures: Uint8Array[]
  labels: Map<number, Uint8Array>
  mandatory: number[]
}

export interface Choices {
  /** Which statements the issuer made mandatory. */
  isMandatory?: (statement: string) => boolean
  /** Labels by canonical number; random ones for the others. */
  labels?: Map<number, Uint8Array>
  /** Changes the parts before they are written down. */
  change?: (parts: Parts) => Partial<Parts>
  options?: JsonObject
}

/** `signed` is the document that the signatures are about; it is `shown` that gets the proof. */
export async function disclose(
  shown: JsonObject,
  issuer: KeySigner,
  choices: Choices = {},
  signed: JsonObject = shown,
): Promise<JsonObject> {
  const options = proofOptions('ecdsa-sd-2023', issuer, choices.options)
  const parts = await partsOf(signed, options, issuer, choices)
  const value = { ...parts, ...choices.change?.(parts) }
  return { ...shown, proof: { ...options, proofValue: derivedValue(value) } }
}

async function partsOf(
  document: JsonObject,
  options: JsonObject,
  issuer: KeySigner,
  { isMandatory = (statement) => statement.includes('issuer'), labels: given }: Choices,
): Promise<Parts> {
  const quads = await quadsOf(document, 'SHA-256')
  const nodes = quads.matchAll(/^[^"\n]*?_:c14n(\d+)/gm)
  const numbers = [...new Set([...nodes].map(([, digits]) => Number(digits)))]
  const labels = new Map(
    numbers.map((number) => [
      number,
      given?.get(number) ?? crypto.getRandomValues(new Uint8Array(32)),
    ]),
  )
  const statements = relabelled(quads, labels)
  const ephemeral = await ecdsa('P-256')
  const publicKey = Uint8Array.from(multikeyBytes(ephemeral, 'P-256'))
  const mandatory = statements.flatMap((statement, at) => (isMandatory(statement) ? [at] : []))
  const others = statements.filter((statement) => !isMandatory(statement))
  const context = { '@context': document['@context']! }
  const hashes = [
    await sha256(await quadsOf({ ...options, ...context }, 'SHA-256')),
    publicKey,
    await sha256(statements.filter(isMandatory).join('')),
  ]
  return {
    baseSignature: await issuer.sign(Uint8Array.from(hashes.flatMap((part) => [...part]))),
    publicKey,
    signatures: await Promise.all(
      others.map((statement) => ephemeral.sign(new TextEncoder().encode(statement))),
    ),
    labels,
    mandatory,
  }
}

/** Labels stand before the first quotation mark: what follows is text. */
function relabelled(quads: string, labels: Map<number, Uint8Array>): string[] {
  const label = (digits: string) => `_:u${encodeBase64url(labels.get(Number(digits))!)}`
  return quads
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [terms, ...text] = line.split('"')
      const named = terms!.replace(/_:c14n(\d+)/g, (_, digits: string) => label(digits))
      return `${[named, ...text].join('"')}\n`
    })
    .sort()
}

export function derivedValue({ baseSignature, publicKey, signatures, labels, mandatory }: Parts) {
  return valueOf([baseSignature, publicKey, signatures, labels, mandatory])
}

/** The tag of a derived proof, then the value. */
export function valueOf(value: Cbor, header = [0xd9, 0x5d, 0x01]): string {
  return `u${encodeBase64url(Uint8Array.from([...header, ...encodeCbor(value)]))}`
}

export function encodeCbor(value: Cbor): number[] {
  if (typeof value === 'number') return head(0, value)
  if (value instanceof Uint8Array) return [...head(2, value.length), ...value]
  if (Array.isArray(value)) return [...head(4, value.length), ...value.flatMap(encodeCbor)]
  const members = [...value].flatMap(([key, member]) => [...head(0, key), ...encodeCbor(member)])
  return [...head(5, value.size), ...members]
}

function head(major: number, number: number): number[] {
  const type = major << 5
  if (number < 24) return [type | number]
  if (number < 0x100) return [type | 24, number]
  return [type | 25, number >> 8, number & 0xff]
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
