import type { Page } from 'puppeteer-core'
import { badgeNamed } from './demo-page'
import type { Demo } from './launch'
import { openDetail, popupRows, rowOf } from './popup'
import { waitUntil } from './wait-until'

/** What the popup says of each skill that a badge is aligned to, by the skill's name. */
export type SkillLines = Record<string, { result: string; words: string }>

const ECONOMICAL = 'work in an economically efficient manner'

/** Of `described-fully`: one skill in each state, where ESCO could be asked. */
export const LOOKED_UP: SkillLines = {
  'perform data analysis': { result: 'found', words: 'Found in ESCO · Skill' },
  'make graphs of data': {
    result: 'label-differs',
    words: 'ESCO calls it “data visualisation software” · Skill',
  },
  [ECONOMICAL]: { result: 'obsolete', words: 'No longer in ESCO · Skill' },
  'repair steam organs': { result: 'not-found', words: 'Not in ESCO' },
  'circular economy': {
    result: 'label-only',
    words: 'Only its name is known to ESCO, as “circular economy” · Skill',
  },
}

const UNCHECKED = { result: 'unchecked', words: 'Not looked up in ESCO' }

/** Of the same: nobody could be asked. What does not call itself ESCO's is not said to be looked up. */
export const NOT_LOOKED_UP: SkillLines = {
  'perform data analysis': UNCHECKED,
  'make graphs of data': UNCHECKED,
  [ECONOMICAL]: UNCHECKED,
  'repair steam organs': UNCHECKED,
  'circular economy': { result: '', words: 'declared by the issuer' },
}

/** A popup for the page, with the detail of `described-fully` open: it needs no click to be judged. */
export async function openDescribed(demo: Demo, page: Page): Promise<Page> {
  const popup = await demo.browser.openPopup(page)
  const { title } = badgeNamed(demo, 'described-fully')
  const row = await waitUntil(
    'the badge to be judged',
    async () => rowOf(await popupRows(popup), title),
    (found) => found?.state === 'done',
  )
  await openDetail(popup, row?.id ?? '')
  await popup.waitForSelector('.alignment')
  return popup
}

/** Levels stand among the alignments, too, and are left out. */
export async function skillLines(popup: Page): Promise<SkillLines> {
  const lines = await popup.$$eval('.alignment:not([data-kind="eqf"])', (items) =>
    items.map((item) => ({
      name: item.querySelector('.alignment-name bdi')?.textContent ?? '',
      result: item.getAttribute('data-result') ?? '',
      words: item.querySelector('.alignment-standing')?.textContent ?? '',
    })),
  )
  return Object.fromEntries(lines.map(({ name, ...line }) => [name, line]))
}
