import { main } from './main'
import { httpsWeb, type HttpsSettings } from './network/https-web'

/**
 * Runs the command in this process: its arguments, streams and signals.
 *
 * @param worker the built worker module
 * @param settings of the network; the command itself has none, tests lead it to a server of theirs
 */
export async function runInProcess(worker: URL, settings: HttpsSettings = {}): Promise<void> {
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Once: whoever presses again does not want to wait.
    process.once(signal, () => {
      interruption.abort()
    })
  }
  const { web, close } = httpsWeb(settings)
  const { stdin, stdout, stderr } = process
  // The exit status is said by setting it: `process.exit` would cut off what is still being written.
  process.exitCode = await main(
    process.argv.slice(2),
    { stdin, stdout, stderr, interrupted: interruption.signal },
    { web, worker, now: () => new Date() },
  )
  close()
  // An open terminal or pipe would keep the process waiting for more names.
  stdin.destroy()
}
