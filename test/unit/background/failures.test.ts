import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MOST_BYTES } from '../../../src/background/tab-room'
import type { BadgeSummary } from '../../../src/platform/messages'
import { badgePng, base64, dataUrl } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }
const UNFINISHED = {
  state: 'done',
  verdict: 'unverifiable',
  reasons: [{ code: 'internal-failure', params: {} }],
}

let rig: WorkerRig

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.browser.openTab(9, 'https://portfolio.example/me', true)
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
  return () => {
    vi.restoreAllMocks()
  }
})

function failing(): Promise<never> {
  return Promise.reject(new Error('quota exceeded'))
}

/** In the next worker, for the first time. */
function slowToLookFor(part: string): void {
  const start = rig.browser.startWorker.bind(rig.browser)
  vi.spyOn(rig.browser, 'startWorker').mockImplementation(() => {
    const worker = start()
    const { session } = worker.api.storage
    const get = session.get
    session.get = async (key) => {
      const value = await get(key)
      if (key?.includes(part)) {
        session.get = get
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
      return value
    }
    return worker
  })
}

async function found(tabId: number) {
  const page = rig.page(tabId)
  page.show(image('a', IMAGE))
  await rig.badges(tabId, ([badge]) => badge?.state === 'found')
  return page
}

function isFound({ state }: BadgeSummary): boolean {
  return state === 'found'
}

async function verified(tabId: number) {
  await rig.ask('verify', { tabId, ids: 'all' })
  const [badge] = await rig.badges(tabId, ([first]) => first?.state === 'done')
  return badge
}

describe('a check that fails for a reason of our own', () => {
  const broken = async () => {
    const page = await found(1)
    const api = rig.browser.worker!.api.declarativeNetRequest
    const update = vi.spyOn(api, 'updateSessionRules').mockImplementation(failing)
    const badge = await verified(1)
    return { page, update, badge }
  }

  it('says that it could not be finished, on mark and report', async () => {
    const { page, badge } = await broken()
    await settled()

    expect(badge).toMatchObject(UNFINISHED)
    expect(page.marks.get('a')?.look).toBe('unverifiable')
    const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })
    expect(stored?.report).toMatchObject({ verdict: 'unverifiable', reason: 'internal-failure' })
  })

  it('can be tried again', async () => {
    const { update, badge } = await broken()
    update.mockRestore()
    await rig.ask('verify-again', { tabId: 1, ids: [badge?.id ?? ''] })

    await rig.badges(1, ([first]) => first?.verdict === 'authentic')
  })

  it('is not what the next page with the badge is told', async () => {
    const { update } = await broken()
    update.mockRestore()
    rig.browser.openTab(2, 'https://elsewhere.example/')
    rig.page(2).show(image('a', IMAGE))

    await rig.badges(2, ([first]) => first?.state === 'found')
  })
})

describe('where nothing can be stored', () => {
  it('a badge of a private window is verified all the same', async () => {
    vi.spyOn(rig.browser.worker!.api.storage.session, 'set').mockImplementation(failing)
    await found(9)
    const badge = await verified(9)

    expect(badge?.verdict).toBe('authentic')
    expect(await rig.ask('report', { reportId: badge?.reportId ?? '' })).not.toBeNull()
  })

  it('a badge of an ordinary window is verified all the same', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await found(1)
    const badge = await verified(1)

    expect(badge?.verdict).toBe('authentic')
    expect(await rig.ask('report', { reportId: badge?.reportId ?? '' })).not.toBeNull()
  })
})

describe('where a tab outgrows storage.session', () => {
  const isOfTab = (items: object): boolean => 'tab:1' in items
  const isLarge = (items: Record<string, unknown>): boolean =>
    JSON.stringify(items).includes('cdn.example')

  it.each([
    ['its badges do not fit', isLarge],
    ['nothing of it does', isOfTab],
  ])('a check that was called off does not begin again: %s', async (_, isTooMuch) => {
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    await found(1)
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    const { session } = rig.browser.worker!.api.storage
    const write = session.set
    vi.spyOn(session, 'set').mockImplementation((items) =>
      isTooMuch(items) ? failing() : write(items),
    )
    await rig.ask('cancel', { tabId: 1 })
    await settled()
    await rig.restart()
    await settled()

    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(1)
    const kept = rig.browser.session.get('tab:1') as { next: number } | undefined
    expect(kept?.next).toBe(isTooMuch === isLarge ? 2 : undefined)
  })
})

describe('where a tab on a site that is always verified outgrows storage.session', () => {
  it('a check that was called off does not begin again as its page says its badges again', async () => {
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    await rig.ask('set-site', { site: 'portfolio.example', mode: 'always' })
    rig.page(1).show(image('a', IMAGE))
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    const { session } = rig.browser.worker!.api.storage
    const write = session.set
    vi.spyOn(session, 'set').mockImplementation((items) =>
      JSON.stringify(items).includes('cdn.example') ? failing() : write(items),
    )
    await rig.ask('cancel', { tabId: 1 })
    await settled()
    await rig.restart()
    rig.page(1).showAll(image('a', IMAGE))
    await rig.badges(1, ([badge]) => badge?.state === 'found')
    await settled()

    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(1)
  })
})

describe('where the database cannot be opened', () => {
  it('badges are found and verified all the same', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('corrupt', 'UnknownError')
    })
    await rig.restart()
    rig.page(1).show(image('a', IMAGE), image('b', dataUrl(badgePng({ ...GO, name: 'Rust' }))))
    await rig.badges(1, (badges) => badges.every(isFound) && badges.length === 2)
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    const badges = await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))

    expect(badges.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic'])
    for (const { reportId = '' } of badges)
      expect(await rig.ask('report', { reportId })).not.toBeNull()
  })
})

describe('bytes that only a private page has, too many to be stored', () => {
  const large = image('a', dataUrl(badgePng(GO, { noise: 400_000 })))
  const shown = async () => {
    const page = rig.page(9)
    page.show(large)
    await rig.badges(9, ([badge]) => badge?.state === 'found')
    return page
  }

  it('are taken again when the page says them to the next worker', async () => {
    await shown()
    await rig.restart()
    rig.page(9).showAll(large)
    await settled()

    expect((await verified(9))?.verdict).toBe('authentic')
    for (const source of rig.verifier.sources) expect(source).toHaveProperty('bytes')
  })

  it('are waited for by a check that was under way', async () => {
    await shown()
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    await rig.ask('verify', { tabId: 9, ids: 'all' })
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    await rig.restart()
    rig.web.serve(ASSERTION, () => new Response('{}'))
    await settled()
    expect((await rig.state(9)).badges[0]?.state).toBe('checking')
    rig.page(9).showAll(large)

    const [badge] = await rig.badges(9, ([first]) => first?.state === 'done')
    expect(badge?.verdict).toBe('authentic')
    for (const source of rig.verifier.sources) expect(source).toHaveProperty('bytes')
  })

  it('are not missed where the page says them while the next worker looks for them', async () => {
    const { contents } = await import('../../../src/platform/database')
    const page = rig.page(1)
    page.show(large)
    await rig.badges(1, ([badge]) => badge?.state === 'found')
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    rig.browser.killWorker()
    await contents.clear()
    rig.web.serve(ASSERTION, () => new Response('{}'))
    slowToLookFor(':content:')
    await rig.start()
    rig.page(1).showAll(large)

    const [badge] = await rig.badges(1, ([first]) => first?.state === 'done')
    expect(badge?.verdict).toBe('authentic')
  })

  it('do not make a check that runs begin anew', async () => {
    const page = await shown()
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    await rig.ask('verify', { tabId: 9, ids: 'all' })
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    page.showAll(large)
    await settled()

    expect(rig.web.log).toEqual([ASSERTION])
  })
})

describe('a page that says more than can be stored', () => {
  const stored = (tabId: number) => JSON.stringify(rig.browser.session.get(`tab:${tabId}`)).length
  const long = (name: string) => `https://cdn.example/${name}?${'x'.repeat(8_000)}`
  const say = async (item: (at: number) => object) => {
    const items = Array.from({ length: 500 }, (_, at) => item(at))
    rig.page(1).say({ type: 'candidates', url: '', items })
    await eventually(async () => {
      await settled()
      expect(rig.browser.session.has('tab:1')).toBe(true)
    })
  }

  it('has no more than 400,000 characters of addresses stored', async () => {
    await say((at) => ({ ...image(`${at}`, long(`${at}`)), href: long('link') }))

    expect(stored(1)).toBeGreaterThan(50_000)
    expect(stored(1)).toBeLessThan(500_000)
  })

  it('has no links stored of what is no badge', async () => {
    const bytes = base64(new Uint8Array([1, 2, 3]))
    await say((at) => ({ ...image(`${at}`, `${IMAGE}?${at}`), bytes, href: `${IMAGE}/linked` }))
    await eventually(() => {
      expect(JSON.stringify(rig.browser.session.get('tab:1'))).not.toContain('unread')
    })

    expect(JSON.stringify(rig.browser.session.get('tab:1'))).not.toContain('linked')
  })

  describe('and has as many bytes kept as one tab may', () => {
    interface Kept {
      entries: { bytes?: number }[]
    }
    const kept = (): Kept => rig.browser.session.get('tab:1') as Kept
    const own = (name: string) => image(name, dataUrl(badgePng({ ...GO, name })))
    const full = async () => {
      await found(1)
      await eventually(() => {
        expect(kept().entries[0]?.bytes).toBe(badgePng(GO).length)
      })
      for (const entry of kept().entries) entry.bytes = MOST_BYTES
      await rig.restart()
      const page = rig.page(1)
      page.showAll(image('a', IMAGE))
      await rig.badges(1, ([badge]) => badge?.state === 'found')
      return page
    }

    it.each([
      ['that the worker reads', image('b', `${IMAGE}?b`)],
      ['that only the page has', own('b')],
    ])('no badge is taken any more, %s, and that is said', async (_, further) => {
      rig.web.serveFile(`${IMAGE}?b`, badgePng({ ...GO, name: 'Rust' }))
      const page = await full()
      page.show(further)
      await eventually(async () => {
        expect((await rig.state(1)).partial).toBe(true)
      })
      await settled()

      expect((await rig.state(1)).badges).toHaveLength(1)
    })

    it('an award is taken by its link all the same, without its picture', async () => {
      const page = await full()
      const href = 'https://www.credly.com/badges/12345678-89ab-4cde-8f01-23456789abcd'
      page.show({ ...own('b'), href })

      const [, award] = await rig.badges(1, (badges) => badges.length === 2)
      expect(award?.state).toBe('found')
      expect(kept().entries[1]).not.toHaveProperty('bytes')
    })

    it('another is taken once one of them is gone', async () => {
      const page = await full()
      page.say({ type: 'gone', keys: ['a'] })
      page.show(own('b'))

      await rig.badges(1, ([badge]) => badge?.state === 'found')
    })

    it('what was found is verified all the same', async () => {
      await full()
      expect((await verified(1))?.verdict).toBe('authentic')
    })
  })

  it('keeps the reports of a private window, whatever else there is no room for', async () => {
    const all = Array.from({ length: 30 }, (_, at) => image(`${at}`, `${IMAGE}?${at}`))
    for (const [at, { url }] of all.entries())
      rig.web.serveFile(url, badgePng({ ...GO, name: `Go ${at}` }, { noise: 100_000 }))
    rig.page(9).show(...all)
    await rig.badges(9, (badges) => badges.filter(isFound).length === all.length)
    await rig.ask('verify', { tabId: 9, ids: 'all' })
    const isDone = ({ verdict }: BadgeSummary): boolean => verdict === 'authentic'
    await rig.badges(9, (badges) => badges.every(isDone))
    await rig.restart()
    const asked = rig.web.log.filter((url) => url === ASSERTION).length
    rig.page(9).showAll(...all)
    await settled()

    expect((await rig.state(9)).badges.filter(isDone)).toHaveLength(all.length)
    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(asked)
  })

  it('leaves room for the state of other tabs, however many private badges it shows', async () => {
    const page = rig.page(9)
    for (let at = 0; at < 30; at++) {
      const bytes = base64(badgePng({ name: `${at}` }, { noise: 150_000 }))
      page.show({ ...image(`${at}`, `${IMAGE}?${at}`), bytes, complete: true })
    }
    await rig.badges(9, (all) => all.length === 30)
    await settled()

    const sizes = [...rig.browser.session.values()].map((value) => JSON.stringify(value).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000)
  })
})
