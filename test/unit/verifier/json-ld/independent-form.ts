import jsonld from 'jsonld'
import { contextLoader } from '../../../../src/verifier/json-ld/loader'
import type { JsonObject } from '../../../../src/verifier/verification'

/**
 * The canonical form that `jsonld` and `rdf-canonize` make, with nothing of ours but the texts of contexts.
 * They sort by code units (`canonical-order.ts`). Throws where a term would be dropped.
 */
export async function independentForm(
  document: JsonObject,
  { contexts, digest = 'SHA-256' }: { contexts?: Record<string, object>; digest?: string } = {},
): Promise<string> {
  const load = contextLoader(contexts)
  const options = {
    algorithm: 'RDFC-1.0',
    documentLoader: (url: string) => Promise.resolve({ documentUrl: url, document: load(url) }),
    base: null as unknown as string,
    safe: true,
    canonizeOptions: { maxWorkFactor: 3, messageDigestAlgorithm: digest },
  }
  return await jsonld.canonize(document, options as jsonld.Options.Normalize)
}
