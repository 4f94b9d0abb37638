import { keyTypeOfSpki, type SpkiKeyType } from '../../keys/pem'

/** Digest methods (RFC 9231; XML Encryption 1.1) that nobody can make two lists for. No SHA-1. */
const DIGESTS: Record<string, string> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'SHA-256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'SHA-384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'SHA-512',
}

export async function digestOf(
  method: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | undefined> {
  const name = Object.hasOwn(DIGESTS, method) ? DIGESTS[method] : undefined
  return name === undefined ? undefined : new Uint8Array(await crypto.subtle.digest(name, bytes))
}

/** Bits of salt as long as the digest (RFC 9231, section 2.3.10). */
const SALT: Record<string, number> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }

interface SignatureMethod {
  name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA'
  hash: string
}

/** Signature methods (RFC 9231, sections 2.3.2 to 2.3.6 and 2.3.10), without SHA-1. */
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#'
const MORE_2007 = 'http://www.w3.org/2007/05/xmldsig-more#'
const METHODS: Record<string, SignatureMethod> = Object.fromEntries(
  ['SHA-256', 'SHA-384', 'SHA-512'].flatMap((hash): [string, SignatureMethod][] => {
    const short = hash.replace('-', '').toLowerCase()
    return [
      [`${MORE}rsa-${short}`, { name: 'RSASSA-PKCS1-v1_5', hash }],
      [`${MORE}ecdsa-${short}`, { name: 'ECDSA', hash }],
      [`${MORE_2007}${short}-rsa-MGF1`, { name: 'RSA-PSS', hash }],
    ]
  }),
)

export function isKnownMethod(uri: string): boolean {
  return Object.hasOwn(METHODS, uri)
}

/** Whether a signature by that method holds under that key. A key that does not fit makes it false. */
export async function holdsUnder(
  uri: string,
  spki: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const method = isKnownMethod(uri) ? METHODS[uri] : undefined
  const type = keyTypeOfSpki(spki)
  const fits = method?.name === 'ECDSA' ? type?.startsWith('P-') : type === 'RSA'
  if (!method || type === undefined || fits !== true) return false
  try {
    const key = await crypto.subtle.importKey('spki', spki, parametersOf(method, type), false, [
      'verify',
    ])
    const how = { ...method, saltLength: SALT[method.hash] }
    return await crypto.subtle.verify(how, key, signature, signed)
  } catch {
    return false
  }
}

function parametersOf({ name, hash }: SignatureMethod, type: SpkiKeyType) {
  return name === 'ECDSA' ? { name, namedCurve: type } : { name, hash }
}
