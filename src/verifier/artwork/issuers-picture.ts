import { decodeBase64 } from '../keys/base64'
import { reason, type Reason } from '../report'
import type { Verification } from '../verification'

const ACCEPT = 'image/png, image/jpeg, image/webp, image/gif;q=0.9, image/*;q=0.5'

/** `data:image/…;base64,` and the file (RFC 2397). */
const DATA_URL = /^data:image\/[\w.+-]+(?:;[\w-]+=[\w.-]+)*;base64,/i

/** The file of a picture that the credential names: out of the credential itself, or asked for once. */
export async function obtainPicture(
  url: string,
  { http, limits }: Pick<Verification, 'http' | 'limits'>,
): Promise<{ bytes: Uint8Array } | { reasons: Reason[] }> {
  if (/^data:/i.test(url)) return { bytes: fromDataUrl(url) }
  if (!URL.canParse(url)) return notObtained(url.slice(0, 100))
  const { host } = new URL(url)
  const options = { accept: ACCEPT, maxBytes: limits.imageBytes }
  const answer = await http.get({ url, purpose: 'artwork' }, options)
  if (!answer.ok) return notObtained(host, answer.reason)
  const { status, bytes } = answer
  return status === 200 ? { bytes } : notObtained(host, reason('http-status', { host, status }))
}

function notObtained(host: string, why?: Reason): { reasons: Reason[] } {
  return { reasons: [reason('artwork-not-obtained', { host }), ...(why ? [why] : [])] }
}

/** No bytes where it holds none that can be read: such a file is then no picture. */
function fromDataUrl(url: string): Uint8Array {
  const [head] = DATA_URL.exec(url) ?? []
  const bytes = head === undefined ? undefined : decodeBase64(url.slice(head.length))
  return bytes ?? new Uint8Array()
}
