import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, base64, dataUrl } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const IMAGES = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://cdn.example/${name}.png`)
const assertionOf = (url: string) => url.replace('cdn', 'issuer')

let rig: WorkerRig
/** Requests that the issuer has not answered yet. */
let pending: (() => void)[]

beforeEach(async () => {
  rig = new WorkerRig()
  pending = []
  rig.browser.openTab(1, 'https://portfolio.example/me')
  for (const url of IMAGES) {
    const script = { name: url, asks: [assertionOf(url)], verdict: 'authentic' as const }
    rig.web.serveFile(url, badgePng(script))
    rig.web.serve(assertionOf(url), () => {
      return new Promise((resolve) => {
        pending.push(() => {
          resolve(new Response('{}'))
        })
      })
    })
  }
  await rig.start()
})

const candidates = () => IMAGES.map((url, index) => image(`k${index}`, url))
const answerAll = () => {
  for (const answer of pending.splice(0)) answer()
}

async function beginVerifyAll() {
  const page = rig.page(1)
  page.show(...candidates())
  await rig.badges(1, (all) => all.length === 6 && all.every(({ state }) => state === 'found'))
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  await eventually(() => {
    expect(pending.length).toBeGreaterThan(0)
  })
  return page
}

const untilAllDone = async () => {
  const stop = setInterval(answerAll, 2)
  const badges = await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
  clearInterval(stop)
  return badges
}

describe('a worker killed in the middle of "Verify all"', () => {
  it('has its work finished by the next, with the same results, though no page is there', async () => {
    await beginVerifyAll()
    await rig.restart()

    const badges = await untilAllDone()
    expect(badges.map(({ name, verdict }) => [name, verdict])).toEqual(
      IMAGES.map((url) => [url, 'authentic']),
    )
  })

  it('may be killed again and again', async () => {
    await beginVerifyAll()
    await rig.restart()
    await settled()
    await rig.restart()
    await settled()

    expect(await untilAllDone()).toHaveLength(6)
  })

  it('gives up a check that never ends, and says so, instead of waking for ever', async () => {
    await beginVerifyAll()
    for (let death = 0; death < 4; death++) {
      await settled()
      await rig.restart()
    }
    await settled()

    const { badges } = await rig.state(1)
    const [given] = badges.filter(({ state }) => state === 'done')
    expect(given).toMatchObject({
      verdict: 'unverifiable',
      reasons: [{ code: 'internal-failure', params: {} }],
    })
  })

  it('has stored each check before its first request', async () => {
    const log: string[] = []
    rig.web.log.push = (...urls: string[]) => {
      for (const url of urls) {
        const tab = rig.browser.session.get('tab:1') as
          { entries: { url: string; state: string }[] } | undefined
        const stored = tab?.entries.find((entry) => assertionOf(entry.url) === url)
        if (url.includes('issuer')) log.push(stored?.state ?? 'not stored')
      }
      return 0
    }
    rig.browser.writing = 100
    await beginVerifyAll()
    await untilAllDone()

    expect(log).toEqual(IMAGES.map(() => 'checking'))
  })

  it('sends a page that connects again its marks, without reading anything again', async () => {
    await beginVerifyAll()
    await rig.restart()
    await untilAllDone()
    const before = rig.web.log.length
    const page = rig.page(1)
    page.showAll(...candidates())
    await settled()

    expect([...page.marks.values()].map(({ look }) => look)).toEqual(IMAGES.map(() => 'authentic'))
    expect(rig.web.log).toHaveLength(before)
  })

  it('finishes a first look, too', async () => {
    const answers: (() => void)[] = []
    const url = 'https://cdn.example/slow.png'
    rig.web.serve(url, () => {
      return new Promise((resolve) => {
        answers.push(() => {
          resolve(new Response(badgePng({ name: 'Slow' }) as Uint8Array<ArrayBuffer>))
        })
      })
    })
    rig.page(1).show(image('s', url))
    await eventually(() => {
      expect(answers).toHaveLength(1)
    })
    await rig.restart()
    await eventually(() => {
      expect(answers).toHaveLength(2)
    })
    answers[1]?.()
    // Of what was found to be a badge, all is read.
    await eventually(() => {
      expect(answers).toHaveLength(3)
    })
    answers[2]?.()

    await rig.badges(1, (all) => all.some(({ name }) => name === 'Slow'))
  })

  it('keeps bytes that only the page could read', async () => {
    const asks = [assertionOf(IMAGES[0]!)]
    const bytes = base64(badgePng({ name: 'Own', asks, verdict: 'authentic' }))
    rig.page(1).show({ ...image('o', 'https://portfolio.example/o.png'), bytes, complete: true })
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.restart()
    await rig.ask('verify', { tabId: 1, ids: 'all' })

    const [badge] = await untilAllDone()
    expect(badge).toMatchObject({ name: 'Own', verdict: 'authentic' })
    expect(rig.web.log).toEqual(asks)
  })

  it('says that it was not finished where the bytes are lost, and no page has them', async () => {
    const asks = [assertionOf(IMAGES[0]!)]
    rig.browser.openTab(9, 'https://portfolio.example/me', true)
    // Of a private window so large a file is in memory alone.
    const file = badgePng({ name: 'Large', asks, verdict: 'authentic' }, { noise: 300_000 })
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', srcUrl: dataUrl(file), frameId: 0 },
      rig.browser.tabs.get(9),
    )
    await rig.badges(9, ([first]) => first?.hosts.includes('issuer.example') === true)
    await rig.restart()

    const badges = await rig.badges(9, ([first]) => first?.state === 'done')
    expect(badges).toMatchObject([{ reasons: [{ code: 'internal-failure' }] }])
  })
})

describe('the alarm that wakes a killed worker', () => {
  it('is there while something is being checked, and not after', async () => {
    expect(rig.browser.alarms.has('queue')).toBe(false)
    await beginVerifyAll()
    expect(rig.browser.alarms.get('queue')).toEqual({ periodInMinutes: 0.5 })
    await untilAllDone()
    await settled()
    expect(rig.browser.alarms.has('queue')).toBe(false)
  })
})

describe('a tab that was closed while no worker ran', () => {
  it('is forgotten with all its work', async () => {
    await beginVerifyAll()
    rig.browser.killWorker()
    rig.browser.tabs.delete(1)
    pending = []
    await rig.start()
    await settled()

    expect([...rig.browser.session.keys()]).toEqual([])
    expect(pending).toEqual([])
  })
})
