/**
 * A kept report that is judged again says what a fresh verification at that moment says: for every
 * badge of the demo, and for records, presentations and endorsements whose parts begin and end.
 */
import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../src/verifier'
import type { BadgeSource, TrustList, VerifierEnvironment } from '../../../src/verifier/environment'
import type { VerificationReport } from '../../../src/verifier/report'
import type { JsonObject, JsonValue } from '../../../src/verifier/verification'
import { demoFixtures } from '../../fixtures'
import { servedFetch } from '../../fixtures/served-fetch'
import { fakeWeb } from './fake-web'
import { BOARD, CHEAT, COLLEGE, endorsementOf, GUILD, signedBadge, signedClr } from './parts-world'

const MORNING = '2026-01-15T08:00:00Z'
const NOON = '2026-01-15T12:00:00Z'
const TIMES = ['2026-01-15T06:00:00Z', '2026-01-15T10:00:00Z', '2026-01-15T14:00:00Z']
const PAIRS = TIMES.flatMap((then, index) => TIMES.slice(index).map((now) => [then, now] as const))

/** Some issuers from noon, some until noon, and none at all. */
const LISTS: TrustList[][] = [
  [],
  [
    {
      ...{ id: 'https://list.example/', name: 'Providers' },
      issuers: [
        { id: COLLEGE.did, name: 'College of Crafts' },
        { id: GUILD.did, name: 'Guild', validFrom: NOON },
        { id: BOARD.did, name: 'Board of Trades', validUntil: NOON },
      ],
    },
  ],
]

/** What two reports of one badge have to agree about; when and how long it took is their own. */
function said({ parts, ...report }: VerificationReport): unknown {
  const own = ['checkedAt', 'freshUntil', 'requests']
  const rest = Object.entries(report).filter(([name]) => !own.includes(name))
  return { ...Object.fromEntries(rest), parts: parts.map(said) }
}

async function expectSame(
  source: BadgeSource,
  fetch: VerifierEnvironment['fetch'],
  pairs = PAIRS,
): Promise<void> {
  const [none = []] = LISTS
  const made = new Map<string, Promise<VerificationReport>>()
  /** Verified once for each time and each lists, however many pairs they are in. */
  const at = (time: string, trustLists: TrustList[]) => {
    const key = `${time} ${LISTS.indexOf(trustLists)}`
    const fresh =
      made.get(key) ?? verifyBadge(source, { fetch, now: () => new Date(time), trustLists })
    made.set(key, fresh)
    return fresh
  }
  for (const trustLists of LISTS) {
    for (const [then, now] of pairs) {
      const kept = await at(then, none)
      const again = judgeAgain(structuredClone(kept), new Date(now), trustLists)
      expect(said(again), `${then} at ${now}`).toEqual(said(await at(now, trustLists)))
      expect(judgeAgain(again, new Date(now), trustLists)).toEqual(again)
    }
  }
}

const lasting = await signedBadge('Welding', GUILD)
const ending = await signedBadge('Brazing', COLLEGE, { validUntil: MORNING })
const coming = await signedBadge('Soldering', CHEAT, { validFrom: NOON })
const altered = { ...lasting, id: 'urn:badge:other', name: 'Surgery' }
const ENDORSED = 'urn:badge:Turning'
const praise = await endorsementOf(ENDORSED, BOARD, { validUntil: MORNING })
const laterPraise = await endorsementOf(ENDORSED, GUILD, { validFrom: NOON })

const PARTS: Record<string, JsonValue[]> = {
  nothing: [],
  'what lasts': [lasting],
  'what ends': [lasting, ending],
  'what comes': [coming],
  'what ends and what comes': [ending, coming],
  'what was altered, and what comes': [altered, coming],
}
/** What is to be said of the whole, whatever is in it. */
const WHOLES: Record<string, JsonObject> = {
  'as it should be': {},
  'with a schema that is not known': {
    credentialSchema: [{ id: 'https://schema.example/x.json', type: 'JsonSchema' }],
  },
  'with something amiss': { awardedDate: 'yesterday' },
  'that ends itself': { validUntil: MORNING },
  'that begins itself': { validFrom: NOON },
}

describe.each(Object.entries(PARTS))('a record of %s, judged again', (_, parts) => {
  it.each(Object.entries(WHOLES))('%s, is as it is judged afresh', async (_name, changes) => {
    const text = JSON.stringify(await signedClr(parts, changes))
    await expectSame({ text }, fakeWeb({}).fetch)
  })

  it('in a presentation, is as it is judged afresh', async () => {
    const type = 'VerifiablePresentation'
    const inner = parts.length === 0 ? [] : [await signedClr(parts, { id: 'urn:clr:2' })]
    for (const verifiableCredential of [parts, inner, [...parts, praise]]) {
      const text = JSON.stringify({ type, verifiableCredential })
      await expectSame({ text }, fakeWeb({}).fetch)
    }
  })
})

it.each<[string, JsonValue[]]>([
  ['one that ends', [praise]],
  ['one that comes', [laterPraise]],
  ['both', [praise, laterPraise]],
  ['one about something else', [praise, await endorsementOf('urn:badge:other', GUILD)]],
])('a badge with endorsements, %s, is as it is judged afresh', async (_, endorsement) => {
  const text = JSON.stringify(await signedBadge('Turning', COLLEGE, { endorsement }))
  await expectSame({ text }, fakeWeb({}).fetch)
})

const { badges, web } = await demoFixtures()
const AFTER_SEALING = '2026-01-15T11:00:00Z'

it.each(badges.map(({ id, file }) => [id, file] as const))(
  'the demo’s badge %s is as it is judged afresh',
  async (id, file) => {
    // Seals of the demo were made between the two: nothing is judged before it was made.
    const then = id.startsWith('sealed') ? AFTER_SEALING : TIMES[0]!
    await expectSame({ bytes: file }, servedFetch(web), [[then, TIMES[2]!]])
  },
)
