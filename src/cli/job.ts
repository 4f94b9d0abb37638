import type { MessagePort } from 'node:worker_threads'
import type { TrustList } from '../verifier'
import type { Verdict } from '../verifier/report'
import type { Failure } from './failure'
import type { FilePath } from './inputs/file-path'

/** What is the same for every badge of a run: each worker is told once. */
export interface Settings {
  json: boolean
  offline: boolean
  recipients: string[]
  trustLists: TrustList[]
  /** The bytes of an index of ESCO; without one nothing is looked up. */
  esco?: Uint8Array<ArrayBuffer>
  now?: Date
}

/** One thing to verify. `web` leads to the network; without it there is none. */
export interface Job {
  name: string
  source: { file: FilePath } | { url: string }
  web?: MessagePort
}

/** `line` is ready to be written, with its line break. */
export type JobResult = { verdict: Verdict; line: string } | { failure: Failure }
