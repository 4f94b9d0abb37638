/** Hosts that answer too much, too slowly, for ever or from elsewhere: said, and never more than that. */
import { expect, test } from 'vitest'
import type { Fault } from '../demo/faults'
import { badgeNamed, openProfile } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { backToList, openDetail, rowOf, verifyAll } from './harness/popup'
import { useDemo } from './harness/use-demo'

const demo = useDemo()

const ASSERTIONS = 'https://issuer.example/ob2/assertions'

/** Badge, its assertion's address, what happens there, and what is said. */
const CASES: [id: string, url: string, fault: Fault, says: RegExp][] = [
  [
    'hosted-good',
    `${ASSERTIONS}/data-analysis.json`,
    { kind: 'redirect', to: 'https://tracker.example/' },
    /issuer\.example passes the question on to another site/,
  ],
  [
    'hosted-other-person',
    `${ASSERTIONS}/team-facilitation.json`,
    { kind: 'huge', bytes: 100_000_000 },
    /issuer\.example sent more than/,
  ],
  [
    'hosted-hot-linked',
    `${ASSERTIONS}/teaching-assistant.json`,
    { kind: 'gzip-bomb', bytes: 50_000_000 },
    /issuer\.example sent more than/,
  ],
  [
    'hosted-svg',
    `${ASSERTIONS}/open-science.json`,
    { kind: 'never-ending' },
    /issuer\.example did not answer within 10 seconds/,
  ],
  [
    'hosted-gone',
    `${ASSERTIONS}/cloud-operations.json`,
    { kind: 'redirect', to: 'https://192.168.1.1/admin' },
    /issuer\.example passes the question on to another site/,
  ],
  [
    'hosted-revoked',
    `${ASSERTIONS}/financial-modelling.json`,
    { kind: 'body', body: '<!doctype html><p>Log in', type: 'text/html' },
    /What issuer\.example sent could not be read/,
  ],
]

test('each is named as what it is, and none is taken for a verdict on the badge', async () => {
  const page = await openProfile(demo)
  for (const [, url, fault] of CASES) demo.server.setFault(url, fault)
  const popup = await demo.browser.openPopup(page)
  const rows = await verifyAll(popup)
  for (const [id, , , says] of CASES) {
    const row = rowOf(rows, badgeNamed(demo, id).title)
    expect([id, row?.verdict]).toEqual([id, 'unverifiable'])
    const headline = await openDetail(popup, row?.id ?? '')
    expect(headline, id).toMatch(/^Could not check.*This says nothing about the badge\.$/)
    expect(await mainText(popup)).toMatch(says)
    await backToList(popup)
  }
  expect(demo.server.log.to('tracker.example')).toEqual([])
})
