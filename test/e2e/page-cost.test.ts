/** What looking at large images costs their hosts, as the hosts see it. */
import { expect, test } from 'vitest'
import { addressOf, publishLargePictures, publishPage } from '../bench/page-cost/pages'
import { scriptTraffic } from '../bench/page-cost/server-traffic'
import type { ServedWeb } from '../fixtures/index'
import { HEAD_BYTES, TAIL_BYTES } from '../../src/background/image-reader'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const IMAGES = 60
const PAGE = { elements: 500, images: IMAGES, pictures: 'large' } as const
/** Milliseconds that each answer waits, so that all that is asked at once is under way together. */
const WAIT = 50

const web: ServedWeb = new Map()
publishLargePictures(web, IMAGES)
publishPage(web, PAGE)

const demo = useDemo({ web })

test('large images that are no badges are read at both ends, few at once', async () => {
  const { log } = demo.server
  for (const host of web.keys()) {
    demo.server.setFault(`https://${host}/`, { kind: 'delay', ms: WAIT })
  }
  await demo.browser.openPage(addressOf(PAGE))
  // Of each its beginning, and its end: Moodle writes a badge there.
  const own = () => log.entries.filter(({ destination }) => destination === 'empty')
  const ended = () => Promise.resolve(own().filter((request) => request.ended !== undefined).length)
  await waitUntil('every image to be read', ended, (count) => count >= 2 * IMAGES, {
    timeout: 60_000,
  })

  const traffic = scriptTraffic(log.entries)
  expect(traffic.requests).toBe(2 * IMAGES)
  expect(own().every(({ range }) => range !== undefined)).toBe(true)
  expect(traffic.perAddress[0]).toBeLessThanOrEqual(HEAD_BYTES + TAIL_BYTES)
  expect(traffic.mostAtOnce).toBeGreaterThan(1)
  expect(traffic.mostAtOnce).toBeLessThanOrEqual(4)
})
