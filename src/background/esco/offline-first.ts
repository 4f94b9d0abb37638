import type { EscoLookup } from '../../verifier/alignments/esco-lookup'

/**
 * The index answers what it covers; only the rest is asked.
 *
 * @param offline gives the index, or nothing where there is none; called for each question
 */
export function offlineFirst(
  offline: () => Promise<EscoLookup | undefined>,
  live: EscoLookup,
): EscoLookup {
  return {
    async concept(...question) {
      const answer = await (await offline())?.concept(...question)
      return answer === undefined || answer.state === 'unknown' ? live.concept(...question) : answer
    },
    async labelled(...question) {
      const answer = await (await offline())?.labelled(...question)
      return answer === undefined || answer.state === 'unknown'
        ? live.labelled(...question)
        : answer
    },
  }
}
