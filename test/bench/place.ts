import type { Loaded, Task } from './runner'

/** One process or worker. Does one task after the other; rejects where one fails. */
export interface Running {
  perform(task: Task & { kind: 'load' }): Promise<Loaded>
  perform(task: Task & { kind: 'sample' }): Promise<number>
  /** Bytes in use, once what is not needed is collected. */
  heap(): Promise<number>
  close(): Promise<void>
}

/** Where verifiers run. */
export interface Place {
  name: string
  /** Starts a process or worker that has compiled nothing yet. */
  start(): Promise<Running>
  close(): Promise<void>
}

export interface Answer {
  result?: unknown
  error?: string
}

export function resultOf({ result, error }: Answer): unknown {
  if (error !== undefined) throw new Error(error)
  return result
}
