/** The browser may stop the worker at any moment; what was asked for is done all the same. */
import { expect, test } from 'vitest'
import { openProfile, realBadges, waitForMarks } from './harness/demo-page'
import { popupRows, rowOf, startVerifyAll, verifyAll, waitUntilDone } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()

test('killed in the middle of "Verify all" with no popup open: everything completes', async () => {
  const expected = realBadges(demo).map(({ id, expected: { verdict } }) => [id, verdict])
  const page = await openProfile(demo)
  // Two hosts stay silent, so that the worker dies with checks done, under way and waiting.
  demo.server.setFault('https://status.example/', { kind: 'hold' })
  demo.server.setFault('https://chamber.example/', { kind: 'hold' })
  const popup = await demo.browser.openPopup(page)
  await startVerifyAll(popup)
  await waitUntil(
    'checks that are done and checks that are not',
    async () => {
      const rows = await popupRows(popup)
      const held = demo.server.log.to('status.example').length
      return { done: rows.filter(({ state }) => state === 'done').length, held, all: rows.length }
    },
    ({ done, held, all }) => done > 5 && done < all && held > 0,
  )
  await popup.close()
  await page.bringToFront()
  await demo.browser.killWorker()
  demo.server.clearFaults()
  demo.server.release()

  await waitForMarks(
    demo,
    page,
    realBadges(demo),
    ({ look }, badge) => look === badge.expected.verdict,
    60_000,
  )
  const rows = await waitUntilDone(await demo.browser.openPopup(page))
  expect(realBadges(demo).map(({ id, title }) => [id, rowOf(rows, title)?.verdict])).toEqual(
    expected,
  )
})

test('killed after everything is done: the results are still there', async () => {
  const page = await openProfile(demo)
  const popup = await demo.browser.openPopup(page)
  const before = await verifyAll(popup)
  await popup.close()
  demo.server.log.clear()
  await demo.browser.killWorker()
  const after = await waitUntilDone(await demo.browser.openPopup(page))
  expect(after).toEqual(before)
  const asked = demo.server.log.hosts().filter((host) => host !== 'portfolio.example')
  expect(asked.filter((host) => host !== 'issuer.example' && host !== 'widgets.example')).toEqual(
    [],
  )
})
