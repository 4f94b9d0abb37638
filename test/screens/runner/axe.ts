import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds, a sentence each. Through the debugger, which the page's own CSP does not stop. */
export async function axeProblems(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe.source })
  const { result } = await session.send('Runtime.evaluate', {
    expression: "axe.run({ resultTypes: ['violations'] })",
    awaitPromise: true,
    returnByValue: true,
  })
  const { violations } = result.value as AxeResults
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`)
    return `axe ${id}: ${places.join(' | ')}`
  })
}
