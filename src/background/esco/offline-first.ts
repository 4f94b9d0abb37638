import type { EscoLookup } from '../../verifier/alignments/esco-lookup'

/** The index answers what it covers; only the rest is asked. */
export function offlineFirst(offline: EscoLookup, live: EscoLookup): EscoLookup {
  return {
    async concept(...question) {
      const answer = await offline.concept(...question)
      return answer.state === 'unknown' ? live.concept(...question) : answer
    },
    async labelled(...question) {
      const answer = await offline.labelled(...question)
      return answer.state === 'unknown' ? live.labelled(...question) : answer
    },
  }
}
