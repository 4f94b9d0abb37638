/** The command. Its worker is built beside it. */
import { runInProcess } from './process'

await runInProcess(new URL('./worker.js', import.meta.url))
