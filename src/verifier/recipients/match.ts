import type { Recipient, RecipientIdentity } from '../credential'
import { reason, type Check, type Holder, type Reason } from '../report'
import { hasAsciiDomain } from './address-forms'
import { comparableForm, formsOf, kindOfIdentity } from './identity-forms'
import { hashIdentity, readIdentityHash } from './identity-hash'
import { comparePerson, isOfPerson } from './person'
import { kindOfStatement, mayBeTelephone } from './statement-kind'
import { mayBeOneNumber } from './telephone-number'

const SPEC = 'https://www.imsglobal.org/spec/ob/v3p0/#identityobject'

export interface HolderFinding {
  holder: Holder
  check: Check
}

/** How one statement about the holder compares with one identity; `perhaps`: it may be it in another spelling. */
type Comparison =
  | { result: 'matches' | 'differs' }
  | { result: 'perhaps'; type: string }
  | { result: 'not-comparable'; type: string }

/**
 * Is the badge issued to the person who has one of these identities?
 *
 * One match suffices. "Differs" is only said where a statement and an identity of the same kind were
 * compared, and nothing was left that could not be: an address says nothing about a DID. A name
 * identifies nobody, nor does what may be one: a plain value that is no address, URL, telephone number
 * or DID, and that no identifier type of the standard claims. The identities themselves never enter the finding, and every form of each is
 * compared whatever the others gave.
 *
 * @param identities plain e-mail addresses, URLs, telephone numbers or DIDs, and those of `personIdentities`;
 *   blank ones (also `mailto:` alone) are ignored: a hash of nothing would match them
 */
export async function matchRecipient(
  recipient: Recipient,
  identities: string[],
): Promise<HolderFinding> {
  const asked = identities.filter((identity) => comparableForm(identity) !== '')
  if (asked.length === 0) return found('not-asked', 'not-applicable', reason('holder-not-asked'))
  const { statements, left } = withinLimits(statementsOf(recipient))
  if (statements.length === 0) return notComparable('none')
  const plain = asked.filter((identity) => !isOfPerson(identity))
  const comparisons = [
    ...(await Promise.all(
      statements.flatMap((statement) => plain.map((identity) => compare(statement, identity))),
    )),
    ...asPerson(statements, asked),
    ...left.map((one): Comparison => ({ result: 'perhaps', type: typeNameOf(one) })),
  ]
  if (comparisons.some(({ result }) => result === 'matches')) {
    return found('matches', 'passed', reason('holder-matches'))
  }
  const unsupported = statements.map(unsupportedHash).find((type) => type !== undefined)
  if (unsupported !== undefined) return notComparable(unsupported)
  const perhaps = comparisons.find((comparison) => comparison.result === 'perhaps')
  if (perhaps) return notComparable(perhaps.type)
  if (comparisons.some(({ result }) => result === 'differs')) {
    return found('differs', 'failed', reason('holder-differs'))
  }
  const open = comparisons.find((comparison) => comparison.result === 'not-comparable')
  return notComparable(open && 'type' in open ? open.type : 'none')
}

function asPerson(statements: RecipientIdentity[], asked: string[]): Comparison[] {
  const result = comparePerson(statements, asked)
  if (result === undefined) return []
  return [result === 'unknown' ? { result: 'not-comparable', type: 'name' } : { result }]
}

/** A badge names its holder once or twice. */
const MOST_STATEMENTS = 1000

/** Each costs several hashes for each identity. */
const MOST_HASHED = 20

/** Characters; salts that occur have up to 64. Every form of every identity is hashed with it. */
const LONGEST_SALT = 1024

/** Everything that says who the holder is; blank values say nothing, also when hashed. */
function statementsOf({ id, identities }: Recipient): RecipientIdentity[] {
  const subject = id === undefined ? [] : [{ type: 'id', value: id, hashed: false }]
  return [...subject, ...identities].filter(({ value, hashed }) =>
    hashed ? value.trim() !== '' : comparableForm(value) !== '',
  )
}

/** `left`: those that are too many to compare, of which each may be the one. */
function withinLimits(
  all: RecipientIdentity[],
): Record<'statements' | 'left', RecipientIdentity[]> {
  const hashed = all.filter(({ value }) => readIdentityHash(value) !== undefined)
  const left = new Set([...all.slice(MOST_STATEMENTS), ...hashed.slice(MOST_HASHED)])
  return { statements: all.filter((one) => !left.has(one)), left: [...left] }
}

async function compare(statement: RecipientIdentity, identity: string): Promise<Comparison> {
  const type = typeNameOf(statement)
  const kind = kindOfStatement(statement)
  const hash = readIdentityHash(statement.value)
  const asked = kindOfIdentity(identity)
  // What nobody can say the kind of may be a name, on either side.
  const mayBeName =
    kind === 'name' ||
    kind === 'birthdate' ||
    (kind === 'other' && hash === undefined) ||
    (kind !== 'identifier' && asked === 'other')
  // A system may give somebody the number that is another's telephone, and hash it.
  const isNumber = kind === 'identifier' || (hash !== undefined && !mayBeTelephone(statement))
  const isOther = kind === 'thing' || (isNumber && asked === 'telephone')
  if (mayBeName || isOther || (hash && !isSaltUsable(statement)))
    return { result: 'not-comparable', type }
  const matches = hash
    ? await matchesHash(hash, statement.salt, identity)
    : !statement.hashed && comparableForm(statement.value) === comparableForm(identity)
  if (matches) return { result: 'matches' }
  if (kind === asked && mayBeSpelled(statement, identity)) return { result: 'perhaps', type }
  const comparable = kind === asked && (hash !== undefined || !statement.hashed)
  return comparable ? { result: 'differs' } : { result: 'not-comparable', type }
}

/** Whether it may be this identity in another spelling; a hash is of one, and nobody knows of which. */
function mayBeSpelled({ value, hashed }: RecipientIdentity, identity: string): boolean {
  const isHash = hashed || readIdentityHash(value) !== undefined
  if (kindOfIdentity(identity) === 'telephone') return isHash || mayBeOneNumber(value, identity)
  return isHash && hasAsciiDomain(identity)
}

async function matchesHash(
  hash: NonNullable<ReturnType<typeof readIdentityHash>>,
  salt: string | undefined,
  identity: string,
): Promise<boolean> {
  if ('unsupported' in hash) return false
  const digests = await Promise.all(
    formsOf(identity).map((form) => hashIdentity(hash.algorithm, form, salt)),
  )
  return digests.includes(hash.hex)
}

function unsupportedHash(statement: RecipientIdentity): string | undefined {
  const hash = readIdentityHash(statement.value)
  if (!hash) return statement.hashed ? 'unknown' : undefined
  if ('unsupported' in hash) return hash.unsupported
  return isSaltUsable(statement) ? undefined : hash.algorithm
}

function isSaltUsable({ salt = '', saltUnusable }: RecipientIdentity): boolean {
  return saltUnusable === undefined && salt.length <= LONGEST_SALT
}

const TYPE_LENGTH = 32

function typeNameOf(statement: RecipientIdentity): string {
  const { type } = statement
  return type === 'id' || type === '' ? kindOfStatement(statement) : type.slice(0, TYPE_LENGTH)
}

function notComparable(type: string): HolderFinding {
  return found('unknown', 'unknown', reason('holder-not-comparable', { type }))
}

function found(holder: Holder, outcome: Check['outcome'], why: Reason): HolderFinding {
  return { holder, check: { id: 'recipient', outcome, reasons: [why], spec: SPEC } }
}
