/** "Verify this badge" in the context menu, shown in the browser's own popup. */
import { expect, test } from 'vitest'
import { imageOf, openProfile, waitForMarks, badgeNamed } from './harness/demo-page'
import { markOn } from './harness/marks'
import { takeShownResult } from './harness/popup'
import { useDemo } from './harness/use-demo'

const demo = useDemo()

test('on a badge: it is verified and its detail shown', async () => {
  const page = await openProfile(demo)
  await demo.browser.verifyThisBadge(page, await imageOf(page, 'hosted-gone'))
  const { verdict, headline, text } = await takeShownResult(demo.browser)
  expect(verdict).toBe('invalid')
  expect(headline).toBe('Revoked: issuer.example says that it is gone for good.')
  expect(text).toContain('What we checked')
  await waitForMarks(
    demo,
    page,
    [badgeNamed(demo, 'hosted-gone')],
    ({ look }) => look === 'invalid',
  )
})

test('on a picture without data: it says so, and what can be done', async () => {
  const page = await openProfile(demo)
  await demo.browser.verifyThisBadge(page, await imageOf(page, 'look-alike'))
  const { verdict, headline, text } = await takeShownResult(demo.browser)
  expect(verdict).toBe('none')
  expect(headline).toBe('No badge data in this image.')
  expect(text).toContain('original badge file')
  expect(await markOn(demo.browser, page, 'look-alike')).toBeUndefined()
})

test('on a link to a credential file: the file is read and verified', async () => {
  const page = await openProfile(demo)
  const link = await page.waitForSelector('#linked-file a')
  await demo.browser.verifyThisBadge(page, link!)
  const { verdict, headline } = await takeShownResult(demo.browser)
  expect(verdict).toBe('authentic')
  expect(headline).toContain('issuer.example')
})

test('on another picture that links to a genuine badge: it is told from the issuer’s', async () => {
  const page = await openProfile(demo)
  await page.$eval(
    '#look-alike img',
    (image, href) => {
      const link = document.createElement('a')
      link.href = href
      image.replaceWith(link)
      link.append(image)
    },
    badgeNamed(demo, 'hosted-good').url,
  )
  await demo.browser.verifyThisBadge(page, await imageOf(page, 'look-alike'))
  const { verdict, headline } = await takeShownResult(demo.browser)
  expect(verdict).toBe('attention')
  expect(headline).toContain('picture looks different from the issuer’s image')
})

test('it is consent for that badge alone', async () => {
  const page = await openProfile(demo)
  demo.server.log.clear()
  await demo.browser.verifyThisBadge(page, await imageOf(page, 'jwt-good'))
  await takeShownResult(demo.browser)
  const asked = demo.server.log.hosts().filter((host) => host !== 'portfolio.example')
  expect(asked).toEqual(['chamber.example'])
})
