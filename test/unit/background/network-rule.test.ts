import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { NetworkRule } from '../../../src/background/network-rule'
import type { Doors } from '../../../src/background/door'
import { FakeBrowser, OWN_HOST } from './fake-browser'
import { eventually } from '../eventually'

let browser: FakeBrowser
let rule: NetworkRule
let doors: Doors
let sent: string[]

async function start(): Promise<void> {
  const { api } = browser.startWorker()
  vi.resetModules()
  vi.doMock('webextension-polyfill', () => ({ default: api }))
  rule = new (await import('../../../src/background/network-rule')).NetworkRule()
  doors = new (await import('../../../src/background/door')).Doors(rule)
}

beforeEach(async () => {
  browser = new FakeBrowser()
  sent = []
  vi.stubGlobal('fetch', (url: URL) => {
    sent.push(url.href)
    return Promise.resolve(new Response('{}'))
  })
  await start()
})

describe('the network rule', () => {
  it('blocks every request of ours, and none that a person follows', async () => {
    const release = await rule.allow('issuer.example')
    release()
    await eventually(() => {
      expect(browser.rules.size).toBe(1)
    })

    expect([...browser.rules.values()]).toEqual([
      {
        id: 1,
        priority: 1,
        action: { type: 'block' },
        condition: { initiatorDomains: [OWN_HOST], excludedResourceTypes: ['main_frame'] },
      },
    ])
  })

  it('allows one exact host over https on the default port', async () => {
    await rule.allow('issuer.example')

    expect(browser.lets('https://issuer.example/a')).toBe(true)
    for (const url of [
      ...['https://tracker.issuer.example/', 'https://issuer.example.evil.example/'],
      ...['https://issuer.example:8443/', 'http://issuer.example/', 'https://other.example/'],
    ]) {
      expect(browser.lets(url), url).toBe(false)
    }
  })

  it('allows a host as long as somebody asks it', async () => {
    const first = await rule.allow('issuer.example')
    const second = await rule.allow('issuer.example')
    first()
    first()
    expect(browser.lets('https://issuer.example/')).toBe(true)
    second()
    await eventually(() => {
      expect(browser.lets('https://issuer.example/')).toBe(false)
    })
  })

  it('takes nothing for a host that could mean more in a filter', async () => {
    for (const host of [
      '*',
      '*.example',
      'a^b',
      'example',
      'a.example/',
      '[::1]',
      '',
      '||a.example',
    ]) {
      await expect(rule.allow(host), host).rejects.toThrow(TypeError)
    }
  })

  it('of an earlier worker is replaced', async () => {
    await rule.allow('issuer.example')
    await start()
    await rule.allow('other.example')

    expect(browser.lets('https://issuer.example/')).toBe(false)
    expect(browser.lets('https://other.example/')).toBe(true)
  })

  it('lets nobody through where it cannot be put up', async () => {
    const { api } = browser.startWorker()
    api.declarativeNetRequest.updateSessionRules = () => Promise.reject(new Error('quota'))
    vi.resetModules()
    vi.doMock('webextension-polyfill', () => ({ default: api }))
    const broken = new (await import('../../../src/background/network-rule')).NetworkRule()

    await expect(broken.allow('issuer.example')).rejects.toThrow('quota')
  })
})

describe('a door', () => {
  const open = (options: { private?: boolean } = {}) =>
    doors.open({ private: false, signal: new AbortController().signal, ...options })

  it('lets through what was admitted, and nothing else', async () => {
    const door = open()
    await door.admit('issuer.example')
    await door.fetch('https://issuer.example/a')

    for (const url of [
      ...['https://other.example/', 'http://issuer.example/', 'https://issuer.example:8443/'],
      ...['https://sub.issuer.example/', 'data:text/plain,x'],
    ]) {
      await expect(door.fetch(url), url).rejects.toThrow(TypeError)
    }
    expect(sent).toEqual(['https://issuer.example/a'])
  })

  it('lets nothing through for another check', async () => {
    await open().admit('issuer.example')
    await expect(open().fetch('https://issuer.example/')).rejects.toThrow(TypeError)
  })

  it('takes its hosts from the rule when it is closed, and stays shut', async () => {
    const door = open()
    await door.admit('issuer.example')
    door.close()
    await eventually(() => {
      expect(browser.lets('https://issuer.example/')).toBe(false)
    })
    await door.admit('issuer.example')

    await expect(door.fetch('https://issuer.example/')).rejects.toThrow(TypeError)
  })

  it('overrides what a caller says of cookies and referrer', async () => {
    const init: RequestInit[] = []
    vi.stubGlobal('fetch', (_: URL, options: RequestInit) => {
      init.push(options)
      return Promise.resolve(new Response())
    })
    const door = open({ private: true })
    await door.admit('issuer.example')
    await door.fetch('https://issuer.example/', {
      ...{ credentials: 'include', referrerPolicy: 'unsafe-url', cache: 'force-cache' },
    })

    expect(init[0]).toMatchObject({
      ...{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
    })
  })

  it('asks one host at most twice at once', async () => {
    let running = 0
    let most = 0
    vi.stubGlobal('fetch', async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running--
      return new Response()
    })
    const door = open()
    await door.admit('issuer.example')
    await Promise.all(Array.from({ length: 6 }, () => door.fetch('https://issuer.example/')))

    expect(most).toBe(2)
  })
})
