import type { Recipient } from '../verifier/credential'
import { compareRecipients } from '../verifier/recipients/compare-recipients'
import type { Award } from './awards'
import { joinedGroups } from './joined-groups'
import { byText, groupedBy, sortedOnce } from './ordering'
import type { Contradiction, ProfileRecipients, RecipientGroup } from './profile-summary'
import { inOneSpelling, recipientKey } from './recipient-key'
import { clipped } from './shown-text'

/** Each is compared with every other, at some hashes a pair. More stay beside each other, not compared. */
const MOST_COMPARED = 40

/** One way to name a recipient, and the badges that do. */
interface Named {
  recipient: Recipient
  badges: string[]
}

interface Compared extends ProfileRecipients {
  /** Badges that name different recipients, and are known to. */
  differing: string[]
}

/**
 * For whom the badges are. Two hashes of different salts cannot be compared, and say neither that it is one
 * recipient nor that it is two.
 */
export async function profileRecipients(awards: readonly Award[]): Promise<Compared> {
  const said = awards.map(({ badge, credential }) => {
    return { badge, recipient: inOneSpelling(credential.recipient) }
  })
  const named = groupedBy(said, ({ recipient }) => recipientKey(recipient)).map(
    ([, same]): Named => ({
      recipient: same[0]?.recipient ?? { identities: [] },
      badges: sortedOnce(same.map(({ badge }) => badge)),
    }),
  )
  const { groups, differing } = await compared(named)
  const isOne = groups.length < 2 && named.every(({ recipient }) => isSomebody(recipient))
  return {
    comparison:
      differing.length > 0 ? 'differ' : awards.length < 2 ? 'one' : isOne ? 'same' : 'unknown',
    groups: groups.map(groupOf).toSorted((one, other) => byText(firstOf(one), firstOf(other))),
    differing,
  }
}

export function recipientContradictions({ differing }: Compared): Contradiction[] {
  return differing.length === 0 ? [] : [{ code: 'recipients-differ', badges: differing }]
}

async function compared(named: Named[]): Promise<{ groups: Named[][]; differing: string[] }> {
  const same: [Named, Named][] = []
  const differing = new Set<string>()
  const first = named.slice(0, MOST_COMPARED)
  for (const [index, one] of first.entries())
    for (const other of first.slice(index + 1)) {
      const found = await compareRecipients(one.recipient, other.recipient)
      if (found === 'same') same.push([one, other])
      if (found === 'differs')
        for (const badge of [...one.badges, ...other.badges]) differing.add(badge)
    }
  return { groups: joinedGroups(named, same), differing: sortedOnce(differing) }
}

function groupOf(named: Named[]): RecipientGroup {
  const identities = named.flatMap(({ recipient }) => plainOf(recipient))
  const isHashed = named.every(({ recipient }) => recipient.identities.some(({ hashed }) => hashed))
  return {
    identities: groupedBy(identities, ({ type, value }) => JSON.stringify([value, type])).flatMap(
      ([, [identity]]) => identity ?? [],
    ),
    ...(identities.length === 0 && isHashed && { hashedOnly: true }),
    badges: sortedOnce(named.flatMap(({ badges }) => badges)),
  }
}

function plainOf({ id, identities }: Recipient): RecipientGroup['identities'] {
  const plain = identities.filter(({ hashed }) => !hashed)
  return [
    ...(id === undefined ? [] : [{ type: 'id', value: clipped(id) }]),
    ...plain.map(({ type, value }) => ({ type: clipped(type), value: clipped(value) })),
  ]
}

function isSomebody({ id, identities }: Recipient): boolean {
  return id !== undefined || identities.length > 0
}

function firstOf({ badges }: RecipientGroup): string {
  return badges[0] ?? ''
}
