/** The command as a process: its streams, its signals, the real network. */
import { main } from './main'
import { httpsWeb } from './network/https-web'

/** Built beside this module. */
const WORKER = new URL('./worker.js', import.meta.url)

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Once: whoever presses again does not want to wait.
  process.once(signal, () => {
    interruption.abort()
  })
}

const { web, close } = httpsWeb()
const { stdin, stdout, stderr } = process
// The exit status is said by setting it: `process.exit` would cut off what is still being written.
process.exitCode = await main(
  process.argv.slice(2),
  { stdin, stdout, stderr, interrupted: interruption.signal },
  { web, worker: WORKER, now: () => new Date() },
)
close()
// An open terminal or pipe would keep the process waiting for more names.
stdin.destroy()
