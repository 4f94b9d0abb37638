/** Runs in a worker thread: one badge at a time, from its name to its line. */
import { Console } from 'node:console'
import { Tinypool } from 'tinypool'
import { verifyBadge, type BadgeSource } from '../verifier'
import type { EscoLookup } from '../verifier'
import { lookupIn } from './esco-lookup'
import { decodePng } from './decode-png'
import type { Job, JobResult, Settings } from './job'
import { humanLine, jsonLine } from './lines'
import { fetchOver } from './network/fetch-port'
import { readBadgeFile } from './read-badge-file'

// Standard output belongs to the lines: what a library has to say must not get between them.
globalThis.console = new Console(process.stderr)

/** Read once for all badges of this thread. */
let esco: EscoLookup | undefined

export default async function verify({ name, source, web }: Job): Promise<JobResult> {
  const settings = Tinypool.workerData as Settings
  esco ??= settings.esco && lookupIn(settings.esco)
  try {
    const read = 'file' in source ? await readBadgeFile(source.file) : source
    if ('failure' in read) return read
    const report = await verifyBadge(read satisfies BadgeSource, {
      fetch: web === undefined ? noNetwork : fetchOver(web),
      ask: () => Promise.resolve(!settings.offline),
      now: () => settings.now ?? new Date(),
      recipients: settings.recipients,
      trustLists: settings.trustLists,
      decodePicture: decodePng,
      ...(esco && { esco }),
    })
    const line = settings.json ? jsonLine(name, report) : humanLine(name, report)
    return { verdict: report.verdict, line }
  } finally {
    web?.close()
  }
}

function noNetwork(): Promise<never> {
  return Promise.reject(new TypeError('offline'))
}
