/**
 * How each hole that has been found in other verifiers would be opened in this one: `edits` turn the
 * source into that of a verifier which has the hole, and the tests of these names must then fail.
 */
const BINDING = 'src/verifier/keys/binding.ts'
const STATUS_INDEX = 'src/verifier/status/index.ts'
const LIST = 'src/verifier/status/status-list-credential.ts'
const PLAIN_LIST = 'src/verifier/status/revocation-list.ts'

const NOT_LISTED = `if (found === undefined) return foreign(claim)`

/** What a list says that names nobody. */
const EMPTY_LIST = `{ list: { host: '', purposes: ['revocation'], bits: new Uint8Array(16384), freshUntil: '2026-01-16T00:00:00Z' } }`

function bound(key) {
  return `return { outcome: 'bound', key: ${key}, reason: reason('key-is-issuer', { issuer: claim.issuerId }) }`
}

export const HOLES = [
  {
    name: 'the key is taken from the fragment of the verification method',
    tests: ['hole 1'],
    edits: [
      {
        file: BINDING,
        find: NOT_LISTED,
        replace: `if (found === undefined) {
    const publicKeyMultibase = claim.verificationMethod?.split('#')[1] ?? ''
    const inFragment = await importMethod({ type: 'Multikey', publicKeyMultibase })
    if (claim.verificationMethod?.startsWith('did:web:') && 'identity' in inFragment) ${bound('inFragment')}
    return foreign(claim)
  }`,
      },
    ],
  },
  {
    name: 'a did:key proof passes for an unrelated issuer',
    tests: ['hole 2'],
    edits: [
      {
        file: BINDING,
        find: NOT_LISTED,
        replace: `if (found === undefined) {
    const ofMethod = claim.verificationMethod && (await offlineKey(claim, verification))
    if (ofMethod) ${bound('ofMethod')}
    return foreign(claim)
  }`,
      },
    ],
  },
  {
    name: 'the key in the header is trusted for any issuer',
    tests: ['hole 3'],
    edits: [
      {
        file: BINDING,
        find: NOT_LISTED,
        replace: `if (found === undefined) {
    const inHeader = claim.headerJwk && (await importJwk(claim.headerJwk))
    if (inHeader && 'identity' in inHeader) ${bound('inHeader')}
    return foreign(claim)
  }`,
      },
    ],
  },
  {
    name: 'the key behind a kid is trusted for any issuer',
    tests: ['hole 3'],
    edits: [
      {
        file: BINDING,
        find: `const document = await resolveIdentifier(issuerId, purpose, verification)`,
        replace: `const isElsewhere = claim.verificationMethod?.startsWith('https://attacker.example/')
  const named = isElsewhere ? withoutFragment(claim.verificationMethod ?? '') : issuerId
  const document = await resolveIdentifier(named, purpose, verification)`,
      },
    ],
  },
  {
    name: 'only the first status entry is checked',
    tests: ['hole 4'],
    edits: [
      {
        file: STATUS_INDEX,
        find: `of entries.slice(0, MOST_ENTRIES))`,
        replace: `of entries.slice(0, 1))`,
      },
    ],
  },
  {
    name: '1EdTechRevocationList is skipped',
    // Whose list it is, it does not see either.
    tests: ['hole 5', 'hole 6'],
    edits: [
      {
        file: STATUS_INDEX,
        find: `  const types = typesOf(entry)\n`,
        replace: `  const types = typesOf(entry)
  if (types.includes('1EdTechRevocationList'))
    return { currency: 'current', check: statusCheck('not-applicable', [reason('no-status-published')], {}) }\n`,
      },
    ],
  },
  {
    name: 'a plain list that is not found counts as one without the credential',
    tests: ['hole 5'],
    edits: [
      {
        file: PLAIN_LIST,
        find: `if (!fetched.ok) return unknown(notObtained(url, fetched.reason))`,
        replace: `if (!fetched.ok) return { currency: 'current', check: statusCheck('passed', [reason('not-revoked', { host: '' })], {}) }`,
      },
    ],
  },
  {
    name: 'a status list whose host does not answer counts as an empty one',
    tests: ['hole 5'],
    edits: [
      {
        file: LIST,
        find: `if (!answer.ok) return { reasons: notObtained(url, answer.reason) }`,
        replace: `if (!answer.ok) return ${EMPTY_LIST}`,
      },
    ],
  },
  {
    name: 'a status list that is answered with an error counts as an empty one',
    tests: ['hole 5'],
    edits: [
      {
        file: LIST,
        find: `return silent(reason('http-status', { host, status: answer.status }))`,
        replace: `return ${EMPTY_LIST}`,
      },
    ],
  },
  {
    name: 'the issuer of a status list is not compared',
    tests: ['hole 6'],
    edits: [
      {
        file: LIST,
        find: `if (secured.sealed === undefined && !sameAddress(listIssuer, issuerId))`,
        replace: `if (listIssuer === '')`,
      },
      {
        file: LIST,
        find: `context.proveListCredential(secured, issuerId)`,
        replace: `context.proveListCredential(secured, listIssuer)`,
      },
    ],
  },
  {
    name: 'the issuer of a plain list is not compared',
    tests: ['hole 6'],
    edits: [{ file: PLAIN_LIST, find: `if (foreign) return unknown([foreign])`, replace: `` }],
  },
  {
    name: 'the recipient is never compared',
    tests: ['hole 7'],
    edits: [
      {
        file: 'src/verifier/assemble-report.ts',
        find: `environment.recipients ?? []`,
        replace: `[]`,
      },
    ],
  },
  {
    name: 'a hashed recipient is whoever asks',
    tests: ['hole 7'],
    edits: [
      {
        file: 'src/verifier/recipients/match.ts',
        find: `return digests.includes(hash.hex)`,
        replace: `return digests.length > 0`,
      },
    ],
  },
  {
    name: 'the trust lists are ignored',
    tests: ['hole 8: a list'],
    edits: [
      {
        file: 'src/verifier/issuers/trust-lists.ts',
        find: `trustLists.flatMap((list) => listingsOf(issuer, list))`,
        replace: `trustLists.slice(trustLists.length).flatMap((list) => listingsOf(issuer, list))`,
      },
    ],
  },
  {
    name: 'any list vouches for any issuer',
    tests: ['hole 8: a list'],
    edits: [
      {
        file: 'src/verifier/issuers/listing.ts',
        find: `(entriesById(list).get(id) ?? [])`,
        replace: `list.issuers`,
      },
    ],
  },
  {
    name: 'a name becomes markup',
    tests: ['hole 8: no name'],
    edits: [
      {
        file: 'src/pages/verify/main.tsx',
        find: `\nimport `,
        replace: `\ndocument.body.innerHTML = document.title\nimport `,
      },
    ],
  },
]

/**
 * The text with an edit made.
 *
 * @param {{ file: string, find: string, replace: string }} edit
 * @param {string} text of the file
 * @throws where the text to replace is gone
 */
export function opened({ file, find, replace }, text) {
  const at = text.indexOf(find)
  if (at < 0) throw new Error(`${file} no longer has: ${find.trim()}`)
  return text.slice(0, at) + replace + text.slice(at + find.length)
}
