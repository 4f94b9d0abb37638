import { expect, test } from 'vitest'
import type { LoggedRequest } from '../../demo/request-log'
import { askedTooEarly } from '../../e2e/harness/early-requests'
import { publish, type ServedWeb } from '../../fixtures/web'

const PAGE = 'https://blog.example/post'
const web: ServedWeb = new Map()
publish(web, PAGE, '<p>', { type: 'html' })
publish(web, 'https://blog.example/original.png', '', { type: 'png' })
publish(web, 'https://blog.example/award.json', {}, { type: 'json' })
publish(web, 'https://issuer.example/picture/1', '', { type: 'png' })
publish(web, 'https://issuer.example/assertion/1', {}, { type: 'json' })

const loaded = [
  request(PAGE, 'document'),
  request('https://i0.wp.com/blog.example/original.png?w=1', 'image'),
  request('https://issuer.example/shown.png', 'image'),
]

test.each([
  ['what the page loaded', 'https://i0.wp.com/blog.example/original.png?w=1'],
  ['an original on the page’s own host', 'https://blog.example/original.png'],
  ['another picture of a host that the page asked', 'https://issuer.example/picture/1'],
  ['an original that is gone', 'https://blog.example/gone.png'],
])('%s may be read', (_, url) => {
  expect(askedTooEarly([...loaded, request(url, 'empty')], PAGE, web)).toEqual([])
})

test.each([
  ['a credential on the page’s own host', 'https://blog.example/award.json'],
  ['a credential on the host of a picture', 'https://issuer.example/assertion/1'],
  ['a picture on a host that the page did not ask', 'https://elsewhere.example/original.png'],
  ['a platform', 'https://www.credly.com/api/v1/obi/v2/badge_assertions/1'],
])('%s may not', (_, url) => {
  expect(askedTooEarly([...loaded, request(url, 'empty')], PAGE, web)).toEqual([url])
})

function request(url: string, destination: string): LoggedRequest {
  const { host, pathname, search } = new URL(url)
  return { time: 0, method: 'GET', host, path: pathname + search, destination, sent: 0 }
}
