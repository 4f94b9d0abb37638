import { reason } from '../report'
import type { ResolvedDocument } from './controller-document'
import type { DidMethod } from './did-method'
import { jwkOfMultikey } from './multikey'

/** did:key (W3C CCG, did:key method 0.9): the identifier is a Multikey; base58btc only. */
export const didKey: DidMethod = {
  name: 'key',
  offline: true,
  resolve(did): Promise<ResolvedDocument> {
    const multikey = did.slice('did:key:'.length)
    if (!multikey.startsWith('z') || jwkOfMultikey(multikey) === undefined)
      return Promise.resolve({ reason: reason('key-not-supported', { type: 'did:key' }) })
    const id = `${did}#${multikey}`
    const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }
    const json = { id: did, verificationMethod: [method], assertionMethod: [id] }
    return Promise.resolve({ id: did, json })
  },
}
