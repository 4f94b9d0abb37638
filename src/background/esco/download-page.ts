import { mayAsk } from '../../platform/permissions'
import type { EscoJob, EscoProblem } from '../../platform/esco-shapes'
import type { EscoEntry } from '../../verifier/alignments/esco-index/entry'
import { createGuardedFetch } from '../../verifier/http/guarded-fetch'
import { LIMITS } from '../../verifier/http/limits'
import type { Need, Reason } from '../../verifier/report'
import type { Doors } from '../door'
import { ESCO_HOST, readPage, searchAddress, type EscoType, type ReadPage } from './api'
import type { EscoLine, EscoReply } from './esco-line'

/** What is downloaded, in this order; `concept`: the groups of skills, occupations and fields. */
export const TYPES: readonly EscoType[] = ['skill', 'occupation', 'concept']
export const PAGE = 100

export type DownloadedPage = { entries: EscoEntry[]; next: EscoJob } | { problem: EscoProblem }

/**
 * The page of a download that comes next, and the job after it. The user's click on "download" is the
 * consent to ask this one host.
 */
export async function downloadPage(
  job: EscoJob,
  { line, doors, signal }: { line: EscoLine; doors: Doors; signal: AbortSignal },
): Promise<DownloadedPage> {
  const type = TYPES[job.type] ?? 'concept'
  const { language, page } = job
  if (!(await mayAsk(ESCO_HOST))) return { problem: { is: 'permission', host: ESCO_HOST } }
  const door = doors.open({ private: false, signal })
  const ask = async (need: Need): Promise<boolean> => {
    if (need.host !== ESCO_HOST) return false
    await door.admit(ESCO_HOST)
    return true
  }
  try {
    const way = createGuardedFetch({ fetch: door.fetch, ask, signal }, LIMITS)
    const url = searchAddress({ text: '', type, language, limit: PAGE, offset: page })
    const reply = await line.ask(url, way, { signal })
    signal.throwIfAborted()
    if (reply.is === 'missing' && type === OPTIONAL) return pageOf(job, NOTHING)
    const read = reply.is === 'json' ? readPage(reply.json, language) : undefined
    return read ? pageOf(job, read) : { problem: { is: 'not-obtained', ...reasonOf(reply) } }
  } finally {
    door.close()
  }
}

/** Without groups a copy covers less, and says so. */
const OPTIONAL: EscoType = 'concept'
const NOTHING: ReadPage = { total: 0, results: 0, entries: [] }

/** Every page but the last must be full, and the last must end where ESCO said that it ends. */
function pageOf(job: EscoJob, { total, results, entries }: ReadPage): DownloadedPage {
  const expected = Math.max(0, Math.min(PAGE, total - job.page * PAGE))
  const isEmpty = total === 0 && TYPES[job.type] !== OPTIONAL
  if (results !== expected || isEmpty) return { problem: { is: 'incomplete' } }
  const isLast = (job.page + 1) * PAGE >= total
  return {
    entries,
    next: {
      ...job,
      type: isLast ? job.type + 1 : job.type,
      page: isLast ? 0 : job.page + 1,
      done: job.done + results,
      total: job.page === 0 ? job.total + total : job.total,
    },
  }
}

function reasonOf(reply: EscoReply): { reason?: Reason } {
  return reply.is === 'silent' && reply.reason ? { reason: reply.reason } : {}
}
