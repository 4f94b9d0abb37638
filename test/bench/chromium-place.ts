import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import puppeteer, { type Browser, type JSHandle } from 'puppeteer-core'
import { chromium } from '../../scripts/browsers.mjs'
import { BUILT } from './bundle'
import { resultOf, type Answer, type Place, type Running } from './place'
import type { Task } from './runner'

/** Chromium, each time a new worker on a new page of this machine (WebCrypto asks for that). */
export async function chromiumPlace(): Promise<Place> {
  const server = await serveBundles()
  const { port } = server.address() as AddressInfo
  const browser = await puppeteer.launch({
    executablePath: await chromium(),
    headless: true,
    pipe: true,
    protocolTimeout: 900_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  return {
    name: `${await browser.version()}, one worker each`,
    start: () => startWorker(browser, `http://127.0.0.1:${port}/`),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

async function serveBundles(): Promise<Server> {
  const server = createServer((request, response) => {
    const file = basename(new URL(request.url ?? '/', 'http://localhost').pathname)
    // Not stored, so that every worker compiles its code anew.
    const headers = { 'cache-control': 'no-store' }
    readFile(join(BUILT.browser, file)).then(
      (code) =>
        response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(code),
      () => response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<p>bench'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function startWorker(browser: Browser, url: string): Promise<Running> {
  const page = await browser.newPage()
  await page.goto(url)
  const worker: JSHandle<Worker> = await page.evaluateHandle(
    () => new Worker('/in-worker.js', { type: 'module' }),
  )
  const ask = async (task: Task): Promise<unknown> => {
    // A page behind others runs slower.
    await page.bringToFront()
    const answer = (await page.evaluate(
      (running, message) =>
        new Promise<Answer>((resolve) => {
          running.onmessage = ({ data }: MessageEvent<Answer>) => {
            resolve(data)
          }
          running.onerror = ({ message: error }) => {
            resolve({ error })
          }
          running.postMessage(message)
        }),
      worker,
      task as never,
    )) as Answer
    return resultOf(answer)
  }
  return {
    perform: ask as Running['perform'],
    heap: async () => {
      const session = page.workers()[0]?.client
      if (session === undefined) throw new Error('There is no worker')
      await session.send('HeapProfiler.enable')
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: () => page.close(),
  }
}
