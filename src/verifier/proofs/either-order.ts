import { ordersDiffer, type LineOrder } from '../json-ld/canonical-order'
import type { PublicKey } from '../keys/public-key'
import type { Reason } from '../report'
import type { Canonicalize, Cryptosuite, PreparedProof, Secured } from './cryptosuite'

/**
 * Prepares a proof in the order of lines that the standard demands, and where it does not hold in that,
 * in the order in which Digital Bazaar's `rdf-canonize`, and with it most signers, sort. Both say the same
 * statements, and differ for few characters only, so that a proof may hold in either.
 */
export async function prepareInEitherOrder(
  suite: Cryptosuite,
  secured: Secured,
  canonicalize: Canonicalize,
): Promise<PreparedProof | { reason: Reason }> {
  const prepareIn = (order: LineOrder) =>
    suite.prepare(secured, (part, digest) => canonicalize(part, digest, order), order)
  const mayDiffer = (): boolean => !suite.signsJson && ordersDiffer(JSON.stringify(secured))
  const prepared = await prepareIn('code-points')
  if ('reason' in prepared)
    return prepared.reason.code === 'altered' && mayDiffer() ? prepareIn('code-units') : prepared
  const holdsInOther = async (key: PublicKey): Promise<boolean> => {
    const other = await prepareIn('code-units')
    return 'holdsUnder' in other && other.holdsUnder(key)
  }
  return {
    ...prepared,
    holdsUnder: async (key) =>
      (await prepared.holdsUnder(key)) || (mayDiffer() && (await holdsInOther(key))),
  }
}
