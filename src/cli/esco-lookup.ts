import { loadIndex } from '../verifier/alignments/esco-index/load-index'
import { offlineLookup } from '../verifier/alignments/esco-index/offline-lookup'
import type { EscoLookup } from '../verifier/alignments/esco-lookup'

/** Looks up in the bytes of an index, which are read when a badge first names a skill. Asks nobody. */
export function lookupIn(bytes: Uint8Array<ArrayBuffer>): EscoLookup {
  let read: Promise<EscoLookup> | undefined
  const lookup = () => (read ??= loadIndex(bytes).then(offlineLookup))
  return {
    concept: async (...question) => (await lookup()).concept(...question),
    labelled: async (...question) => (await lookup()).labelled(...question),
  }
}
