import type { Browser, CDPSession } from 'puppeteer-core'
import { TRACE_CATEGORIES, type TraceEvent } from './trace'

const PIECE = 1 << 20

/** Records a trace of the whole browser; the function that it gives ends it. */
export async function startTrace(browser: Browser): Promise<() => Promise<TraceEvent[]>> {
  const session = await browser.target().createCDPSession()
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: TRACE_CATEGORIES, excludedCategories: ['*'] },
  })
  return async () => {
    const complete = new Promise<string>((resolve, reject) => {
      session.once('Tracing.tracingComplete', ({ stream, dataLossOccurred }) => {
        if (stream && !dataLossOccurred) resolve(stream)
        else reject(new Error('The trace has lost events'))
      })
    })
    await session.send('Tracing.end')
    const text = await readAll(session, await complete)
    await session.detach()
    return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents
  }
}

async function readAll(session: CDPSession, handle: string): Promise<string> {
  const parts: Buffer[] = []
  for (;;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: PIECE })
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    if (eof) return Buffer.concat(parts).toString()
  }
}
