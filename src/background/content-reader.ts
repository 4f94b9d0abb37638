import type { Content } from '../platform/database'
import { mayAsk } from '../platform/permissions'
import { readAddress } from '../verifier/http/address'
import type { Door } from './door'
import { NotNow, readBadge, readWhole, type Reader } from './image-reader'

export interface Reading {
  door: Door
  signal: AbortSignal
  /** Receives the image's host where the browser's user withholds it. */
  withheld: Set<string>
}

/** Of an image that the page shows, what is needed to see whether it is a badge. */
export function obtainBadge(url: string, reading: Reading): Promise<Content | null> {
  return obtain(url, reading, readBadge)
}

/** All of an image; null also where its host cannot send it now. */
export async function obtainWhole(url: string, reading: Reading): Promise<Content | null> {
  try {
    return await obtain(url, reading, readWhole)
  } catch (error) {
    if (error instanceof NotNow) return null
    throw error
  }
}

/** Asks the image's own host and no other; only over https, as the extension's CSP has it. */
async function obtain(
  url: string,
  { door, signal, withheld }: Reading,
  read: (url: string, reader: Reader) => Promise<Content | null>,
): Promise<Content | null> {
  const host = readableHost(url)
  if (host === undefined) return null
  if (!(await mayAsk(host))) {
    withheld.add(host)
    return null
  }
  await door.admit(host)
  return read(url, { fetch: door.fetch, signal })
}

/** Host of an address that may be read; undefined for private networks, odd ports and plain http. */
export function readableHost(url: string): string | undefined {
  const address = readAddress(url)
  return 'url' in address && !address.upgraded ? address.url.hostname : undefined
}
