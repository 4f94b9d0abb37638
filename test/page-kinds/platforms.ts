/** Platforms' own hosts, as far as an award needs them: its page, its data, its class and its issuer. */
import { createHash } from 'node:crypto'
import { bakePng } from '../../src/verifier/unbake/bake'
import { HOLDER, identityHash } from '../fixtures/people'
import { publish, type ServedWeb } from '../fixtures/web'
import { DESCRIPTION, slugOf, type Made } from './awards'
import type { Credential, TruthRow } from './page-kind'
import { plainBadge } from './pictures'

/** An award that a platform hosts. Addresses are absolute. */
export interface PlatformAward {
  name: string
  /** The award's own id in its addresses. */
  id: string
  /** Page for people. */
  page: string
  /** Picture of its class. */
  picture: string
  /** The same picture with the award baked in, where the platform has one. */
  baked?: string
  credential: Credential
  after: Made['after']
}

export type Fate = 'holds' | 'revoked' | 'missing'

interface Addresses {
  page: string
  assertion: string
  badgeClass: string
  issuer: string
  picture: string
  baked?: string
}

/** Credly keeps pictures on a host of their own, and answers with data to this `Accept` alone. */
export function credly(web: ServedWeb, name: string, fate: Fate = 'holds'): PlatformAward {
  const id = uuid(name)
  const api = 'https://www.credly.com/api/v1/obi/v2'
  const addresses = {
    page: `https://www.credly.com/badges/${id}`,
    assertion: `${api}/badge_assertions/${id}`,
    badgeClass: `${api}/issuers/${uuid('org')}/badge_classes/${uuid(`class ${name}`)}`,
    issuer: `${api}/issuers/${uuid('org')}`,
    picture: `https://images.credly.com/size/220x220/images/${uuid(`class ${name}`)}/${slugOf(name)}.png`,
  }
  return award(web, { name, id, fate, addresses, accept: 'application/json' })
}

export function badgr(web: ServedWeb, name: string, fate: Fate = 'holds'): PlatformAward {
  const id = id22(name)
  const api = 'https://api.badgr.io/public'
  const addresses = {
    page: `https://badgr.com/public/assertions/${id}`,
    assertion: `${api}/assertions/${id}`,
    badgeClass: `${api}/badges/${id22(`class ${name}`)}`,
    issuer: `${api}/issuers/${id22('issuer')}`,
    picture: `${api}/badges/${id22(`class ${name}`)}/image`,
    baked: `${api}/assertions/${id}/image`,
  }
  return award(web, { name, id, fate, addresses })
}

/** `host`: issuers show their awards at domains of their own, too. */
export function accredible(
  web: ServedWeb,
  name: string,
  host = 'www.credential.net',
): PlatformAward {
  const id = uuid(name)
  const api = 'https://api.accredible.com/v1/obi'
  const addresses = {
    page: `https://${host}/${id}`,
    assertion: `${api}/badge_assertions/${id}`,
    badgeClass: `${api}/badge_classes/${uuid(`class ${name}`)}`,
    issuer: `${api}/issuers/4711`,
    picture: `https://api.accredible.com/v1/frontend/credential_website_embed_image/badge/${id}`,
  }
  return award(web, { name, id, fate: 'holds', addresses })
}

/** A Moodle site of one school, which is its own issuer. */
export function moodle(web: ServedWeb, name: string, fate: Fate = 'holds'): PlatformAward {
  const id = createHash('sha1').update(name).digest('hex')
  const site = 'https://moodle.example'
  const number = Number.parseInt(id.slice(0, 4), 16)
  const addresses = {
    page: `${site}/badges/badge.php?hash=${id}`,
    assertion: `${site}/badges/assertion.php?b=${id}&obversion=2`,
    badgeClass: `${site}/badges/assertion.php?b=${id}&obversion=2&action=1`,
    issuer: `${site}/badges/assertion.php?b=${id}&obversion=2&action=0`,
    picture: `${site}/pluginfile.php/14/badges/badgeimage/${number}/f1`,
    baked: `${site}/pluginfile.php/31/badges/userbadge/${number}/${id}`,
  }
  return award(web, { name, id, fate, addresses })
}

/** Truth of an element that leads to the award, whatever picture is on it. */
export function leadsTo(
  { name, credential, after }: PlatformAward,
  selector: string,
  what: string,
): TruthRow {
  return {
    selector,
    what,
    expected: 'badge',
    markBeforeConsent: 'found',
    inPopup: true,
    afterVerify: after,
    credential: { ...credential, name },
  }
}

interface Order {
  name: string
  id: string
  fate: Fate
  addresses: Addresses
  accept?: string
}

function award(web: ServedWeb, { name, id, fate, addresses, accept }: Order): PlatformAward {
  const { page, assertion, picture, baked } = addresses
  const html = `<!doctype html><title>${name}</title><h1>${name}</h1><p>Issued to ${HOLDER.name}.</p>`
  publish(web, page, html, { type: 'html' })
  publish(web, picture, plainBadge(), { type: 'png' })
  const text = publishAward(web, name, addresses, fate)
  if (baked !== undefined) {
    publish(web, baked, bakePng(plainBadge(), text, { keyword: 'openbadges' }), { type: 'png' })
  }
  if (accept !== undefined) answerOnlyTo(web, assertion, accept)
  return {
    name,
    id,
    page,
    picture,
    after: AFTER[fate],
    ...(baked !== undefined && { baked }),
    credential: { name, at: assertion, ...(accept !== undefined && { accept }) },
  }
}

const AFTER: Record<Fate, Made['after']> = {
  holds: { verdict: 'authentic', reason: 'issuer-unknown' },
  revoked: { verdict: 'invalid', reason: 'revoked' },
  missing: { verdict: 'unverifiable', reason: 'http-status' },
}

/** The text of the assertion, as it would be baked. */
function publishAward(web: ServedWeb, name: string, at: Addresses, fate: Fate): string {
  const { value, salt } = identityHash(HOLDER.email)
  const context = 'https://w3id.org/openbadges/v2'
  const assertion = {
    '@context': context,
    type: 'Assertion',
    id: at.assertion,
    recipient: { type: 'email', hashed: true, salt, identity: value },
    badge: at.badgeClass,
    issuedOn: '2024-03-14T08:00:00Z',
    verification: { type: 'HostedBadge' },
  }
  const notice = fate === 'revoked' ? { revoked: true, revocationReason: 'Awarded in error' } : {}
  if (fate !== 'missing') publish(web, at.assertion, { ...assertion, ...notice }, { type: 'json' })
  const badgeClass = {
    '@context': context,
    type: 'BadgeClass',
    id: at.badgeClass,
    name,
    description: DESCRIPTION,
    image: at.picture,
    issuer: at.issuer,
    criteria: { narrative: 'A supervised task.' },
  }
  publish(web, at.badgeClass, badgeClass, { type: 'json' })
  publishIssuerOnce(web, at.issuer, context)
  return JSON.stringify(assertion)
}

function publishIssuerOnce(web: ServedWeb, id: string, context: string): void {
  const { host, pathname, search, origin } = new URL(id)
  if (web.get(host)?.has(pathname + search)) return
  const profile = {
    '@context': context,
    type: 'Profile',
    id,
    name: 'Northfield Academy',
    url: `${origin}/`,
    email: 'badges@northfield.example',
  }
  publish(web, id, profile, { type: 'json' })
}

function answerOnlyTo(web: ServedWeb, url: string, accept: string): void {
  const { host, pathname, search } = new URL(url)
  const document = web.get(host)?.get(pathname + search)
  if (document) document.answersOnlyTo = accept
}

export function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function id22(name: string): string {
  return createHash('sha256').update(name).digest('base64url').replace(/[-_]/g, 'x').slice(0, 22)
}
