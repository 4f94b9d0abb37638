import { bindKey, type KeyClaim } from '../../../../src/verifier/keys/binding'
import { importJwk } from '../../../../src/verifier/keys/public-key'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../fake-verification'
import { ed25519 } from '../signing'

/** The key that the issuer of these tests signs with. */
export const key = await ed25519(1)

/** A method of the issuer's document with the good key. */
export const listed = (id: string, changes: JsonObject = {}): JsonObject => ({
  id,
  type: 'Multikey',
  publicKeyMultibase: key.multikey,
  ...changes,
})

/** What `bindKey` decides, and whom it asked. */
export async function bind(claim: KeyClaim, answers: Record<string, FakeAnswer> = {}) {
  const verification = fakeVerification(answers)
  const binding = await bindKey(claim, verification)
  const identity = 'key' in binding ? binding.key.identity : undefined
  const { outcome, reason } = binding
  return { outcome, code: reason.code, identity, asked: verification.asked.map(({ url }) => url) }
}

export async function identityOf(jwk: JsonObject): Promise<string> {
  const imported = await importJwk(jwk)
  return 'identity' in imported ? imported.identity : ''
}

/** Its identity. */
export const good = await identityOf(key.publicJwk)
