import type { Versions } from '../report'
import type { TrustedLists } from './trusted-lists'

/** Trusted lists that remember what they answered with. */
export interface UsedLists {
  lists: TrustedLists
  /** Of the lists that were given, for `report.versions`: a report stands while its lists do. */
  versions(): Versions
}

export function usedLists(source: TrustedLists): UsedLists {
  const versions: Versions = {}
  return {
    lists: {
      async ofCountry(country, way) {
        const answer = await source.ofCountry(country, way)
        if ('list' in answer) {
          const { list } = answer
          versions[`eu-list/${list.country}`] = `${list.sequenceNumber} ${list.issued}`
        }
        return answer
      },
    },
    versions: () => ({ ...versions }),
  }
}
