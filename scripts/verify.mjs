/** `npm run -s verify -- NAME…`: verifies badges from the command line. Works on a fresh clone. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cliBundle } from './cli-bundle.mjs'
import { installDependencies } from './prepare.mjs'

let bin
try {
  installDependencies()
  bin = pathToFileURL(join(await cliBundle(), 'bin.js')).href
} catch (error) {
  console.error(error.message)
  process.exit(4)
}
// npm changes to the folder of the package; names are meant from where it was called.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env
if (script === 'verify' && calledFrom !== undefined) process.chdir(calledFrom)
await import(bin)
