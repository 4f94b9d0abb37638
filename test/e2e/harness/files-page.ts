import type { Page } from 'puppeteer-core'
import type { Demo } from './launch'

/** The page that takes files. */
export async function openFilesPage({ browser }: Demo): Promise<Page> {
  const page = await browser.openExtensionPage('src/pages/files/index.html')
  await page.waitForSelector('.files-drop')
  await painted(page)
  return page
}

/** Only after a page was painted does it listen: a person could not be so quick. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 100))
      }),
  )
}

/** Drops files on the page, as far as a page can tell. */
export function dropFiles(page: Page, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  return page.evaluate((dropped) => {
    const data = new DataTransfer()
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    const init = { dataTransfer: data, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('drop', init))
  }, given)
}
