import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { fetchOver, serveFetch } from '../../../../src/cli/network/fetch-port'
import { AddressRefusedError, type Web } from '../../../../src/cli/network/web'

function fetchFrom(web: Web) {
  const { port1, port2 } = new MessageChannel()
  serveFetch(port1, web)
  onTestFinished(() => {
    port1.close()
  })
  return { fetch: fetchOver(port2), port: port2 }
}

const json = { headers: { accept: 'application/json' } }

test('asks on the other side, and gives what was answered there', async () => {
  const { fetch } = fetchFrom(({ url, accept }) =>
    Promise.resolve({
      status: 302,
      headers: { location: 'https://b.example/' },
      bytes: new TextEncoder().encode(`${url} ${accept}`),
    }),
  )
  const response = await fetch('https://a.example/', json)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('https://b.example/')
  expect(await response.text()).toBe('https://a.example/ application/json')
})

test.each([204, 304, 999])('passes a status of %i on', async (status) => {
  const bytes = new Uint8Array(0)
  const { fetch } = fetchFrom(() => Promise.resolve({ status, headers: {}, bytes }))
  expect((await fetch('https://a.example/', json)).status).toBe(status)
})

test('answers find who asked, in whatever order they come', async () => {
  const { fetch } = fetchFrom(async ({ url }) => {
    const ms = Number(new URL(url).pathname.slice(1))
    await new Promise((resolve) => setTimeout(resolve, ms))
    return { status: 200, headers: {}, bytes: new TextEncoder().encode(String(ms)) }
  })
  const all = [30, 1, 15].map(async (ms) => (await fetch(`https://a.example/${ms}`, json)).text())
  expect(await Promise.all(all)).toEqual(['30', '1', '15'])
})

test('says why there is no answer', async () => {
  const { fetch } = fetchFrom(({ url }) =>
    Promise.reject(url.includes('inside') ? new AddressRefusedError('inside') : new Error('down')),
  )
  await expect(fetch('https://a.example/', json)).rejects.toThrow('down')
  await expect(fetch('https://inside.example/', json)).rejects.toMatchObject({
    name: 'AddressRefusedError',
  })
})

test.each(['abort', 'close'])('%s gives up on the other side', async (how) => {
  let fetch: typeof globalThis.fetch | undefined
  let port: MessagePort | undefined
  const ended = new Promise<string>((resolve) => {
    const served = fetchFrom((_, signal) => {
      signal.addEventListener('abort', () => {
        resolve('ended')
      })
      return new Promise(() => undefined)
    })
    fetch = served.fetch
    port = served.port
  })
  const abort = new AbortController()
  const asked = fetch!('https://a.example/', { ...json, signal: abort.signal })
  asked.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 10))
  if (how === 'abort') abort.abort()
  else port!.close()
  expect(await ended).toBe('ended')
})
