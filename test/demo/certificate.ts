/**
 * A self-signed certificate for the demo's names, made anew at every start: Node signs, but has no
 * way to write a certificate, and this little DER is all that one takes (RFC 5280, section 4.1).
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

export interface Certificate {
  /** PEM. */
  cert: string
  /** PEM. */
  key: string
  /** Base64 SHA-256 of the SubjectPublicKeyInfo, as Chromium's command line wants it. */
  spkiHash: string
}

export function selfSignedCertificate(dnsNames: string[], now = new Date()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const tbs = tbsCertificate(spki, dnsNames, now)
  const signature = sign('sha256', tbs, privateKey)
  const der = sequence(tbs, ECDSA_WITH_SHA256, bitString(signature))
  // No empty line where the last one is full: OpenSSL takes none.
  const lines = (der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    spkiHash: createHash('sha256').update(spki).digest('base64'),
  }
}

function tbsCertificate(spki: Buffer, dnsNames: string[], now: Date): Buffer {
  const day = 86_400_000
  const name = commonName(dnsNames[0] ?? 'demo.example')
  const version3 = der(0xa0, integer(2))
  const validity = sequence(
    utcTime(new Date(now.getTime() - day)),
    utcTime(new Date(now.getTime() + 30 * day)),
  )
  const extensions = der(0xa3, sequence(subjectAltName(dnsNames)))
  const serial = integer(1)
  return sequence(version3, serial, ECDSA_WITH_SHA256, name, validity, name, spki, extensions)
}

/** RFC 5280, section 4.2.1.6: dNSName is [2] IMPLICIT IA5String. */
function subjectAltName(dnsNames: string[]): Buffer {
  const names = sequence(...dnsNames.map((name) => der(0x82, Buffer.from(name, 'ascii'))))
  return sequence(objectId('551d11'), der(0x04, names))
}

function commonName(value: string): Buffer {
  const attribute = sequence(objectId('550403'), der(0x0c, Buffer.from(value, 'utf8')))
  return sequence(der(0x31, attribute))
}

function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

function sequence(...content: Buffer[]): Buffer {
  return der(0x30, ...content)
}

function integer(value: number): Buffer {
  return der(0x02, Buffer.from([value]))
}

function bitString(bytes: Buffer): Buffer {
  return der(0x03, Buffer.from([0]), bytes)
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'))
}

const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'))
