/** Badges that are the user's own, and how they fare. */
import type { Page } from 'playwright-core'
import { POPUP } from './lists'
import { FEW } from './looks'
import { seenIn, type Shot } from './shot'

const OPTIONS = { page: 'options', width: 900, height: 900, scene: 'own-identities' } as const

export const OWN: Shot[] = [
  ...seenIn(FEW, { ...OPTIONS, name: 'own-options' }),
  ...seenIn(FEW, { ...OPTIONS, name: 'own-options-person', act: addPerson }),
  ...seenIn(FEW, { ...POPUP, name: 'own-list', scene: 'own' }),
  ...seenIn(FEW, { ...POPUP, name: 'own-detail', scene: 'detail-own' }),
  ...seenIn(FEW, { ...POPUP, name: 'own-health', scene: 'own-health', act: openHealth }),
  ...seenIn(FEW, { ...POPUP, name: 'own-healthy', scene: 'own-healthy', act: openHealth }),
]

async function openHealth(page: Page): Promise<void> {
  await page.click('.health-open')
  await page.waitForSelector('.health-head h1:focus')
}

async function addPerson(page: Page): Promise<void> {
  await page.click('input[name=own-which][value=person]')
  await page.focus('input[name=own-label]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.options-failed')
}
