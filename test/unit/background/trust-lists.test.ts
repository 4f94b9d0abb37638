import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig, type FakePage } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const BADGE = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }
/** As the stand-in for the verifier calls the issuer of every badge. */
const ISSUER = 'https://issuer.example/profile'
const ADDRESS = 'https://quality.example/list.json'

const listOf = (...ids: string[]) =>
  JSON.stringify({ registry: Object.fromEntries(ids.map((id) => [id, { name: 'School' }])) })
const LIST = listOf(ISSUER)

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng(BADGE))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  rig.web.serve(ADDRESS, () => new Response(LIST))
  await rig.start()
})

const addText = (text = LIST) => rig.ask('add-list-text', { text, name: 'list.json' })
const addAddress = (url = ADDRESS) => rig.ask('add-list-address', { url })
const lists = () => rig.ask('trust-lists', {})
const onlyId = async () => (await lists())[0]?.id ?? ''

async function verified(tabId = 1): Promise<FakePage> {
  const page = rig.page(tabId)
  page.show(image('a', IMAGE))
  await rig.badges(tabId, ([first]) => first?.state === 'found')
  page.say({ type: 'activate', key: 'a' })
  await rig.badges(tabId, ([first]) => first?.state === 'done')
  await settled()
  return page
}

describe('a list of the user', () => {
  it('makes a badge that is already shown green, and asks nobody', async () => {
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('authentic')
    const asked = rig.web.log.length
    expect(await addText()).toMatchObject({ is: 'added' })
    await settled()

    expect(page.marks.get('a')?.look).toBe('trusted')
    expect(rig.web.log).toHaveLength(asked)
    expect(rig.browser.broadcasts).toContainEqual({ type: 'lists-changed' })
    const [badge] = await rig.badges(1, () => true)
    const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })
    expect(stored?.report.verdict).toBe('trusted')
    const identity = 'holder@example.org'
    const compared = { reportId: badge?.reportId ?? '', identity }
    expect(await rig.ask('compare-recipient', compared)).toMatchObject({ verdict: 'trusted' })
  })

  it('takes its green back the moment it is removed, in every place', async () => {
    await addText()
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('trusted')
    await rig.ask('remove-list', { id: await onlyId() })
    await settled()

    expect(page.marks.get('a')?.look).toBe('authentic')
    const [badge] = await rig.badges(1, () => true)
    expect(badge?.verdict).toBe('authentic')
    const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })
    expect(stored?.report.verdict).toBe('authentic')
    expect(JSON.stringify(stored)).not.toContain('list.json')
    const identity = 'holder@example.org'
    const reportId = badge?.reportId ?? ''
    expect(await rig.ask('compare-recipient', { reportId, identity })).toMatchObject({
      verdict: 'authentic',
    })
  })

  it('takes it back in a private window, too', async () => {
    rig.browser.openTab(2, 'https://portfolio.example/me', true)
    await addText()
    const page = await verified(2)
    expect(page.marks.get('a')?.look).toBe('trusted')
    await rig.ask('remove-list', { id: await onlyId() })
    await settled()

    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('removed while a check is under way has no part in its result', async () => {
    await addText()
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    let answer = (): void => undefined
    rig.web.serve(ASSERTION, async () => {
      await new Promise<void>((resolve) => (answer = resolve))
      return new Response('{}')
    })
    page.say({ type: 'activate', key: 'a' })
    await settled()
    await rig.ask('remove-list', { id: await onlyId() })
    answer()
    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()

    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('does not cost a verified badge its report: nobody is asked again', async () => {
    const fresh = { ...BADGE, freshUntil: '2999-01-01T00:00:00Z' }
    rig.web.serveFile(IMAGE, badgePng(fresh))
    await verified()
    await addText()
    rig.browser.openTab(2, 'https://portfolio.example/other')
    const asked = rig.web.log.filter((url) => url === ASSERTION).length
    const page = rig.page(2)
    page.show(image('a', IMAGE))
    await rig.badges(2, ([first]) => first?.state === 'done')
    await settled()

    expect(page.marks.get('a')?.look).toBe('trusted')
    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(asked)
  })

  it('survives the worker, in IndexedDB alone', async () => {
    await addText()
    const before = await lists()
    await rig.restart()

    expect(await lists()).toEqual(before)
    expect((await verified()).marks.get('a')?.look).toBe('trusted')
    expect(rig.browser.journal).not.toContain('local')
    expect(JSON.stringify([...rig.browser.session.values()])).not.toContain('did:')
  })

  it('stays gone after it was removed', async () => {
    await addText()
    await rig.ask('remove-list', { id: await onlyId() })
    await rig.restart()

    expect(await lists()).toEqual([])
  })
})

describe('a list at an address', () => {
  it('is asked for once, when it is added: that host and no other', async () => {
    expect(await addAddress()).toEqual({ is: 'added', id: ADDRESS })
    expect(rig.web.log).toEqual([ADDRESS])
    expect(rig.web.requests[0]?.init).toMatchObject({
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer' },
    })
    expect(rig.browser.lets(ADDRESS)).toBe(false)
    await rig.restart()
    await verified()

    expect(rig.web.log.filter((url) => url === ADDRESS)).toHaveLength(1)
    expect(await lists()).toMatchObject([{ id: ADDRESS, fromAddress: true, issuers: 1 }])
  })

  it('is asked for again by "Refresh", and replaced', async () => {
    await addAddress()
    rig.web.serve(ADDRESS, () => new Response(listOf('did:web:other.example')))
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('trusted')
    expect(await rig.ask('refresh-list', { id: ADDRESS })).toEqual({ is: 'added', id: ADDRESS })
    await settled()

    expect(await lists()).toHaveLength(1)
    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('stays as it was where "Refresh" comes to nothing', async () => {
    await addAddress()
    for (const answer of [new Response('', { status: 404 }), new Response('<html>')]) {
      rig.web.serve(ADDRESS, () => answer)
      expect(await rig.ask('refresh-list', { id: ADDRESS })).not.toMatchObject({ is: 'added' })
    }

    expect(await lists()).toMatchObject([{ id: ADDRESS, issuers: 1 }])
  })

  it.each([
    ['another host', { status: 302, headers: { location: 'https://other.example/list.json' } }],
    ['a subdomain', { status: 302, headers: { location: 'https://x.quality.example/list.json' } }],
  ])('that leads to %s is refused, and that host not asked', async (_, init) => {
    rig.web.serve(ADDRESS, () => new Response(null, init))

    expect(await addAddress()).toMatchObject({
      ...{ is: 'not-obtained', reason: { code: 'redirect-refused' } },
    })
    expect(rig.web.log).toEqual([ADDRESS])
    expect(await lists()).toEqual([])
  })

  it.each([
    ['http-status', 'https://quality.example/missing'],
    ['address-refused', 'https://127.0.0.1/list.json'],
    ['address-refused', 'https://quality.example:8443/list.json'],
    ['address-refused', 'file:///etc/passwd'],
    ['address-refused', 'quality.example'],
    ['address-refused', ''],
  ])('cannot be had: %s from %j', async (code, url) => {
    expect(await addAddress(url)).toMatchObject({ is: 'not-obtained', reason: { code } })
  })

  it('needs the permission that the browser’s user withholds', async () => {
    rig.browser.withheld.add('https://quality.example/*')

    expect(await addAddress()).toMatchObject({
      ...{ is: 'not-obtained', reason: { code: 'permission-needed' } },
    })
    expect(rig.web.log).toEqual([])
  })

  it('is known by the address that the user gave, whatever the list says', async () => {
    const claims = { type: 'touchstone:accreditation-list/1', name: 'X', publisher: 'Y' }
    const text = { ...claims, updated: '2026-01-01', url: 'https://famous.example/', issuers: [] }
    rig.web.serve(ADDRESS, () => new Response(JSON.stringify(text)))
    await addAddress()

    expect(await lists()).toMatchObject([{ id: ADDRESS, url: 'https://famous.example/' }])
  })
})

describe('what is no list', () => {
  it('is not kept, and says what it is', async () => {
    expect(await addText('<html>')).toEqual({ is: 'unreadable', problem: { expected: 'JSON' } })
    expect(await addText('{"registry":[]}')).toMatchObject({ problem: { property: 'registry' } })
    expect(await lists()).toEqual([])
  })

  it('names other lists, and adds none of them', async () => {
    const others = [{ name: 'Members', type: 'dcc-legacy', url: ADDRESS }]
    expect(await addText(JSON.stringify(others))).toMatchObject({
      ...{ is: 'registries', registries: others },
    })
    expect(await lists()).toEqual([])
    expect(rig.web.log).toEqual([])
  })
})

it('what of a list was not read is counted and named', async () => {
  await addText(
    JSON.stringify({
      registry: { [ISSUER]: { name: 'School' }, nobody: { name: 'X' }, 'did:web:b.example': {} },
    }),
  )

  expect(await lists()).toMatchObject([
    {
      ...{ name: 'list.json', fromAddress: false, issuers: 1, entries: 3, problemCount: 2 },
      shownIssuers: [{ id: ISSUER, name: 'School' }],
      problems: [{ entry: 'nobody' }, { entry: 'did:web:b.example', property: 'name' }],
    },
  ])
})

it('more lists than anybody follows are not kept', async () => {
  for (let index = 0; index < 50; index++) await addText(listOf(`did:web:a${index}.example`))

  expect(await addText()).toMatchObject({ is: 'unreadable' })
  expect(await lists()).toHaveLength(50)
  // A list that is there already can still be replaced.
  expect(await addText(listOf('did:web:a0.example'))).toMatchObject({ is: 'added' })
})
