/**
 * The credential text as an expert wants to read it: JSON indented, a compact JWS taken apart into
 * header and payload. Anything else stays as it is.
 */
export function readableSource(text: string): string {
  return indented(text) ?? jwsParts(text) ?? text
}

function indented(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return undefined
  }
}

/** RFC 7515, section 3.1: BASE64URL(header) . BASE64URL(payload) . BASE64URL(signature) */
function jwsParts(text: string): string | undefined {
  const [header, payload, signature, ...more] = text.trim().split('.')
  if (header === undefined || payload === undefined || signature === undefined) return undefined
  if (more.length > 0) return undefined
  const parts = [header, payload].map((part) => indented(base64UrlText(part)))
  if (parts.includes(undefined)) return undefined
  return [...parts, signature].join('\n.\n')
}

function base64UrlText(part: string): string {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)))
  } catch {
    return ''
  }
}
