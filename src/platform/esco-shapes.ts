/** What is kept of ESCO, and what the options page is told of it: plain data. */
import type { EscoIndexInfo } from '../verifier/alignments/esco-index/entry'
import type { EscoConcept } from '../verifier/alignments/esco-lookup'
import type { Reason } from '../verifier/report'

export type { EscoIndexInfo }

/** Why no index came of it. */
export type EscoProblem =
  /** The browser's user withholds the host. */
  | { is: 'permission'; host: string }
  /** ESCO gave no answer that can be used. */
  | { is: 'not-obtained'; reason?: Reason }
  /** It said that there is more than it gave, or changed in between. */
  | { is: 'incomplete' }
  /** `expected`: in the verifier's words, for experts. */
  | { is: 'unreadable'; expected: string }
  | { is: 'internal' }

/** How far making an index has come; it outlives the worker and the browser. */
export interface EscoJob {
  from: 'api' | 'csv'
  state: 'running' | 'paused' | 'failed'
  /** Which of several jobs it is: what an earlier one still gets is not kept. */
  id: string
  language: string
  /** Of a file: its name. */
  name?: string
  /** Of a download: the type and page that come next. */
  type: number
  page: number
  /** Concepts so far; of all, as far as ESCO has said. */
  done: number
  total: number
  problem?: EscoProblem
}

/** What the options page shows. */
export interface EscoOffline {
  index?: EscoIndexInfo
  job?: Pick<EscoJob, 'from' | 'state' | 'done' | 'total' | 'problem'>
}

/** What the API said, for as long as it may stand for the present. */
export interface KeptEscoAnswer {
  /** Version of ESCO and what was asked. */
  id: string
  /** Milliseconds since the epoch. */
  savedAt: number
  /** Empty: there is none. */
  concepts: EscoConcept[]
  obsolete?: true
}
