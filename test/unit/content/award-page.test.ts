// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648" }
import { expect, it, vi } from 'vitest'
import { eventually } from '../eventually'
import { marksOf } from './fake-page'
import { answer, inject, settled, told, useContentScript } from './injected-script'

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

it('is its holder’s to tell of where it is a frame', async () => {
  vi.stubGlobal('top', {})
  await inject('<p>Data Analyst</p>', 0)
  expect(told()).toEqual([])
  vi.unstubAllGlobals()
})
