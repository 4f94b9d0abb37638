import type { WorkerRequestName, WorkerRequests } from '../platform/messages'
import { request } from '../platform/requests'

/** A worker that was asleep needs a moment to start; one that is silent for longer is not coming. */
const PATIENCE_MS = 10_000

/** Asks the worker, and rejects when it does not answer in time. */
export function ask<Name extends WorkerRequestName>(
  type: Name,
  params: WorkerRequests[Name]['params'],
  patienceMs = PATIENCE_MS,
): Promise<WorkerRequests[Name]['result']> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error(`expected an answer to "${type}" within ${patienceMs} ms, got none`))
    }, patienceMs)
  })
  return Promise.race([request(type, params), silence])
}
