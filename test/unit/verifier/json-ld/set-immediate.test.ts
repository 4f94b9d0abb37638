import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { scheduleSoon } from '../../../../src/verifier/json-ld/set-immediate'

it('lets other work run first, and keeps the order', async () => {
  const order: string[] = []
  const done = new Promise<void>((resolve) => {
    scheduleSoon(() => order.push('first'))
    scheduleSoon(() => {
      order.push('second')
      resolve()
    })
  })
  order.push('now')
  await Promise.resolve().then(() => order.push('microtask'))
  await done
  expect(order).toEqual(['now', 'microtask', 'first', 'second'])
})

it('is what rdf-canonize looks for in a browser, under this name', () => {
  const file = new URL(
    '../../../../node_modules/rdf-canonize/lib/platform-browser.js',
    import.meta.url,
  )
  expect(readFileSync(file, 'utf8')).toMatch(
    /require\('setimmediate'\);\s+exports\.setImmediate = setImmediate;/,
  )
  expect(globalThis).toHaveProperty('setImmediate')
})
