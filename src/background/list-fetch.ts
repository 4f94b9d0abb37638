import { mayAsk } from '../platform/permissions'
import { MOST_LIST_TEXT } from '../verifier'
import { readAddress } from '../verifier/http/address'
import { createGuardedFetch } from '../verifier/http/guarded-fetch'
import { readText } from '../verifier/http/json'
import { LIMITS } from '../verifier/http/limits'
import { reason, type Need, type Reason } from '../verifier/report'
import type { Doors } from './door'

/** Milliseconds after which a list is given up. */
const PATIENCE_MS = 30_000

/**
 * Reads a list from its address. The user's click consents to that one host: a redirect to another is
 * refused, and the address there has to be given. `url` is the address as asked.
 */
export async function obtainList(
  address: string,
  doors: Doors,
): Promise<{ text: string; url: string } | { reason: Reason }> {
  const read = readAddress(address.trim())
  if ('reason' in read) return read
  const { hostname: host, href: url } = read.url
  if (!(await mayAsk(host))) return { reason: reason('permission-needed', { host }) }
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const door = doors.open({ private: false, signal })
  const ask = async (need: Need): Promise<boolean> => {
    if (need.host !== host) return false
    await door.admit(host)
    return true
  }
  try {
    const http = createGuardedFetch({ fetch: door.fetch, ask, signal }, LIMITS)
    const answer = await http.get(
      { url, purpose: 'list' },
      { accept: 'application/json', maxBytes: MOST_LIST_TEXT },
    )
    if (!answer.ok) return isElsewhere(answer.reason) ? refused(host) : answer
    if (answer.status !== 200)
      return { reason: reason('http-status', { host, status: answer.status }) }
    const body = readText(answer)
    return 'text' in body ? { text: body.text, url } : body
  } catch (error) {
    if (!signal.aborted) throw error
    return { reason: reason('host-timeout', { host, seconds: PATIENCE_MS / 1000 }) }
  } finally {
    door.close()
  }
}

/** Nobody was asked for leave to ask the other host, and nobody will be. */
function isElsewhere({ code }: Reason): boolean {
  return code === 'permission-needed'
}

function refused(host: string): { reason: Reason } {
  return { reason: reason('redirect-refused', { host }) }
}
