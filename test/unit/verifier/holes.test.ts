/**
 * Holes that have been found in verifiers of badges, each shut here. `scripts/open-holes.mjs` opens each
 * of them in a copy of the source and demands that exactly its test fails.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { CompactSign, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOLES, opened } from '../../../scripts/holes.mjs'
import { verifyBadge } from '../../../src/verifier'
import type { VerifierEnvironment } from '../../../src/verifier/environment'
import {
  CHAMBER,
  GRAND_UNIVERSITY,
  publishIssuers,
  STRANGER,
  UNIVERSITY,
  type KeyedIssuer,
} from '../../fixtures/issuers'
import { ed25519Key } from '../../fixtures/keys'
import { credential } from '../../fixtures/open-badges-3'
import { HOLDER } from '../../fixtures/people'
import { servedFetch } from '../../fixtures/served-fetch'
import { signDataIntegrity, signVcJwt } from '../../fixtures/signing'
import {
  CHAMBER_REVOCATIONS,
  ENTRY_OF_LIST_THAT_IS_DOWN,
  publishStatusLists,
  statusEntry,
} from '../../fixtures/status-lists'
import { publish, type ServedWeb } from '../../fixtures/web'
import { listCredential } from './status/status-world'

const NOW = new Date('2026-01-15T12:00:00Z')
const ATTACKER = ed25519Key('stranger')
/**
 * Every way in which a page makes markup out of text. That a property is so much as named is enough: what is
 * written to it may come from anywhere.
 */
const MARKUP =
  /\b(?:insertAdjacentHTML|dangerouslySetInnerHTML|setHTML(?:Unsafe)?|parseHTMLUnsafe|createContextualFragment|innerHTML|outerHTML|srcdoc=|parseFromString|document\.write(?:ln)?\b)/i
/** To read what is there as text is no such way: these are all the places in which that is done. */
const READ_AS_MARKUP = /return copy\.innerHTML$|const file = drawing\.outerHTML$/gm
const MADE_OF_TEXT = [
  ...['element.innerHTML = name', 'element.innerHTML += name', 'element.innerHTML ||= name'],
  ...["element['innerHTML'] = name", 'const { innerHTML } = badge', 'h("p", { innerHTML })'],
  ...['element.outerHTML = name', 'range.createContextualFragment(name)', 'document.write(name)'],
  ...["element.insertAdjacentHTML('beforeend', name)", '<p dangerouslySetInnerHTML={name} />'],
  ...['element.setHTMLUnsafe(name)', 'element.setHTML(name)', '<iframe srcDoc={name} />'],
  ...["parser.parseFromString(name, 'text/html')", 'Document.parseHTMLUnsafe(name)'],
]

const ACHIEVEMENT = { slug: 'hole', name: 'Data Analysis', description: 'Explains data' }
const REVOKED = 4711

let web: ServedWeb
beforeAll(async () => {
  web = new Map()
  publishIssuers(web)
  await publishStatusLists(web, {
    university: 'urn:none',
    chamber: credential(ACHIEVEMENT, CHAMBER).id,
  })
})

async function verify(
  document: object | string,
  more: Partial<VerifierEnvironment> = {},
  served = web,
) {
  const asked: string[] = []
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const environment = { fetch: servedFetch(served, asked), now: () => NOW, ...more }
  return { ...(await verifyBadge({ text }, environment)), asked }
}

/** Signed by the issuer itself, or by whoever holds the key of the method. */
function signed(
  issuer: KeyedIssuer,
  signer: Pick<KeyedIssuer, 'method' | 'key'>,
  more: object = {},
) {
  return signDataIntegrity(
    { ...credential(ACHIEVEMENT, issuer), ...more },
    { id: issuer.id, method: signer.method, key: signer.key },
  )
}

const own = (issuer: KeyedIssuer, more: object = {}) => signed(issuer, issuer, more)

/** As a JWT: no context defines the words of 1EdTech's revocation list. */
const wrapped = (credentialStatus: object) =>
  signVcJwt({ ...credential(ACHIEVEMENT, CHAMBER), credentialStatus }, CHAMBER)

const FORGED = { verdict: 'invalid', reason: 'key-not-issuers', authenticity: 'fails' }

describe('whose key it is', () => {
  it('hole 1: a key is not taken from the fragment of a verification method', async () => {
    const method = `${GRAND_UNIVERSITY.id}#${ATTACKER.publicKeyMultibase}`
    const forged = await signed(GRAND_UNIVERSITY, { method, key: ATTACKER })
    const report = await verify(forged)
    expect(report).toMatchObject(FORGED)
    expect(report.asked).toEqual(['https://grand-university.example/.well-known/did.json'])
    expect(await verify(forged, {}, new Map())).toMatchObject({ verdict: 'unverifiable' })
    expect(await verify(await own(GRAND_UNIVERSITY))).toMatchObject({ verdict: 'authentic' })
  })

  it('hole 2: a did:key does not speak for an issuer that does not list it', async () => {
    expect(await verify(await signed(GRAND_UNIVERSITY, STRANGER))).toMatchObject(FORGED)
    expect(await verify(await signed(CHAMBER, STRANGER))).toMatchObject(FORGED)
    expect(await verify(await own(STRANGER))).toMatchObject({ verdict: 'authentic' })
  })

  it('hole 3: a key in the header, or behind a kid, does not speak for any iss', async () => {
    const forged = credential(ACHIEVEMENT, GRAND_UNIVERSITY)
    const jwt = (header: object) => jws(forged, { iss: GRAND_UNIVERSITY.id, ...header })
    expect(await verify(await jwt({ jwk: ATTACKER.publicJwk }))).toMatchObject(FORGED)
    const keys = 'https://attacker.example/keys.json'
    const served: ServedWeb = new Map(web)
    const method = { id: `${keys}#1`, controller: keys, publicKeyJwk: ATTACKER.publicJwk }
    publish(served, keys, { id: keys, assertionMethod: [method] }, { type: 'json' })
    const report = await verify(await jwt({ kid: `${keys}#1` }), {}, served)
    expect(report).toMatchObject(FORGED)
    expect(report.asked.filter((url) => url.startsWith(keys))).toEqual([])
  })
})

describe('what the issuer says of it now', () => {
  it('hole 4: a revocation that stands behind another entry is found', async () => {
    const credentialStatus = [
      statusEntry('suspension', REVOKED),
      statusEntry('revocation', REVOKED),
    ]
    const report = await verify(await own(UNIVERSITY, { credentialStatus }))
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked', currency: 'revoked' })
    const clear = [statusEntry('suspension', 1), statusEntry('revocation', 1)]
    const fine = await verify(await own(UNIVERSITY, { credentialStatus: clear }))
    expect(fine).toMatchObject({ verdict: 'authentic' })
  })

  it('hole 5: no list is skipped, and none that was not obtained clears', async () => {
    expect(await verify(await wrapped(CHAMBER_REVOCATIONS))).toMatchObject({ reason: 'revoked' })
    const missing = { ...CHAMBER_REVOCATIONS, id: 'https://chamber.example/missing.json' }
    const entry = statusEntry('revocation', 1)
    const unreachable = { ...entry, statusListCredential: 'https://down.example/list' }
    const badges = [
      await own(UNIVERSITY, { credentialStatus: ENTRY_OF_LIST_THAT_IS_DOWN }),
      await own(UNIVERSITY, { credentialStatus: unreachable }),
      await wrapped(missing),
    ]
    for (const badge of badges) {
      const report = await verify(badge)
      expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
      expect(report.reason).toBe('status-not-obtained')
    }
  })

  it('hole 6: a list of another issuer does not clear', async () => {
    const swapped: ServedWeb = new Map()
    publishIssuers(swapped)
    const entry = statusEntry('revocation', REVOKED)
    const id = 'https://status.example/lists/revocation-1'
    const list = await signDataIntegrity(listCredential([], { id, issuer: STRANGER.id }), STRANGER)
    publish(swapped, id, list, { type: 'credential' })
    const empty = { issuer: STRANGER.id, revokedCredential: [] }
    publish(swapped, CHAMBER_REVOCATIONS.id, empty, { type: 'json' })
    const badges = [
      await own(UNIVERSITY, { credentialStatus: entry }),
      await wrapped(CHAMBER_REVOCATIONS),
    ]
    for (const badge of badges) {
      const report = await verify(badge, {}, swapped)
      expect(report).toMatchObject({ verdict: 'attention', reason: 'status-list-foreign' })
    }
  })
})

describe('whose it is, and who vouches', () => {
  it('hole 7: the hash of the recipient is compared', async () => {
    const badge = await own(STRANGER)
    const other = await verify(badge, { recipients: ['mallory@learner.example'] })
    expect(other).toMatchObject({ verdict: 'attention', reason: 'holder-differs' })
    const holder = await verify(badge, { recipients: [HOLDER.email] })
    expect(holder).toMatchObject({ verdict: 'authentic', holder: 'matches' })
  })

  it('hole 8: a list vouches for whom it names, and for nobody else', async () => {
    const list = (id: string) => ({
      id: 'https://list.example/',
      name: 'Register',
      issuers: [{ id, name: GRAND_UNIVERSITY.name }],
    })
    const badge = await own(GRAND_UNIVERSITY)
    const trustLists = [list(UNIVERSITY.id), list(`${GRAND_UNIVERSITY.id}:faculty`)]
    expect(await verify(badge)).toMatchObject({ verdict: 'authentic' })
    expect(await verify(badge, { trustLists })).toMatchObject({ verdict: 'authentic' })
    const named = await verify(badge, { trustLists: [...trustLists, list(GRAND_UNIVERSITY.id)] })
    expect(named).toMatchObject({ verdict: 'trusted', reason: 'issuer-listed' })
  })

  it('hole 8: no name becomes markup', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    const written = files.filter((file) => /\.(tsx?|html)$/.test(file))
    expect(written.length).toBeGreaterThan(100)
    for (const file of written) {
      const text = readFileSync(`src/${file}`, 'utf8')
      expect(text.replaceAll(READ_AS_MARKUP, ''), file).not.toMatch(MARKUP)
    }
  })

  it.each(MADE_OF_TEXT)('hole 8: %s would be seen', (code) => {
    expect(code).toMatch(MARKUP)
  })
})

it.each(HOLES)('$name can still be opened', ({ tests, edits }) => {
  for (const edit of edits) {
    const text = readFileSync(edit.file, 'utf8')
    expect(opened(edit, text)).not.toBe(text)
  }
  const own = readFileSync('test/unit/verifier/holes.test.ts', 'utf8')
  for (const name of tests) expect(own).toContain(`it('${name}`)
})

async function jws(payload: object, { iss, ...header }: { iss: string }): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify({ ...payload, iss })))
    .setProtectedHeader({ alg: 'EdDSA', ...header })
    .sign(await importJWK(ATTACKER.privateJwk, 'EdDSA'))
}
