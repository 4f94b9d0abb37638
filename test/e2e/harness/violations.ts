import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'

/** What axe finds, in one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = (await page.evaluate('axe.run(document)')) as AxeResults
  // Had it looked at nothing, it would find nothing.
  expect(results.passes.length).toBeGreaterThan(10)
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
