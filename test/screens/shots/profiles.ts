/** The profile as a whole, in the popup and on a page of its own. */
import type { Page } from 'playwright-core'
import { focusOn, openDisclosures } from './acts'
import { POPUP } from './lists'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const KINDS = ['one', 'mixed', 'contradictory', 'hostile', 'plain']
const SHORT = { page: 'verify', width: 1100, height: 900, query: '&tab=1&show=profile' } as const

export const PROFILES: Shot[] = [
  ...KINDS.flatMap((id) => [
    { ...POPUP, name: `popup-profile-${id}`, scene: `profile-${id}`, act: waitForProfile },
    { ...POPUP, name: `profile-${id}`, scene: `profile-${id}`, act: openProfile },
  ]),
  { ...POPUP, name: 'popup-profile-none', scene: 'profile-none' },
  ...(['mixed', 'contradictory', 'hostile'] as const).flatMap((id): Shot[] => [
    {
      ...{ ...POPUP, name: `popup-profile-${id}-narrow`, scene: `profile-${id}` },
      ...{ look: 'narrow', act: waitForProfile },
    },
    {
      ...{ ...POPUP, name: `profile-${id}-narrow`, scene: `profile-${id}` },
      ...{ look: 'narrow', act: openProfile },
    },
  ]),
  ...(['dark', 'rtl', 'forced', 'zoomed', 'large', 'de'] as const).flatMap((look): Shot[] => {
    const scene = 'profile-contradictory'
    return [
      { ...POPUP, look, name: `popup-profile-${look}`, scene, act: waitForProfile },
      { ...POPUP, look, name: `profile-${look}`, scene, act: openProfile },
    ]
  }),
  { ...POPUP, name: 'profile-keyboard', scene: 'profile-mixed', act: roundTrip },
]

export const PROFILE_PAGES: Shot[] = [
  ...seenIn(EVERY, { ...SHORT, name: 'verify-profile', scene: 'profile-mixed' }),
  ...seenIn(['narrow'], { ...SHORT, name: 'verify-profile-many', scene: 'profile-many' }),
  ...[
    { name: 'verify-profile-tables', scene: 'profile-mixed', act: openDisclosures },
    { name: 'verify-profile-hostile', scene: 'profile-hostile' },
    { name: 'verify-profile-private', scene: 'profile-private' },
    { name: 'verify-profile-none', scene: 'profile-none', height: 500 },
    { name: 'verify-profile-kept', scene: 'profile-mixed', query: '&show=profile&reports=a_b' },
  ].map((shot) => ({ ...SHORT, ...shot })),
]

async function waitForProfile(page: Page): Promise<void> {
  await page.waitForSelector('.profile-card')
}

async function openProfile(page: Page): Promise<void> {
  await page.click('.profile-open')
  await page.waitForSelector('.profile-head h1')
}

/** By keyboard into the profile and back. */
async function roundTrip(page: Page): Promise<void> {
  await waitForProfile(page)
  await page.locator('.profile-open').focus()
  await page.keyboard.press('Enter')
  await focusOn(page, '.profile-head h1')
  await page.keyboard.press('Shift+Tab')
  await focusOn(page, '.opened-back')
  await page.keyboard.press('Enter')
  await focusOn(page, '.profile-open')
}
