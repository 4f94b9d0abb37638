/** What the user may set. */
import type { Page } from 'playwright-core'
import { focusOn, openDisclosures } from './acts'
import { EVERY, FEW } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'options', width: 900, height: 900 } as const

export const OPTIONS: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'options', scene: 'lists', act: openDisclosures }),
  { ...PAGE, name: 'options-empty', scene: 'empty' },
  { ...PAGE, name: 'options-silent', scene: 'silent' },
  { ...PAGE, name: 'options-error', scene: 'lists-unreadable', act: addList },
  ...seenIn(['narrow'], {
    ...{ ...PAGE, name: 'options-registries', scene: 'lists-registries', act: addList },
  }),
  ...seenIn(FEW, { ...PAGE, name: 'options-eu-lists', scene: 'eu-lists', act: refreshEuList }),
  { ...PAGE, name: 'options-eu-lists-off', scene: 'eu-lists-off' },
  { ...PAGE, name: 'options-esco-copy', scene: 'esco-copy' },
  { ...PAGE, name: 'options-esco-running-dark', scene: 'esco-running', look: 'dark' },
  { ...PAGE, name: 'options-esco-failed-narrow', scene: 'esco-failed', look: 'narrow' },
  { ...PAGE, name: 'options-esco-running-rtl', scene: 'esco-running', look: 'rtl' },
  ...seenIn(['narrow'], { ...PAGE, name: 'options-delete', scene: 'lists', act: deleteHistory }),
  ...seenIn(FEW, { ...PAGE, name: 'options-sites', scene: 'sites' }),
  ...seenIn(FEW, { ...PAGE, name: 'options-sites-error', scene: 'sites', act: addSite }),
  ...seenIn(FEW, { ...PAGE, name: 'options-sites-managed', scene: 'sites-managed' }),
  ...seenIn(FEW, { ...PAGE, name: 'options-sites-fixed', scene: 'sites-fixed' }),
]

/** By keyboard alone. */
async function addList(page: Page): Promise<void> {
  await page.focus('input[name=address]')
  await page.keyboard.type('https://quality.example/list.json')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-said p')
}

async function addSite(page: Page): Promise<void> {
  await page.focus('input[name=site]')
  await page.keyboard.type('*.co.uk')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-failed')
}

async function refreshEuList(page: Page): Promise<void> {
  await page.locator('[data-eu-list=BE] button').first().click()
  await page.waitForSelector('.options-failed')
}

/** As far as the question. */
async function deleteHistory(page: Page): Promise<void> {
  await page.locator('[data-kept=history] button').click()
  await focusOn(page, '#delete-question')
}
