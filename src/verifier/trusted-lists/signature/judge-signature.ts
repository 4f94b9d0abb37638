import type { ListedKey } from '../listed-keys'
import type { OpenedList } from '../open-list'
import { digestOf, holdsUnder, isKnownMethod } from './algorithms'
import { readSignature, type DigestedPart } from './read-signature'

/**
 * What the signature of a list comes to.
 *
 * - `unsigned`: there is none, or none in the form that a list's has;
 * - `unsupported`: an algorithm that is not verified here, or not any more;
 * - `altered`: the list is not what was signed;
 * - `other-signer`: by none of the certificates that may sign it, or altered in its SignedInfo.
 */
export type SignatureResult =
  | { is: 'holds'; signer: ListedKey }
  | { is: 'unsigned' | 'unsupported' | 'altered' | 'other-signer' }

/**
 * Judges the signature of a list by the certificates that may sign it. Whether these are in force is not
 * looked at: whoever names them names them now, and most of them are self-signed.
 */
export async function judgeSignature(
  list: OpenedList,
  signers: ListedKey[],
): Promise<SignatureResult> {
  const signature = readSignature(list)
  if (!signature) return { is: 'unsigned' }
  if (!isKnownMethod(signature.method)) return { is: 'unsupported' }
  for (const part of signature.parts) {
    const result = await compare(part)
    if (result !== 'same') return { is: result }
  }
  for (const signer of signers) {
    const { method, value, signedInfo } = signature
    if (await holdsUnder(method, signer.spki, value, signedInfo)) return { is: 'holds', signer }
  }
  return { is: 'other-signer' }
}

async function compare({
  bytes,
  method,
  digest,
}: DigestedPart): Promise<'same' | 'altered' | 'unsupported'> {
  const found = await digestOf(method, bytes)
  if (!found) return 'unsupported'
  const isSame = found.length === digest.length && found.every((byte, at) => byte === digest[at])
  return isSame ? 'same' : 'altered'
}
