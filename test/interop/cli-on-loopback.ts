/**
 * The command with another internet: a server on this machine. A process of its own, started by
 * `cli.test.ts`; the command itself has no setting that would lead it here.
 *
 * Arguments: the bundle's folder, the server's port, a file with its certificate, then the command's own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInProcess } from '../../src/cli/process'

const [bundle = '', port = '', certificate = ''] = process.argv.splice(2, 3)

void runInProcess(pathToFileURL(join(bundle, 'worker.js')), {
  ca: readFileSync(certificate, 'utf8'),
  port: Number(port),
  mayConnect: (address) => address === '127.0.0.1',
  resolve: (host) =>
    host === 'offline.example'
      ? Promise.reject(new Error('no such host'))
      : // One host that leads where nothing may be asked.
        Promise.resolve([
          { address: host === 'inside.example' ? '10.0.0.1' : '127.0.0.1', family: 4 },
        ]),
})
