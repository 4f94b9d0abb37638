/** Takes the pictures for the stores, from the extension that was built last. Started by scripts/store-images.mjs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchDemo } from '../e2e/harness/launch'
import { asStorePng } from './as-store-png'
import { candidatePage } from './candidate'
import { slides } from './slides'
import { takePictures } from './take'

const root = new URL('../../', import.meta.url)
const out = fileURLToPath(new URL('docs/store/images/', root))
const icon = readFileSync(new URL('public/icons/icon-128.png', root)).toString('base64')

const demo = await launchDemo('chromium', { web: await candidatePage() })
try {
  const taken = await takePictures(demo)
  const page = await demo.browser.openPage('about:blank')
  mkdirSync(out, { recursive: true })
  for (const { name, html, size } of slides(taken, `data:image/png;base64,${icon}`)) {
    await page.setViewport(size)
    await page.setContent(html, { waitUntil: 'load' })
    const png = asStorePng(await page.screenshot())
    writeFileSync(`${out}${name}.png`, png)
    console.log(`${(png.length / 1000).toFixed(1).padStart(6)} kB  docs/store/images/${name}.png`)
  }
} finally {
  await demo.close()
}
