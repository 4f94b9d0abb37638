import type { Carrier } from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

/** Characters of a key that are enough to tell two keys apart by eye. */
const KEY_HEAD = 8
const KEY_TAIL = 4

/**
 * The domain or key behind an issuer's id: the host of a URL or did:web, else the shortened DID.
 * Hosts stay in punycode, so that no letter can imitate another.
 */
export function issuerIdentity(id: string): string {
  const web = /^did:web:([^:#?/]+)/.exec(id)
  if (web?.[1] !== undefined) return decoded(web[1])
  const did = /^did:[a-z0-9]+:([^#?]+)/.exec(id)
  if (did?.[1] !== undefined) return shortenedKey(id.slice(0, did[0].length), did[1])
  // A certificate, for which a seal speaks.
  const certificate = /^urn:x509:sha256:([0-9a-f]+)$/.exec(id)
  if (certificate?.[1] !== undefined) return shortenedKey(`x509:${certificate[1]}`, certificate[1])
  return hostOf(id) ?? id
}

export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  return new URL(url).host || undefined
}

function decoded(host: string): string {
  return host.replace(/%3A/i, ':').toLowerCase()
}

function shortenedKey(did: string, key: string): string {
  if (key.length <= KEY_HEAD + KEY_TAIL + 4) return did
  const scheme = did.slice(0, did.length - key.length)
  return `${scheme}${key.slice(0, KEY_HEAD)}…${key.slice(-KEY_TAIL)}`
}

/** 'OpenBadges/3.0' → "Open Badges 3.0". */
export function formatName(format: string, { text }: Sentences): string {
  const [family = '', version = ''] = format.split('/')
  const key = FAMILIES[family]
  return key === undefined ? text('plainText', format) : text(key, version).trim()
}

const FAMILIES: Partial<Record<string, MessageKey>> = {
  OpenBadges: 'formatOpenBadges',
  CLR: 'formatClr',
  ELM: 'formatElm',
  VC: 'formatVc',
  VerifiableCredential: 'formatVc',
  VerifiablePresentation: 'formatPresentation',
  Endorsement: 'formatEndorsement',
}

const CARRIERS: Record<Carrier, MessageKey> = {
  'png-itxt': 'carrierPng',
  'png-itxt-compressed': 'carrierPng',
  'png-text': 'carrierPngOld',
  'png-ztxt': 'carrierPngOld',
  svg: 'carrierSvg',
  json: 'carrierJson',
  jws: 'carrierJws',
  pdf: 'carrierPdf',
  url: 'carrierUrl',
  embedded: 'carrierEmbedded',
  unknown: 'carrierUnknown',
}

export function carrierName(carrier: Carrier, { text }: Sentences): string {
  return text(CARRIERS[carrier])
}
