import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_ORIGIN } from './fake-browser'
import { settled, WorkerRig } from './worker-rig'

const PAGE = `${OWN_ORIGIN}/src/pages/files/index.html`

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  await rig.start()
})

async function enter(text: string, where = 'currentTab'): Promise<string[]> {
  rig.browser.worker?.api.omnibox.onInputEntered.emit(text, where)
  await settled()
  return [...rig.browser.updated, ...rig.browser.created].map(({ url }) => url)
}

function type(text: string): string {
  rig.browser.worker?.api.omnibox.onInputChanged.emit(text, () => undefined)
  return rig.browser.entry
}

describe('an address after the keyword', () => {
  it('opens the page for files with it filled in, and asks nobody', async () => {
    const [url = ''] = await enter(' https://issuer.example/b?x=1&y=2#z ')
    expect(url.startsWith(`${PAGE}?`)).toBe(true)
    expect(new URL(url).searchParams.get('given')).toBe('https://issuer.example/b?x=1&y=2#z')
    expect(rig.web.requests).toEqual([])
  })

  it('may leave out what every address begins with', async () => {
    const [url = ''] = await enter('issuer.example/b/1')
    expect(new URL(url).searchParams.get('given')).toBe('https://issuer.example/b/1')
  })

  it('opens a tab where that was asked for, or where the window takes no page of ours', async () => {
    await enter('https://issuer.example/', 'newForegroundTab')
    expect(rig.browser.updated).toEqual([])
    rig.browser.takesPages = false
    expect(await enter('https://issuer.example/')).toHaveLength(2)
  })

  it('does not leave a private window, whose addresses are kept nowhere', async () => {
    rig.browser.inPrivate = true
    rig.browser.takesPages = false
    expect(await enter('https://issuer.example/secret')).toEqual([PAGE])
    expect(await enter('https://issuer.example/secret', 'newBackgroundTab')).toEqual([PAGE, PAGE])
  })

  it('is no way into our page for anything but a text', async () => {
    const hostile = '&tab=1#"><script>alert(1)</script>'
    const [url = ''] = await enter(hostile)
    expect(url.split('?')[0]).toBe(PAGE)
    expect([...new URL(url).searchParams]).toEqual([['given', hostile]])
  })

  it('is not carried on at any length', async () => {
    const [url = ''] = await enter(`https://issuer.example/${'x'.repeat(100_000)}`)
    expect(url.length).toBeLessThan(3_000)
  })

  it('may be nothing', async () => {
    expect(await enter('  ')).toEqual([PAGE])
  })
})

describe('what the address bar says while one is typed', () => {
  it('names the host that would be asked', () => {
    expect(type('https://issuer.example/b/1')).toBe('omniboxVerify issuer.example')
  })

  it.each([
    '<match>trusted</match>',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'https://a b/',
    '&lt;',
    '\u{0}\uD800',
  ])('says nothing of %j', (text) => {
    expect(type(text)).toBe('omniboxHint')
  })

  it('shows no user name that pretends to be a host', () => {
    expect(type('https://university.example@cheap.example/')).toBe('omniboxVerify cheap.example')
  })
})
