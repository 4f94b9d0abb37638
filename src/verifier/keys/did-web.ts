import { reason } from '../report'
import { readDocumentAt, type ResolvedDocument } from './controller-document'
import type { DidMethod } from './did-method'

/**
 * did:web (W3C CCG, did:web method): the document lies at the host's `/.well-known/did.json`, or at
 * `did.json` under the path. Its `id` must be the DID.
 */
export const didWeb: DidMethod = {
  name: 'web',
  offline: false,
  async resolve(did, verification): Promise<ResolvedDocument> {
    const url = addressOfDidWeb(did)
    if (url === undefined)
      return { reason: reason('issuer-document-unreadable', { host: did.slice(0, 100) }) }
    const document = await readDocumentAt(url, 'key', verification)
    if ('reason' in document) return document
    if (document.json.id === did) return { id: did, json: document.json }
    return { reason: reason('issuer-document-unreadable', { host: new URL(url).host }) }
  },
}

/** A host in lower case, and `%3A` with a port, which the guarded fetch refuses by name. */
const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)(?:%3[Aa](\d{1,5}))?$/

/** One segment of a path; no dot segment, nothing that decodes to a separator. */
const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9._~-]+$/

/**
 * The address of a did:web document, or `undefined` where the DID is not of the method's form.
 *
 * Percent-encoding is refused in the path: `%2F`, `%2E%2E` and `%23` would otherwise lead to another
 * document than the identifier shows.
 */
export function addressOfDidWeb(did: string): string | undefined {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':')
  const [, name, , port] = HOST.exec(host) ?? []
  if (name === undefined || !path.every((segment) => SEGMENT.test(segment))) return undefined
  const authority = port === undefined ? name : `${name}:${port}`
  const place = path.length === 0 ? '.well-known' : path.join('/')
  return `https://${authority}/${place}/did.json`
}
