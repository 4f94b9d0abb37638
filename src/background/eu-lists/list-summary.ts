import { isListOfLists } from '../../platform/eu-list-database'
import type { EuListSummary, KeptEuList } from '../../platform/eu-list-shapes'
import type { TrustedService } from '../../verifier/trusted-lists/trusted-lists'
import { hostOf } from './obtain'

/** What the options show of a kept list. */
export function summaryOf(kept: KeptEuList, now: Date): EuListSummary {
  const { country, url, retrieved, list } = kept
  const { issued, nextUpdate } = list
  return {
    country,
    host: hostOf(url),
    issued,
    ...(nextUpdate !== undefined && { nextUpdate }),
    isOverdue: nextUpdate !== undefined && now >= new Date(nextUpdate),
    retrieved: new Date(retrieved).toISOString(),
    count: isListOfLists(kept)
      ? kept.list.pointers.length
      : kept.list.services.filter(isForSealsNow).length,
  }
}

function isForSealsNow({ type, states: [newest] }: TrustedService): boolean {
  return type === 'CA/QC' && newest?.status === 'granted' && newest.forSeals
}
