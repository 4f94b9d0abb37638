/** Composes the README's picture from the real ones that `npm start` has saved without a display. */
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium as driver } from 'playwright-core'
import { chromium } from './browsers.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const picture = (name) =>
  `data:image/png;base64,${readFileSync(`${root}.cache/demo/${name}.png`).toString('base64')}`

/** A window on a picture: its place in it, and its size, in CSS pixels. */
const crop = (name, { x, y, width, height }) =>
  `<div style="width:${width}px;height:${height}px;border-radius:12px;box-shadow:0 8px 30px #0003;
    background:#fff url(${picture(name)}) -${x}px -${y}px no-repeat"></div>`

mkdirSync(`${root}docs/images`, { recursive: true })
const browser = await driver.launch({
  executablePath: await chromium(),
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 1396, height: 704 } })
await page.setContent(`<body style="margin:0;padding:32px;display:flex;gap:32px;background:#e9e6df">
  ${crop('page', { x: 150, y: 630, width: 900, height: 640 })}
  ${crop('popup-list', { x: 0, y: 0, width: 400, height: 600 })}`)
await page.screenshot({ path: `${root}docs/images/page-and-popup.png` })
await browser.close()
