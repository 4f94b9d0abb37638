import { reason } from '../report'
import type { ResolvedDocument } from './controller-document'
import type { DidMethod } from './did-method'
import { importMultikey } from './public-key'

/** did:key (W3C CCG, did:key method 0.9): the identifier is a Multikey; base58btc only. */
export const didKey: DidMethod = {
  name: 'key',
  offline: true,
  async resolve(did): Promise<ResolvedDocument> {
    const multikey = did.slice('did:key:'.length)
    if (!multikey.startsWith('z') || 'reason' in (await importMultikey(multikey)))
      return { reason: reason('key-not-supported', { type: 'did:key' }) }
    const id = `${did}#${multikey}`
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }
    const json = { id: did, verificationMethod: [method], assertionMethod: [id] }
    return { id: did, json }
  },
}
