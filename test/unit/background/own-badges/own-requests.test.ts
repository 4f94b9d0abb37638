/** What the worker answers about the user's own badges, and what of it reaches pages and disks. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Recipient } from '../../../../src/verifier/credential'
import type { Script } from '../fake-verifier'
import { badgePng } from '../test-badges'
import { image, settled, WorkerRig, type FakePage } from '../worker-rig'

const ASSERTION = 'https://issuer.example/assertion'
const ADA = 'ada.lovelace@mail.example'
const EVE = 'eve@mail.example'

const plain = (email: string): Recipient => ({
  identities: [{ type: 'email', value: email, hashed: false }],
})
const hashed = (email: string): Recipient => {
  const hex = createHash('sha256').update(`${email}kelp`).digest('hex')
  return { identities: [{ type: 'email', value: `sha256$${hex}`, hashed: true, salt: 'kelp' }] }
}

let rig: WorkerRig
let page: FakePage

beforeEach(async () => {
  rig = new WorkerRig()
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
}, 30_000)

/** Verified badges by whom they name, in a tab. */
async function verified(tabId: number, recipients: Recipient[], isPrivate = false): Promise<void> {
  rig.browser.openTab(tabId, 'https://portfolio.example/me', isPrivate)
  page = rig.page(tabId)
  const images = recipients.map((recipient, index) => {
    const script: Script = {
      ...{ name: `B${index}`, asks: [ASSERTION], verdict: 'authentic', recipient },
    }
    const url = `https://cdn.example/${tabId}-${index}.png`
    rig.web.serveFile(url, badgePng(script))
    return image(`k${index}`, url)
  })
  page.show(...images)
  await rig.badges(tabId, ({ length }) => length === recipients.length)
  await rig.ask('verify', { tabId, ids: 'all' })
  await rig.badges(tabId, (all) => all.every(({ state }) => state === 'done'))
}

const add = (identity: string, remember = false) =>
  rig.ask('add-own-identity', { identity, label: '', remember })

async function whose(tabId: number): Promise<string[]> {
  const found = await rig.ask('own-badges', { tabId })
  return Object.keys(found)
    .toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
    .map((id) => found[id]?.is ?? '')
}

describe('whose the badges of a page are', () => {
  it('is not said before an identity was entered', async () => {
    await verified(1, [plain(ADA)])
    expect(await rig.ask('own-badges', { tabId: 1 })).toEqual({})
  })

  it('is told of hashed recipients while the identity is in memory, and not after', async () => {
    await verified(1, [plain(ADA), plain(EVE)])
    expect(await add(ADA, true)).toMatchObject({ is: 'added', found: 1 })
    await verified(2, [plain(ADA), hashed(ADA), hashed(EVE)])
    expect(await whose(2)).toEqual(['yours', 'yours', 'others'])

    await rig.ask('forget-own-identities', {})
    expect(await whose(2)).toEqual(['yours', 'unknown', 'unknown'])
  })

  it('is remembered of the badges that were open as it was entered, and survives the worker', async () => {
    await verified(1, [hashed(ADA), hashed(EVE)])
    expect(await add(ADA)).toMatchObject({ is: 'added', found: 1 })
    expect(await whose(1)).toEqual(['yours', 'unknown'])
    await rig.restart()
    expect(await whose(1)).toEqual(['yours', 'unknown'])
    await rig.ask('remove-own-identities', {})
    expect(await whose(1)).toEqual([])
  })

  it('is told of a DID by one of its keys, as it is entered and after', async () => {
    const named: Recipient = { id: 'did:web:ada.example#key-1', identities: [] }
    await verified(1, [named])
    expect(await add('did:web:ada.example')).toMatchObject({ is: 'added', found: 1 })
    expect(await whose(1)).toEqual(['yours'])
  })

  it('is not remembered of private windows', async () => {
    await verified(1, [hashed(ADA)], true)
    expect(await add(ADA)).toMatchObject({ found: 0 })
    expect(await whose(1)).toEqual(['unknown'])
  })

  it('is said of one report, too, and of none that is gone', async () => {
    await verified(1, [plain(ADA)])
    await add(ADA)
    const [badge] = (await rig.state(1)).badges
    expect(await rig.ask('own-badge', { reportId: badge?.reportId ?? '' })).toMatchObject({
      ...{ is: 'yours', by: { kind: 'email' } },
    })
    expect(await rig.ask('own-badge', { reportId: 'gone' })).toBeNull()
  })
})

describe('nobody else learns it', () => {
  it('no word goes to the page, no mark changes, and nobody is asked', async () => {
    await verified(1, [plain(ADA), plain(EVE)])
    await settled()
    const heard = page.received.length
    const marks = structuredClone([...page.marks])
    rig.web.log.length = 0

    await add(ADA, true)
    await whose(1)
    await settled()
    expect(page.received).toHaveLength(heard)
    expect([...page.marks]).toEqual(marks)
    expect(rig.web.log).toEqual([])
  })

  it('no report, verdict or list says it', async () => {
    await verified(1, [plain(ADA)])
    const before = await rig.state(1)
    await add(ADA, true)
    expect(await rig.state(1)).toEqual(before)
    const reportId = before.badges[0]?.reportId ?? ''
    expect((await rig.ask('report', { reportId }))?.report.holder).toBe('not-asked')
  })

  it('nothing plain is written to storage.local, and pages of ours are told only that it changed', async () => {
    await add(ADA, true)
    expect(rig.browser.journal).not.toContain('local')
    expect(rig.browser.broadcasts).toContainEqual({ type: 'own-changed' })
    expect(JSON.stringify(rig.browser.broadcasts)).not.toContain('lovelace')
    expect(JSON.stringify(await rig.ask('own-identities', {}))).not.toContain('lovelace')
  })
})
