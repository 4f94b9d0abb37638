import { encodeBase64url } from '../../keys/base64url'
import { importMultikey } from '../../keys/public-key'
import { reason, type Reason } from '../../report'
import type { Cryptosuite } from '../cryptosuite'
import { readDisclosure, type Disclosure } from '../disclosure'
import { verifyP256 } from '../ecdsa-proof'
import { relabelQuads } from '../relabel-quads'
import { signedQuads } from '../signed-quads'
import { concatenate, hashText } from '../signed-texts'
import { perhapsWithheld } from '../withheld'

/** Each costs a verification; a large badge has some hundred. */
const MOST_STATEMENTS = 2_000

const SUITE = 'ecdsa-sd-2023'

/**
 * Data Integrity ECDSA Cryptosuites 1.0, section 3.5: the issuer signs the mandatory statements together
 * and every other one by itself, and the holder chooses which of those to show.
 *
 * No statement of the document is left over: each is either mandatory or has its signature. What the
 * holder left out cannot be known, so that a person is told where it may be what decides.
 */
export const ecdsaSd2023: Cryptosuite = {
  name: SUITE,
  keyTypes: ['P-256'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && cryptosuite === SUITE,
  async prepare(secured, canonicalize, order) {
    const disclosure = readDisclosure(secured.proof)
    if ('reason' in disclosure) return disclosure
    const quads = await signedQuads(secured, canonicalize, 'SHA-256')
    if ('reason' in quads) return quads
    const statements = relabelQuads(quads.document, disclosure.labels, order)
    if (statements === undefined) return altered()
    if (statements.length > MOST_STATEMENTS)
      return { reason: reason('json-ld-invalid', { detail: 'too many statements' }) }
    const mandatory = statements.filter((_, at) => disclosure.mandatory.has(at))
    const optional = statements.filter((_, at) => !disclosure.mandatory.has(at))
    if (mandatory.length !== disclosure.mandatory.size) return altered()
    if (!(await areSigned(optional, disclosure))) return altered()
    const signed = concatenate(
      await hashText(quads.options, 'SHA-256'),
      disclosure.publicKey,
      await hashText(mandatory.join(''), 'SHA-256'),
    )
    return {
      disclosure: perhapsWithheld(secured.document, { mandatory, optional }),
      holdsUnder: (key) => verifyP256(key, disclosure.baseSignature, signed),
    }
  },
}

/** Has every statement that is not mandatory its own signature, and is there none more? */
async function areSigned(
  optional: string[],
  { publicKey, signatures }: Disclosure,
): Promise<boolean> {
  if (optional.length !== signatures.length) return false
  const key = await importMultikey(`u${encodeBase64url(publicKey)}`)
  if ('reason' in key) return false
  const encoder = new TextEncoder()
  const held = await Promise.all(
    signatures.map((signature, at) => verifyP256(key, signature, encoder.encode(optional[at]))),
  )
  return held.every(Boolean)
}

function altered(): { reason: Reason } {
  return { reason: reason('altered', { suite: SUITE }) }
}
