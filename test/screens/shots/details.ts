/** The popup with one badge, in each verdict and state. */
import type { Page } from 'playwright-core'
import { openEach, openExperts } from './acts'
import { POPUP } from './lists'
import { EVERY, FEW } from './looks'
import { seenIn, type Shot } from './shot'

const VERDICTS = [
  ...['authentic', 'expired', 'altered', 'unverifiable', 'none'],
  ...['found', 'checking', 'permission'],
]
const SEALS = [
  ...['qualified', 'qualified-certificate', 'advanced', 'unknown-chain', 'other-sealer', 'revoked'],
]

const openParts = (page: Page) => page.locator('.part summary').nth(1).click()
const openRepair = (page: Page) => openEach(page, '.repair summary')
const openFrameworks = (page: Page) => openEach(page, '.framework summary')

export const DETAILS: Shot[] = [
  ...seenIn(EVERY, of('trusted', openExperts)),
  { ...of('trusted'), name: 'detail-trusted-closed' },
  { ...of('trusted'), name: 'detail-compared', act: compare },
  ...VERDICTS.map((id) => of(id)),
  { ...of('altered'), name: 'detail-altered-dark', look: 'dark' },
  ...seenIn(['narrow', 'zoomed', 'large', 'rtl'], of('hostile')),
  { ...of('hostile', openExperts), name: 'detail-hostile-experts' },
]

export const MORE_DETAILS: Shot[] = [
  ...['clr', 'endorsed'].flatMap((id) => seenIn(FEW, of(id, openParts))),
  ...['swapped', 'recoloured'].flatMap((id) => seenIn(FEW, of(id))),
  { ...of('swapped'), name: 'detail-swapped-forced', look: 'forced' },
  ...['stripped', 'not-found', 'withdrawn', 'certificate'].flatMap((id) =>
    seenIn(FEW, of(id, openRepair)),
  ),
  ...['complete', 'sparse', 'contradictory'].flatMap((id) => seenIn(FEW, of(id, openFrameworks))),
]

export const SEALED: Shot[] = SEALS.flatMap((id) => seenIn(FEW, of(`sealed-${id}`)))

function of(id: string, act?: (page: Page) => Promise<unknown>): Shot {
  return { ...POPUP, name: `detail-${id}`, scene: `detail-${id}`, ...(act && { act }) }
}

async function compare(page: Page): Promise<void> {
  await page.fill('input[name=identity]', 'learner@example.org')
  await page.click('.holder button')
  await page.waitForSelector('.holder-said')
}
