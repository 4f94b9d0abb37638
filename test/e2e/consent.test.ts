/** Who is asked, and when: judged by what reached the servers. */
import { expect, test } from 'vitest'
import { COOKIE } from '../demo/server'
import type { LoggedRequest } from '../demo/request-log'
import { badgeNamed, openProfile, realBadges, waitForMarks } from './harness/demo-page'
import { clickMark } from './harness/marks'
import { useDemo } from './harness/use-demo'

const demo = useDemo()

/** Longer than anything takes that might still be under way. */
const QUIET_MS = 1500

test('before a click nobody is asked but for the images that the page itself has loaded', async () => {
  await openProfile(demo)
  await quiet()
  expect(demo.server.log.urls().sort()).toEqual(urlsOfThePage().sort())
  const others = demo.server.log.to('issuer.example').map(({ path }) => path)
  expect(new Set(others)).toEqual(
    new Set([new URL(badgeNamed(demo, 'hosted-hot-linked').url).pathname]),
  )
})

test('an image is read again without cookies and without saying on which page it is', async () => {
  await openProfile(demo)
  await quiet()
  const reads = ownRequests(demo.server.log.entries)
  expect(reads.map(({ host }) => host)).toContain('issuer.example')
  for (const { cookie, referer, path } of reads) expect({ path, cookie, referer }).toEqual({ path })
  // The page's own fetch shows that there is a cookie to send.
  const late = demo.server.log.entries.find(({ path }) => path === '/late.html')
  expect(late).toMatchObject({ cookie: COOKIE, referer: 'https://portfolio.example/' })
})

test('a click on a mark asks the hosts of that badge and no other', async () => {
  const page = await openProfile(demo)
  await quiet()
  demo.server.log.clear()
  await clickMark(page, 'status-revoked')
  const badge = badgeNamed(demo, 'status-revoked')
  await waitForMarks(demo, page, [badge], ({ look }) => look === 'invalid')
  const asked = demo.server.log.hosts().filter((host) => host !== 'portfolio.example')
  expect(asked.sort()).toEqual([...badge.hosts].sort())
  for (const { cookie, referer } of demo.server.log.entries) {
    expect({ cookie, referer }).toEqual({})
  }
})

test('a redirect to a host that nobody consented to is never sent', async () => {
  const hop = 'https://tracker.example/assertion.json'
  demo.server.setFault('https://issuer.example/ob2/assertions/data-analysis.json', {
    kind: 'redirect',
    to: hop,
  })
  const page = await openProfile(demo)
  await clickMark(page, 'hosted-good')
  const badge = badgeNamed(demo, 'hosted-good')
  await waitForMarks(demo, page, [badge], ({ look }) => look === 'unverifiable')
  expect(demo.server.log.to('issuer.example').length).toBeGreaterThan(0)
  expect(demo.server.log.to('tracker.example')).toEqual([])
})

/** The page, what it loads, and nothing that it only links to. */
function urlsOfThePage(): string[] {
  const images = realBadges(demo).filter(({ kind }) => kind === 'image')
  return [
    'https://portfolio.example/',
    'https://portfolio.example/profile.css',
    'https://portfolio.example/late.js',
    'https://portfolio.example/late.html',
    'https://widgets.example/embed/accessible-design.html',
    'https://widgets.example/profile.css',
    badgeNamed(demo, 'look-alike').url,
    ...images.map(({ url }) => url),
  ]
}

/** What scripts fetched, the page's own one left out. */
function ownRequests(entries: LoggedRequest[]): LoggedRequest[] {
  return entries.filter(({ destination, path }) => destination === 'empty' && path !== '/late.html')
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS))
}
