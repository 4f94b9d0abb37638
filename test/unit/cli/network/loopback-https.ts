import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { httpsWeb, type HttpsSettings } from '../../../../src/cli/network/https-web'
import type { WebAnswer } from '../../../../src/cli/network/web'
import { selfSignedCertificate } from '../../../demo/certificate'

export type Answering = (request: IncomingMessage, response: ServerResponse) => void

const HOSTS = ['a.example', 'b.example']
const LOOPBACK = [{ address: '127.0.0.1', family: 4 }]

/** A server on this machine that stands for every host, and the command's network led to it. */
export async function loopbackHttps(answer: Answering, settings: HttpsSettings = {}) {
  const { cert, key } = selfSignedCertificate(HOSTS)
  const connections = { open: 0, most: 0, made: 0 }
  const server = createServer({ cert, key }, answer)
  server.on('connection', (socket) => {
    connections.made++
    connections.most = Math.max(connections.most, ++connections.open)
    socket.on('close', () => {
      connections.open--
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const { web, close } = httpsWeb({
    ca: cert,
    port,
    resolve: () => Promise.resolve(LOOPBACK),
    mayConnect: () => true,
    ...settings,
  })
  onTestFinished(() => {
    close()
    server.closeAllConnections()
    server.close()
  })
  const get = (url: string, signal = new AbortController().signal): Promise<WebAnswer> =>
    web({ url, accept: 'application/json' }, signal)
  return { get, web, connections, server }
}
