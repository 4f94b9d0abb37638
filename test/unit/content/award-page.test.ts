// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648" }
import { expect, it, vi } from 'vitest'
import { eventually } from '../eventually'
import { marksOf } from './fake-page'
import { answer, inject, runtime, settled, told, useContentScript } from './injected-script'

useContentScript()

const AWARD = 'https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648'
const OTHER = AWARD.replace('ed83', 'ed84')

it('is told of by its own address, and has no mark', async () => {
  document.title = 'Data Analyst was issued to Jane'
  await inject('<p>Data Analyst</p>')
  expect(told()).toMatchObject([
    { kind: 'link', url: AWARD, label: 'Data Analyst was issued to Jane' },
  ])
  await answer(0)
  await settled()
  expect(marksOf(document)).toEqual([])
})

it('is another one, or none, when a script of the page goes on', async () => {
  document.head.innerHTML = '<base href="/">'
  await inject('<p>Data Analyst</p>')
  const goTo = async (address: string, known: string[]) => {
    history.pushState(null, '', new URL(address).pathname)
    document.body.append('more')
    await eventually(() => {
      expect(told().map(({ url }) => url)).toEqual(known)
    })
  }
  await goTo(OTHER, [OTHER])
  await goTo('https://www.credly.com/users/jane', [])
  await goTo(AWARD, [AWARD])
})

it('is one also at a host of its own, once its script has written so into the address', async () => {
  const address = AWARD.replace('/badges', '')
  history.replaceState(null, '', new URL(address).pathname)
  await inject('<p>Data Analyst</p>', 0)
  expect(told()).toEqual([])
  history.replaceState(null, '', '#acc.AdGEkoHu')
  document.body.append('more')
  await eventually(() => {
    expect(told().map(({ url }) => url)).toEqual([`${address}#acc.AdGEkoHu`])
  })
  history.replaceState(null, '', new URL(AWARD).pathname)
})

it('is not read anew when somebody goes to a part of it', async () => {
  await inject('<p>Data Analyst</p>')
  history.replaceState(null, '', '#skills')
  document.body.append('more')
  await settled()
  expect(runtime.sent.filter(({ type }) => type === 'gone')).toEqual([])
  expect(told().map(({ url }) => url)).toEqual([AWARD])
  history.replaceState(null, '', new URL(AWARD).pathname)
})

it('has no mark either once the page has written itself anew, or is empty for a while', async () => {
  await inject('<p>Data Analyst</p>')
  const anew = document.createElement('html')
  anew.append(document.createElement('head'), document.createElement('body'))
  document.documentElement.remove()
  history.pushState(null, '', new URL(OTHER).pathname)
  dispatchEvent(new PopStateEvent('popstate'))
  document.append(anew)
  history.pushState(null, '', new URL(AWARD).pathname)
  document.body.append('more')
  await eventually(() => {
    expect(told().map(({ url }) => url)).toEqual([AWARD])
  })
  await answer(0)
  await settled()
  expect(marksOf(document)).toEqual([])
})

it('is its holder’s to tell of where it is a frame', async () => {
  vi.stubGlobal('top', {})
  await inject('<p>Data Analyst</p>', 0)
  expect(told()).toEqual([])
  vi.unstubAllGlobals()
})
